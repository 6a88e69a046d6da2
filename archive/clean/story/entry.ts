import type { Block } from '../../model/article.ts'
import type { Unit } from '../blocks/unit.ts'
import type { PageElement } from '../tree/node.ts'
import { weight } from '../text-of.ts'

/** A unit on its way into or out of the story. */
export interface Entry {
  readonly unit: Unit
  /** As it will stand in the article; rules may change it (a standfirst, a caption found). */
  block: Block
  inStory: boolean
  /** The rule that took it out, where it once was in. */
  rule: string | null
  /** Weight of its words, see `weight`. */
  readonly weight: number
}

export function entryOf(unit: Unit): Entry {
  return { unit, block: unit.block, inStory: unit.kept, rule: null, weight: weight(unit.text) }
}

/** Takes an entry out by a named rule. Posts and correction notices stay whatever a rule says. */
export function drop(entry: Entry, rule: string): void {
  const { block } = entry
  if (!entry.inStory || block.kind === 'post' || (block.kind === 'paragraph' && block.role === 'correction'))
    return
  entry.inStory = false
  entry.rule = rule
}

export function take(entry: Entry): void {
  entry.inStory = true
  entry.rule = null
}

const SENTENCE_END = /[.!?…。！？।॥؟۔։።”"'»」』)）\]:;,]$/

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.trimEnd())
}

const PROSE_KINDS: ReadonlySet<Block['kind']> = new Set(['paragraph', 'quote', 'list'])
const SURE_PROSE = 140
const SHORT_PROSE = 50

/** Running text, as against labels, links and lists of links. */
export function isProse(entry: Entry): boolean {
  if (!PROSE_KINDS.has(entry.block.kind) || entry.unit.linkShare > 0.5) return false
  return entry.weight >= SURE_PROSE || (entry.weight >= SHORT_PROSE && endsSentence(entry.unit.text))
}

/** Weight of the story's prose under every element that holds some. */
export function proseWeights(entries: readonly Entry[]): {
  readonly total: number
  under(element: PageElement): number
} {
  const sums = new Map<PageElement, number>()
  let total = 0
  for (const entry of entries) {
    if (!entry.inStory || !isProse(entry)) continue
    total += entry.weight
    for (let at: PageElement | null = entry.unit.element; at; at = at.parent) {
      sums.set(at, (sums.get(at) ?? 0) + entry.weight)
    }
  }
  return { total, under: element => sums.get(element) ?? 0 }
}
