import type { Board } from './board.ts'
import type { Pair } from './candidates.ts'
import type { Similarity } from './features.ts'

/** Sentences without a partner between two anchors. */
export interface Gap {
  readonly olds: readonly number[]
  readonly news: readonly number[]
}

/** Largest number of cells of one gap's table. A larger gap is left to the candidates found by their words. */
const MOST_CELLS = 40_000

export function gapsBetween(board: Board, chain: readonly Pair[]): Gap[] {
  const gaps: Gap[] = []
  let i = 0
  let j = 0
  for (const anchor of [...chain, { i: board.from.sentences, j: board.to.sentences }]) {
    const olds = range(i, anchor.i).filter(board.isOldFree)
    const news = range(j, anchor.j).filter(board.isNewFree)
    if (olds.length + news.length > 0) gaps.push({ olds, news })
    i = anchor.i + 1
    j = anchor.j + 1
  }
  return gaps
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, k) => start + k)
}

/**
 * Links the sentences between two anchors in order: the set of pairs with the largest sum of
 * `similarity - least` (Needleman and Wunsch 1970, without a price for leaving a sentence alone).
 */
export function linkGap(board: Board, gap: Gap, least: number, moved = false): void {
  const olds = gap.olds.filter(board.isOldFree)
  const news = gap.news.filter(board.isNewFree)
  if (olds.length === 0 || news.length === 0 || olds.length * news.length > MOST_CELLS) return
  for (const pair of bestPairs(olds, news, board.similarity, least)) board.link(pair, moved)
}

function bestPairs(
  olds: readonly number[],
  news: readonly number[],
  similarity: Similarity,
  least: number,
): Pair[] {
  const width = news.length + 1
  const sums = new Float64Array((olds.length + 1) * width)
  const values = new Float64Array(olds.length * news.length)
  for (let a = olds.length - 1; a >= 0; a--) {
    for (let b = news.length - 1; b >= 0; b--) {
      const value = similarity.of(olds[a]!, news[b]!)
      values[a * news.length + b] = value
      const at = a * width + b
      sums[at] = Math.max(sums[at + width]!, sums[at + 1]!, sums[at + width + 1]! + value - least)
    }
  }
  const pairs: Pair[] = []
  for (let a = 0, b = 0; a < olds.length && b < news.length;) {
    const at = a * width + b
    const value = values[a * news.length + b]!
    if (value > least && sums[at] === sums[at + width + 1]! + value - least) {
      pairs.push({ i: olds[a++]!, j: news[b++]!, similarity: value })
    } else if (sums[at] === sums[at + width]) a++
    else b++
  }
  return pairs
}
