import type { AlignmentEntry, Range, VerdictKind, VerdictLine } from '../model/comparison.ts'
import { fragment, h, type Markup } from './markup.ts'
import { SIDES, type SideKey } from './sides.ts'
import type { Traced } from './trace.ts'
import type { ExhibitFacts } from './types.ts'

export const overlaps = (a: Range | null, b: Range | null): boolean =>
  a !== null && b !== null && a[0] < b[1] && b[0] < a[1]

const TAGS = { from: 'del', to: 'ins' } as const

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

export const saidBy = ({ before, after }: VerdictLine, side: SideKey): string | null =>
  side === 'from' ? before : after

/** Where the words of a line stand in the text; null where they do not stand there in these letters. */
function wordsAt(line: VerdictLine, side: SideKey, facts: ExhibitFacts): Range | null {
  const [range, said] = [line[side], saidBy(line, side)]
  if (!range || said === null) return null
  const start = facts[side].text.slice(...range).indexOf(said)
  return start < 0 ? null : [range[0] + start, range[0] + start + said.length]
}

/** The sentence that a stretch of one side stands in; null where it is none of one line. */
function sentenceAt([start, end]: Range, side: SideKey, facts: ExhibitFacts): AlignmentEntry | null {
  const { text } = facts[side]
  const around = facts.comparison.alignment.find(
    ({ [side]: place }) => place !== null && place[0] <= start && end <= place[1],
  )
  return around && !text.slice(...around[side]!).includes('\n') ? around : null
}

/** The sentence as this side has it, where only the other side has the words a line is about. */
function sentenceWithout(line: VerdictLine, side: SideKey, facts: ExhibitFacts): Range | null {
  const other = side === 'from' ? 'to' : 'from'
  const at = wordsAt(line, other, facts)
  if (!at || saidBy(line, side) !== null || !IN_A_SENTENCE.has(line.kind)) return null
  const place = sentenceAt(at, other, facts)?.[side] ?? null
  return place && !facts[side].text.slice(...place).includes('\n') ? place : null
}

/** Words of one side that a line rests on, and where they stand. */
export function restsOn(line: VerdictLine, side: SideKey, facts: ExhibitFacts): Traced {
  const without = sentenceWithout(line, side, facts)
  if (!without) return { words: saidBy(line, side), range: line[side] }
  return { words: facts[side].text.slice(...without), range: without }
}

function rowAt(line: VerdictLine, at: Range, side: SideKey, facts: ExhibitFacts): Markup | null {
  const { text } = facts[side]
  const isItsRow = (entry: AlignmentEntry): boolean =>
    overlaps(entry[side], line[side]) &&
    editsOf(entry, side, text).some(edit => text.slice(...edit) === text.slice(...at))
  const place = facts.comparison.alignment.find(isItsRow)?.[side]
  return place ? rowOf(text, place, marksIn(place, side, facts), TAGS[side]) : null
}

/** What to mark of the words themselves: what the other side has not; null where the alignment does not tell. */
function editsAt(line: VerdictLine, at: Range, side: SideKey, facts: ExhibitFacts): Range[] | null {
  const both = { from: wordsAt(line, 'from', facts), to: wordsAt(line, 'to', facts) }
  const isTold = SIDES.some(key => both[key] !== null && marksIn(both[key], key, facts).length > 0)
  return isTold ? marksIn(at, side, facts) : null
}

/**
 * The words of a line as they stand in the text, with what it is about marked: a figure in its sentence, a cell in
 * its row, a passage with the words that the other side has not. Null where the text does not show it so.
 */
export function inContext(line: VerdictLine, side: SideKey, facts: ExhibitFacts): Markup | null {
  const { text } = facts[side]
  const at = wordsAt(line, side, facts)
  if (!at) {
    const without = sentenceWithout(line, side, facts)
    return without ? fragment(text.slice(...without)) : null
  }
  if (line.kind === 'table') return rowAt(line, at, side, facts)
  if (IN_A_SENTENCE.has(line.kind)) {
    const around = sentenceAt(at, side, facts)?.[side]
    // Of a long quotation it is told which words of it differ.
    const marks = (line.kind === 'quotation' ? editsAt(line, at, side, facts) : null) ?? [at]
    return around ? marked(text, around, marks, TAGS[side]) : null
  }
  const marks = editsAt(line, at, side, facts)
  return marks ? marked(text, at, marks, TAGS[side]) : null
}
