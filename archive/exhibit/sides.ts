import { fragment, h, type Markup } from './markup.ts'
import type { ExhibitFacts, ExhibitSide } from './types.ts'

export type SideKey = 'from' | 'to'

export const SIDES: readonly SideKey[] = ['from', 'to']

/**
 * What the two sides are called. Two versions are not called older and newer: whoever asks may turn them round.
 * Two sources are neither before nor after each other.
 */
export function tagOf({ sources }: Pick<ExhibitFacts, 'sources'>, side: SideKey): string {
  if (sources) return side === 'from' ? 'A' : 'B'
  return side === 'from' ? 'Before' : 'After'
}

/** Name of a side in a heading: `Before: version 1`, `A: The Courier, version 1`. */
export function headOf(facts: ExhibitFacts, side: SideKey): Markup {
  const { version } = facts[side].record
  const outlet = facts.sources
    ? fragment(theirs(facts[side], outletOf(facts[side]) ?? 'no outlet named'), ', ')
    : null
  return fragment(`${tagOf(facts, side)}: `, outlet, `version ${version}`)
}

/** Who published it: the outlet's name, else the host. A file may have neither. */
function outletOf({ site, record }: ExhibitSide): string | null {
  return (site ?? URL.parse(record.finalUrl)?.host) || null
}

/** What a source is called where nothing else names it: its outlet, else its headline. */
export function nameOf(side: ExhibitSide): string {
  return (
    outletOf(side) ?? (side.record.title === null ? 'a file without a headline' : `“${side.record.title}”`)
  )
}

/** Words of the page in its language and direction. */
export function theirs(
  { language, dir }: ExhibitSide,
  ...words: readonly (Markup | string | null)[]
): Markup {
  return h('bdi', { lang: language, dir }, words)
}

/** Words of the page inside a sentence of ours: what stands in “…” keeps its own direction. */
export function withQuotations(sentence: string, side: ExhibitSide): Markup {
  const parts: (Markup | string)[] = []
  let [start, depth] = [0, 0]
  for (const { 0: mark, index } of sentence.matchAll(/[“”]/g)) {
    if (mark === '“' && depth++ === 0) {
      parts.push(sentence.slice(start, index + 1))
      start = index + 1
    } else if (mark === '”' && depth > 0 && --depth === 0) {
      parts.push(theirs(side, sentence.slice(start, index)))
      start = index
    }
  }
  return h('span', {}, parts, sentence.slice(start))
}
