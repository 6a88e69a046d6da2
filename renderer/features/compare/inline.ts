import type { BlockPlace } from '../../../archive/contract/source.ts'
import type { Row, TextPair } from './rows.ts'
import type { Cell, Piece, Segment } from './segments.ts'

/** Old and new woven into one block. */
export interface InlineBlock {
  readonly block: BlockPlace
  readonly segments: readonly Segment[]
}

interface Placed {
  readonly cell: Cell
  readonly segment: Segment
}

/**
 * A row as one text: what both have once, what was dropped before what came in its place. Every word of the new
 * side is in it once, and every word of the old side that the new one does not have.
 */
export function inlineOf(row: Row, pair: TextPair): InlineBlock[] {
  const olds = placedIn(row.from)
  const news = placedIn(row.to)
  const oldHere = new Set(olds.map(({ segment }) => segment.entry))
  const newHere = new Set(news.map(({ segment }) => segment.entry))
  const apart = new Set<number>()
  const isPaired = ({ entry, op }: Segment) =>
    entry >= 0 &&
    op !== 'moved' &&
    op !== 'moved-edited' &&
    oldHere.has(entry) &&
    newHere.has(entry) &&
    !apart.has(entry)

  // Unrelated blocks that only stand beside each other are told one after the other.
  const related = olds.some(({ segment }) => isPaired(segment))

  const blocks: { block: BlockPlace; segments: Segment[]; cells: Set<Cell> }[] = []
  const push = (segment: Segment, { cell }: Placed, other?: Placed) => {
    const last = blocks.at(-1)
    if (last && (last.cells.has(cell) || (related && segment.side === 'from'))) {
      const before = last.segments.at(-1)
      if (before?.tail === '') last.segments[last.segments.length - 1] = { ...before, tail: ' ' }
      last.segments.push(segment)
    } else {
      // Dropped words at the beginning stand in the block that follows them.
      const home = related && segment.side === 'from' ? row.to[0]! : cell
      blocks.push({ block: home.block, segments: [segment], cells: new Set([home]) })
    }
    if (other) blocks.at(-1)!.cells.add(other.cell)
  }

  let y = 0
  let x = 0
  while (y < olds.length || x < news.length) {
    const old = olds[y]
    const now = news[x]
    if (old && !isPaired(old.segment)) {
      y++
      if (!(old.segment.entry < 0 && now)) push(dropped(old.segment), old)
    } else if (now && !isPaired(now.segment)) {
      x++
      push(added(now.segment, pair), now)
    } else if (old && now && old.segment.entry === now.segment.entry) {
      y++
      x++
      push(woven(now.segment, pair), now, old)
    } else if (old) {
      // Two sentences that changed places within the row without being told as moved.
      apart.add(old.segment.entry)
    } else break
  }
  return blocks.map(({ block, segments }) => ({ block, segments }))
}

const placedIn = (cells: readonly Cell[]): Placed[] =>
  cells.flatMap(cell => cell.segments.map(segment => ({ cell, segment })))

const textOf = (segment: Segment): string => segment.pieces.map(({ text }) => text).join('')

const isMoved = ({ op }: Segment): boolean => op === 'moved' || op === 'moved-edited'

function dropped(segment: Segment): Segment {
  if (isMoved(segment)) return segment
  return { ...segment, op: 'deleted', pieces: [{ text: textOf(segment), mark: 'deleted' }] }
}

function added(segment: Segment, pair: TextPair): Segment {
  if (segment.entry < 0) return segment
  if (segment.op === 'moved-edited') return woven(segment, pair)
  if (isMoved(segment)) return segment
  return { ...segment, op: 'inserted', pieces: [{ text: textOf(segment), mark: 'inserted' }] }
}

/** The new side's segment with the dropped words of the old one in their places. */
function woven(segment: Segment, { from, to, alignment }: TextPair): Segment {
  const words = alignment[segment.entry]?.words
  if (!words) return { ...segment, side: 'both' }
  const pieces: Piece[] = []
  const push = (text: string, mark: Piece['mark']) => {
    if (text === '') return
    const before = pieces.at(-1)
    if (before?.mark === mark) pieces[pieces.length - 1] = { text: before.text + text, mark }
    else pieces.push({ text, mark })
  }
  let at = segment.range[0]
  words.forEach((word, n) => {
    if (word.to) {
      push(to.text.slice(at, word.to[0]), 'same')
      push(to.text.slice(...word.to), word.op)
      at = word.to[1]
    } else if (word.from) {
      // Of the space around dropped words the new text has one; the other comes from the old text.
      const space = SPACE.exec(to.text.slice(at, segment.range[1]))![0]
      push(space || (pieces.length === 0 ? '' : ' '), 'same')
      at += space.length
      push(from.text.slice(...word.from), 'deleted')
      if (n < words.length - 1) push(SPACE.exec(from.text.slice(word.from[1]))![0] || ' ', 'same')
    }
  })
  push(to.text.slice(at, segment.range[1]), 'same')
  return { ...segment, side: 'both', pieces }
}

const SPACE = /^\s*/
