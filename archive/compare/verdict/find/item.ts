import type { Range } from '../../../model/comparison.ts'
import type { Languages } from './languages.ts'

/** A stretch of the text searched, in UTF-16 units. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Something an editor would name: a figure, a date, a quotation … */
export interface Item extends Place {
  /** What two items must share to be the same: normalised, not for showing. */
  readonly value: string
}

/** A text and what its surroundings tell about it. */
export interface Passage {
  readonly text: string
  /** Stretches of `text` inside quotation marks, also where the marks stand in another sentence. */
  readonly quoted: readonly Range[]
  /** Words that stand with a capital in the middle of sentences of either text. */
  readonly names: ReadonlySet<string>
  /** Whether the text is in a language that writes every noun with a capital. */
  readonly capitalNouns: boolean
  /** Languages the text may be in; left out where nobody looked. */
  readonly languages?: Languages
}

export type Finder = (passage: Passage) => readonly Item[]

/** The same answer, worked out once a passage: several rules build on dates, links and sources. */
export function remembered<T>(find: (passage: Passage) => T): (passage: Passage) => T {
  const found = new WeakMap<Passage, T>()
  return passage => {
    const known = found.get(passage)
    if (known !== undefined) return known
    const fresh = find(passage)
    found.set(passage, fresh)
    return fresh
  }
}

const LETTER = '[\\p{L}\\p{M}\\p{N}]'

/** One pattern for the words of a list, longest first; it matches nowhere where the list is empty. */
export function anyOf(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).join('|') || NOWHERE
}

const NOWHERE = '(?!)'

export function wholeWords(words: readonly string[]): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${anyOf(words)})(?!${LETTER})`, 'giu')
}

export function matches(pattern: RegExp, text: string, valueOf: (found: string) => string): Item[] {
  return [...text.matchAll(pattern)].map(match => ({
    value: valueOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The text with these items blanked out, so that another finder does not see them. Offsets stay. */
export function without(text: string, items: readonly Item[]): string {
  let out = ''
  let at = 0
  for (const item of items.toSorted((a, b) => a.start - b.start)) {
    if (item.end <= at) continue
    const start = Math.max(item.start, at)
    out += text.slice(at, start) + text.slice(start, item.end).replace(/\S/g, '\u0001')
    at = item.end
  }
  return out + text.slice(at)
}

export function lowered(found: string): string {
  return found.toLowerCase().replace(/\s+/g, ' ').trim()
}
