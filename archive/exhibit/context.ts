import type { AlignmentEntry, Range, VerdictKind, VerdictLine } from '../model/comparison.ts'
import { fragment, h, type Markup } from './markup.ts'
import { SIDES, type SideKey } from './sides.ts'
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

/** Kinds that are about some words of a sentence: it is told around them. */
const IN_A_SENTENCE: ReadonlySet<VerdictKind> = new Set([
  'figure',
  'date',
  'name',
  'quotation',
  'attribution',
  'hedge',
  'negation',
])

/** What the other side has not, of a stretch of one text. */
function marksIn(stretch: Range, side: SideKey, facts: ExhibitFacts): Range[] {
  const other = side === 'from' ? 'to' : 'from'
  return facts.comparison.alignment
    .flatMap(entry => {
      const place = entry[side]
      if (place === null || !overlaps(place, stretch)) return []
      return entry[other] === null ? [place] : editsOf(entry, side, facts[side].text)
    })
    .map(([start, end]): Range => [Math.max(start, stretch[0]), Math.min(end, stretch[1])])
    .filter(([start, end]) => start < end)
    .toSorted((x, y) => x[0] - y[0])
}

function wordsAt(line: VerdictLine, side: SideKey, facts: ExhibitFacts): Range | null {
  const [range, said] = [line[side], side === 'from' ? line.before : line.after]
  if (!range || said === null) return null
  const start = facts[side].text.slice(...range).indexOf(said)
  return start < 0 ? null : [range[0] + start, range[0] + start + said.length]
}

/**
 * The words of a line as they stand in the text, with what it is about marked: a figure in its sentence, a cell in
 * its row, a passage with the words that the other side has not. Null where the text does not show it so.
 */
export function inContext(line: VerdictLine, side: SideKey, facts: ExhibitFacts): Markup | null {
  const { text } = facts[side]
  const at = wordsAt(line, side, facts)
  if (!at) return null
  const { alignment } = facts.comparison
  if (line.kind === 'table') {
    const isItsRow = (entry: AlignmentEntry): boolean =>
      overlaps(entry[side], line[side]) &&
      editsOf(entry, side, text).some(edit => text.slice(...edit) === text.slice(...at))
    const place = alignment.find(isItsRow)?.[side]
    return place ? rowOf(text, place, marksIn(place, side, facts), TAGS[side]) : null
  }
  if (IN_A_SENTENCE.has(line.kind)) {
    const around = alignment.find(({ [side]: place }) => place && place[0] <= at[0] && at[1] <= place[1])?.[
      side
    ]
    return around && !text.slice(...around).includes('\n') ? marked(text, around, [at], TAGS[side]) : null
  }
  const marks = { from: wordsAt(line, 'from', facts), to: wordsAt(line, 'to', facts) }
  const isTold = SIDES.some(key => marks[key] !== null && marksIn(marks[key], key, facts).length > 0)
  return isTold ? marked(text, at, marksIn(at, side, facts), TAGS[side]) : null
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
