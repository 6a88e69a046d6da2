import type { Range } from '../model/comparison.ts'
import { fileId } from './files.ts'
import { fragment, h, type Markup } from './markup.ts'
import { type SideKey, tagOf, theirs } from './sides.ts'
import type { ExhibitFacts } from './types.ts'
import { beginning } from './wording.ts'

/** Digits of a hash that stand with a claim; the table of files has all of them. */
const SHORT = 12

/** The line of `article.txt` an offset is on, from 1: the file holds the compared text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

export function linesOf(text: string, [start, end]: Range): string {
  const [first, last] = [lineAt(text, start), lineAt(text, Math.max(start, end - 1))]
  return first === last ? `line ${first}` : `lines ${first} to ${last}`
}

/** A stored file with the beginning of its hash, as a link to the whole of it. */
export function fileWithHash(facts: ExhibitFacts, side: SideKey, name: string): Markup {
  const path = `data/${name}`
  const file = facts[side].files.find(held => held.path === path)
  return h(
    'a',
    { href: `#${fileId(side, path)}` },
    name,
    file ? fragment(', SHA-256 ', h('code', {}, `${file.sha256.slice(0, SHORT)}…`)) : null,
  )
}

/** What a side's words are, and where they stand in its text. */
export interface Traced {
  readonly words: string | null
  readonly range: Range | null
}

/**
 * Where the words of one side stand in its stored files: on a line of `article.txt` where they stand there in
 * these letters, else in `article.json`. Where the side has none, the file in which they are not.
 */
export function trace(
  facts: ExhibitFacts,
  side: SideKey,
  { words, range }: Traced,
  isOfText: boolean,
): Markup {
  const { text } = facts[side]
  const inText = range !== null && words !== null && text.slice(...range).includes(words)
  const name = inText || (words === null && isOfText) ? 'article.txt' : 'article.json'
  const where = words === null ? 'nothing in its place; ' : inText ? `${linesOf(text, range)} of ` : ''
  return fragment(`${tagOf(facts, side)}: ${where}`, fileWithHash(facts, side, name), '. ')
}

/** Where a passage stands: its line, and what it follows. */
export function placeInWords(facts: ExhibitFacts, side: SideKey, range: Range): Markup {
  const { text } = facts[side]
  const before = facts.comparison.alignment
    .flatMap(entry => (entry[side] && entry[side][1] <= range[0] ? [entry[side]] : []))
    .toSorted((a, b) => a[0] - b[0])
    .at(-1)
  const line = `${linesOf(text, range)} of article.txt, `
  if (!before) return fragment(`${line}at the beginning`)
  return fragment(`${line}after “`, theirs(facts[side], beginning(text.slice(...before))), '”')
}
