import type { Side } from '../segment/side.ts'
import { TOKEN_KINDS } from '../segment/words.ts'
import type { Board, Link } from './board.ts'

/** How much of a sentence its neighbour's partner must hold before it counts as a part of that partner. */
const LEAST_COVERAGE = 0.6
/** Fewer letters than this are too few to tell where a sentence came from. */
const LEAST_LETTERS = 10
/** A partner this similar has nothing left over for another half. */
const WHOLE = 0.97

/** Takes a sentence left alone beside a link into it, where it is the other half of a split or merged one. */
export function joinHalves(board: Board): void {
  for (const link of board.links) {
    if (link.similarity >= WHOLE) continue
    for (const step of [-1, 1] as const) {
      if (link.iEnd === link.i) joinNew(board, link, step)
      if (link.jEnd === link.j) joinOld(board, link, step)
    }
  }
}

function joinNew(board: Board, link: Link, step: 1 | -1): void {
  const j = step < 0 ? link.j - 1 : link.jEnd + 1
  if (!board.isNewFree(j)) return
  const [old, now] = [tokensOf(board.from, link.i), tokensOf(board.to, link.j)]
  if (coverage(board, old, now, tokensOf(board.to, j)) >= LEAST_COVERAGE) board.takeNew(link, j)
}

function joinOld(board: Board, link: Link, step: 1 | -1): void {
  const i = step < 0 ? link.i - 1 : link.iEnd + 1
  if (!board.isOldFree(i)) return
  const [old, now] = [tokensOf(board.from, link.i), tokensOf(board.to, link.j)]
  if (coverage(board, now, old, tokensOf(board.from, i)) >= LEAST_COVERAGE) board.takeOld(link, i)
}

function tokensOf(side: Side, sentence: number): readonly number[] {
  return side.ids.slice(side.first[sentence], side.first[sentence + 1])
}

/**
 * Share of the letters of `part` that `whole` holds and `rest` does not account for. High where `whole` was
 * split into `rest` and `part`, or merged from them. Each is a list of token numbers.
 */
function coverage(
  { vocabulary }: Board,
  whole: readonly number[],
  rest: readonly number[],
  part: readonly number[],
): number {
  const left = new Map<number, number>()
  const count = (id: number, change: 1 | -1) => {
    const folded = vocabulary.folded[id]!
    left.set(folded, (left.get(folded) ?? 0) + change)
  }
  for (const id of whole) count(id, 1)
  for (const id of rest) count(id, -1)
  let letters = 0
  let covered = 0
  for (const id of part) {
    if (vocabulary.kinds[id] === TOKEN_KINDS.mark) continue
    letters += vocabulary.lengths[id]!
    if ((left.get(vocabulary.folded[id]!) ?? 0) > 0) covered += vocabulary.lengths[id]!
    count(id, -1)
  }
  return letters < LEAST_LETTERS ? 0 : covered / letters
}
