import type { AlignmentEntry, Range, VerdictLine } from '../model/comparison.ts'
import { fragment, h, type Markup } from './markup.ts'
import type { SideKey } from './sides.ts'
import { linesOf } from './trace.ts'
import type { ExhibitFacts, ExhibitSide } from './types.ts'

export const overlaps = (a: Range | null, b: Range | null): boolean =>
  a !== null && b !== null && a[0] < b[1] && b[0] < a[1]

const TAGS = { from: 'del', to: 'ins' } as const

/** A claim of so many characters is kept on one page. */
const KEPT_TOGETHER = 900

/** Class of a claim that is not to be broken between pages; null for one that is too long for that. */
export function keptWhole(...texts: readonly (string | null)[]): 'whole' | null {
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  return length < KEPT_TOGETHER ? 'whole' : null
}

/** Plain text sets quotations off with `> `; words that are shown by themselves do without. */
export const withoutQuoteSigns = (text: string): string => text.replaceAll(/^> ?/gm, '')

/** A stretch of text with some ranges inside it marked. */
function marked(text: string, [start, end]: Range, marks: readonly Range[], tag: string): Markup {
  let at = start
  const parts = marks.flatMap(([from, to]) => {
    const before = text.slice(at, from)
    at = to
    return [before, h(tag, {}, text.slice(from, to))]
  })
  return fragment(parts, text.slice(at, end))
}

/** The words of a sentence that the other side has not, neighbours with nothing but a space between them as one. */
function editsOf({ words = [] }: AlignmentEntry, side: SideKey, text: string): Range[] {
  const edits: [number, number][] = []
  for (const word of words) {
    const range = word[side]
    if (word.op === 'same' || !range) continue
    const last = edits.at(-1)
    if (last && text.slice(last[1], range[0]).trim() === '') last[1] = range[1]
    else edits.push([...range])
  }
  return edits
}

/** Row of a table, its cells apart. */
function rowOf(text: string, row: Range, edits: readonly Range[], tag: string): Markup {
  const cells = text.slice(...row).split('\t')
  let at = row[0]
  return fragment(
    cells.map((cell, index) => {
      const range: Range = [at, at + cell.length]
      at += cell.length + 1
      const inside = edits.filter(([start, end]) => range[0] <= start && end <= range[1])
      return fragment(index > 0 ? ' | ' : '', marked(text, range, inside, tag))
    }),
  )
}

/** The sentence or row of a table a line is about, with the words in question marked; null where it has none. */
export function inSentence(line: VerdictLine, side: SideKey, facts: ExhibitFacts): Markup | null {
  const [range, said] = [line[side], side === 'from' ? line.before : line.after]
  const { text } = facts[side]
  if (!range || said === null || !text.slice(...range).includes(said)) return null
  const holds = ({ [side]: place }: AlignmentEntry): boolean =>
    place !== null && place[0] <= range[0] && range[1] <= place[1]
  const isItsRow = (entry: AlignmentEntry): boolean => {
    const place = entry[side]
    if (place === null || !overlaps(place, range)) return false
    return editsOf(entry, side, text).some(edit => text.slice(...edit) === said)
  }
  const entry = facts.comparison.alignment.find(line.kind === 'table' ? isItsRow : holds)
  const sentence = entry?.[side]
  if (!entry || !sentence || text.slice(...sentence).includes('\n')) return null
  const isPart = range[0] > sentence[0] || range[1] < sentence[1]
  const marks = isPart && line.kind !== 'table' ? [range] : editsOf(entry, side, text)
  if (marks.length === 0) return null
  return line.kind === 'table'
    ? rowOf(text, sentence, marks, TAGS[side])
    : marked(text, sentence, marks, TAGS[side])
}

/** Beginning of a passage, as a sign for the whole. */
export function beginning(text: string): string {
  const words = withoutQuoteSigns(text).trim().split(/\s+/)
  const short = words.slice(0, 8).join(' ').slice(0, 60)
  return short.length < text.trim().length ? `${short} …` : short
}

/** Where a passage stands: its line, and what it follows. */
export function placeInWords(facts: ExhibitFacts, side: SideKey, range: Range): Markup {
  const { text, language, dir }: ExhibitSide = facts[side]
  const before = facts.comparison.alignment
    .flatMap(entry => (entry[side] && entry[side][1] <= range[0] ? [entry[side]] : []))
    .toSorted((a, b) => a[0] - b[0])
    .at(-1)
  const line = `${linesOf(text, range)} of article.txt, `
  if (!before) return fragment(`${line}at the beginning`)
  return fragment(`${line}after “`, h('bdi', { lang: language, dir }, beginning(text.slice(...before))), '”')
}
