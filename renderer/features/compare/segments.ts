import type { ComparisonResult } from '../../../archive/contract/results.ts'
import type { BlockPlace } from '../../../archive/contract/source.ts'

export type Entry = ComparisonResult['alignment'][number]
export type Range = readonly [start: number, end: number]
export type Side = 'from' | 'to'

/** A stretch of words under one mark. */
export interface Piece {
  readonly text: string
  readonly mark: 'same' | 'inserted' | 'deleted'
}

/** A sentence as a rule: what one entry of the alignment shows in one place. */
export interface Segment {
  /** Index in the alignment; -1 where the comparison has no entry for this text. */
  readonly entry: number
  readonly op: Entry['op']
  /** Whose words these are; `both` where old and new are woven into one text. */
  readonly side: Side | 'both'
  readonly range: Range
  readonly pieces: readonly Piece[]
  /** White space up to the next segment. */
  readonly tail: string
}

/** One block of one side. */
export interface Cell {
  /** Index among the side's blocks. */
  readonly index: number
  readonly block: BlockPlace
  readonly segments: readonly Segment[]
}

export interface SideText {
  readonly text: string
  readonly blocks: readonly BlockPlace[]
}

/**
 * Blocks of one side with their words, cut where entries of the alignment begin and end. Every character of a
 * block is in exactly one segment. Blocks without words are left out.
 */
export function cellsOf(side: Side, { text, blocks }: SideText, alignment: readonly Entry[]): Cell[] {
  const placed = alignment
    .flatMap((entry, index) => {
      const range = entry[side]
      return range ? [{ entry, index, range }] : []
    })
    .toSorted((a, b) => a.range[0] - b.range[0])
  let next = 0
  const cells: Cell[] = []
  blocks.forEach((block, index) => {
    const [blockStart, blockEnd] = block.range
    if (blockStart >= blockEnd) return
    const segments: Segment[] = []
    let at = blockStart
    const gap = (end: number) => {
      if (end <= at) return
      const before = segments.at(-1)
      const between = text.slice(at, end)
      if (before) segments[segments.length - 1] = { ...before, tail: before.tail + between }
      else segments.push(plain(side, [at, end], between))
      at = end
    }
    while (next < placed.length && placed[next]!.range[1] <= blockStart) next++
    for (let k = next; k < placed.length && placed[k]!.range[0] < blockEnd; k++) {
      const { entry, index: number, range } = placed[k]!
      const start = Math.max(range[0], at)
      const end = Math.min(range[1], blockEnd)
      if (start >= end) continue
      gap(start)
      const pieces = piecesOf(side, text, entry, [start, end])
      segments.push({ entry: number, op: entry.op, side, range: [start, end], pieces, tail: '' })
      at = end
    }
    gap(blockEnd)
    cells.push({ index, block, segments })
  })
  return cells
}

function plain(side: Side, range: Range, text: string): Segment {
  return { entry: -1, op: 'same', side, range, pieces: [{ text, mark: 'same' }], tail: '' }
}

/** The words of an entry on one side, those between two marked ones under their mark. */
function piecesOf(side: Side, text: string, entry: Entry, [start, end]: Range): Piece[] {
  const whole = text.slice(start, end)
  if (entry.op === 'inserted' || entry.op === 'deleted') return [{ text: whole, mark: entry.op }]
  if (!entry.words) return [{ text: whole, mark: 'same' }]
  const pieces: Piece[] = []
  let at = start
  const push = (to: number, mark: Piece['mark']) => {
    if (to <= at) return
    const before = pieces.at(-1)
    const part = text.slice(at, to)
    if (before?.mark === mark) pieces[pieces.length - 1] = { text: before.text + part, mark }
    else pieces.push({ text: part, mark })
    at = to
  }
  for (const word of entry.words) {
    const range = word[side]
    if (!range) continue
    push(Math.min(Math.max(range[0], at), end), word.op === pieces.at(-1)?.mark ? word.op : 'same')
    push(Math.min(range[1], end), word.op)
  }
  push(end, 'same')
  return pieces
}
