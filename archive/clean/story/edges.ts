import type { Metadata } from '../../model/article.ts'
import type { StoryHints } from '../hints.ts'
import { EDGE_LINES } from '../rules/lines.ts'
import { firstRule } from '../rules/rule.ts'
import { bare } from '../text-of.ts'
import { isLinkLine } from './lines.ts'
import { drop, endsSentence, isProse, type Entry } from './entry.ts'

export interface KnownWords {
  readonly titles: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly descriptions: readonly string[]
}

export function knownWords(metadata: Metadata, hints: StoryHints): KnownWords {
  return {
    titles: new Set([metadata.title ?? '', ...hints.titles].map(bare).filter(Boolean)),
    people: new Set(metadata.byline.map(bare)),
    descriptions: hints.descriptions.map(bare).filter(text => text.length >= 20),
  }
}

function isTitle(text: string, known: KnownWords): boolean {
  const words = bare(text)
  if (words.length < 8) return known.titles.has(words)
  return [...known.titles].some(
    title => title === words || (title.startsWith(words) && words.length > title.length * 0.6),
  )
}

const DIGITS_AND_MONTHS = /\d{1,4}/g

/** A line that says no more than a day and a time. */
function isDateLine(text: string): boolean {
  if (text.length > 80 || !/\d/.test(text)) return false
  const rest = text
    .replace(DIGITS_AND_MONTHS, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  return (
    rest.split(' ').length <= 8 &&
    !endsSentence(text) &&
    /\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text)
  )
}

function isByline(text: string, known: KnownWords): boolean {
  if (text.length > 120) return false
  const words = bare(text)
  return [...known.people].some(
    person => person !== '' && words.includes(person) && words.length < person.length + 40,
  )
}

/** "LYON, FRANCE": the place a story was filed from, on a line of its own. */
function isDateline(text: string): boolean {
  return text.length < 60 && /^\p{Lu}[\p{Lu}\s.'’-]+, ?[\p{Lu}\s.'’,-]+$/u.test(text)
}

const SHORTEST_STANDFIRST = 60

/** A long line set as a heading above the first paragraph is a standfirst. */
function asStandfirst(entry: Entry): boolean {
  const { block } = entry
  if (block.kind !== 'heading' || entry.weight < SHORTEST_STANDFIRST || entry.unit.linkShare > 0.3)
    return false
  entry.block = { kind: 'paragraph', text: block.text, spans: block.spans, role: 'standfirst' }
  return true
}

function leadingRule(entry: Entry, known: KnownWords, next: Entry | undefined): string | null {
  const { text, linkShare } = entry.unit
  const { kind } = entry.block
  if (kind === 'figure' || kind === 'table' || kind === 'code') return null
  if (isTitle(text, known)) return 'title-again'
  if (isByline(text, known)) return 'byline'
  if (/^https?:\/\/\S+$/.test(text)) return 'address-line'
  if (isDateLine(text)) return 'date-line'
  if (isLinkLine(entry, 0.5) || (kind === 'list' && linkShare > 0.5)) return 'link-line'
  const named = firstRule(EDGE_LINES, text)
  if (named) return named
  if (kind === 'list') return entry.weight < 200 ? 'leading-list' : null
  if (isDateline(text)) return null
  if (kind === 'heading') return next?.inStory && isProse(next) && entry.weight >= 12 ? null : 'leading-label'
  return entry.weight < 45 && !endsSentence(text) ? 'leading-label' : null
}

/** Takes out what stands before the story's first real paragraph: its title again, byline, date, labels. */
export function dropLeading(entries: readonly Entry[], known: KnownWords): void {
  const first = entries.findIndex(
    entry => entry.inStory && isProse(entry) && !isTitle(entry.unit.text, known),
  )
  const head = entries.slice(0, Math.max(first, 0))
  head.forEach((entry, i) => {
    const rule = entry.inStory
      ? leadingRule(
          entry,
          known,
          entries.slice(i + 1, i + 3).find(next => next.inStory && isProse(next)),
        )
      : null
    if (rule && !(rule === 'leading-label' && asStandfirst(entry))) drop(entry, rule)
    else if (entry.inStory && entry.block.kind === 'paragraph' && isDateline(entry.block.text)) {
      entry.block = { ...entry.block, role: 'dateline' }
    }
  })
  for (const entry of entries) {
    if (
      entry.inStory &&
      entry.block.kind === 'heading' &&
      entry.block.level === 1 &&
      isTitle(entry.unit.text, known)
    )
      drop(entry, 'title-again')
  }
}

function trailingRule(entry: Entry, known: KnownWords): string | null {
  const { text, linkShare } = entry.unit
  const { kind } = entry.block
  if (kind === 'figure' || kind === 'table' || kind === 'code' || kind === 'quote') return null
  if (kind === 'heading') return 'trailing-heading'
  if (isByline(text, known) && entry.weight < 60) return 'byline'
  if (isDateLine(text)) return 'date-line'
  if (isLinkLine(entry, 0.5) || (kind === 'list' && linkShare > 0.5)) return 'link-line'
  return firstRule(EDGE_LINES, text)
}

/** A story that is a list of headings ends in many of them; a stray one or two are furniture. */
const MOST_TRAILING_HEADINGS = 2

/** Takes out what stands after the story's last real paragraph: tags, a byline, lone links, empty headings. */
export function dropTrailing(entries: readonly Entry[], known: KnownWords): void {
  const tail: [Entry, string][] = []
  for (const entry of entries.toReversed()) {
    if (!entry.inStory) continue
    const rule = trailingRule(entry, known)
    if (rule) tail.push([entry, rule])
    else if (isProse(entry) || entry.block.kind === 'paragraph') break
  }
  const headings = tail.filter(([, rule]) => rule === 'trailing-heading').length
  for (const [entry, rule] of tail) {
    if (rule !== 'trailing-heading' || headings <= MOST_TRAILING_HEADINGS) drop(entry, rule)
  }
}
