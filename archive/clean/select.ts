import type { Block, Metadata, Removed } from '../model/article.ts'
import type { Unit } from './blocks/unit.ts'
import type { StoryHints } from './hints.ts'
import { trimToArticleBody } from './story/article-body.ts'
import { dropBios } from './story/bios.ts'
import { findCaptionLines } from './story/caption-lines.ts'
import { joinCaptions } from './story/captions.ts'
import { markCorrections } from './story/corrections.ts'
import { dropDuplicates } from './story/duplicates.ts'
import { dropLeading, dropTrailing, knownWords } from './story/edges.ts'
import { entryOf, type Entry } from './story/entry.ts'
import { dropByLines } from './story/lines.ts'
import { dropByNames } from './story/names.ts'
import { rescueAlike, rescueBetween, rescueHeadings, rescueStandfirst } from './story/rescue.ts'
import { rescueMedia, rescuePosts } from './story/rescue-media.ts'
import { dropSections } from './story/sections.ts'

export interface Selection {
  readonly blocks: readonly Block[]
  readonly removed: readonly Removed[]
}

const LONGEST_REMOVED_CHARS = 2000

function removedOf(entries: readonly Entry[]): readonly Removed[] {
  return entries
    .filter(entry => entry.rule !== null && entry.unit.text !== '')
    .map(entry => ({ rule: entry.rule!, text: entry.unit.text.slice(0, LONGEST_REMOVED_CHARS) }))
}

/**
 * Decides which of a page's blocks are the story. Readability's choice is where it starts; what it dropped
 * by mistake is taken in, then what it kept by mistake is taken out, each by a named rule.
 */
export function selectStory(units: readonly Unit[], metadata: Metadata, hints: StoryHints): Selection {
  const entries = units.map(entryOf)
  const known = knownWords(metadata, hints)
  rescueAlike(entries)
  rescueBetween(entries)
  markCorrections(entries)
  trimToArticleBody(entries, hints)
  rescueMedia(entries)
  dropByNames(entries)
  findCaptionLines(entries)
  dropSections(entries)
  dropByLines(entries)
  dropLeading(entries, known)
  dropBios(entries, known)
  dropTrailing(entries, known)
  dropDuplicates(entries)
  rescueHeadings(entries)
  rescueStandfirst(entries, known)
  rescuePosts(entries)
  joinCaptions(entries)
  return {
    blocks: entries.filter(entry => entry.inStory).map(entry => entry.block),
    removed: removedOf(entries),
  }
}
