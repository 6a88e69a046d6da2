import type { Similarity } from './features.ts'

/** A pair found in a gap between anchors. */
export interface GapPair {
  readonly i: number
  readonly j: number
  readonly similarity: number
}

/** Largest number of cells of one gap's table. A larger gap is left to the candidates found by their words. */
const MOST_CELLS = 40_000

/**
 * Sentences between two anchors, aligned in order: the set of pairs with the largest sum of
 * `similarity - least` (Needleman and Wunsch 1970, without a price for leaving a sentence alone).
 */
export function alignGap(
  olds: readonly number[],
  news: readonly number[],
  similarity: Similarity,
  least: number,
): GapPair[] {
  const width = news.length + 1
  if (olds.length === 0 || news.length === 0 || olds.length * news.length > MOST_CELLS) return []
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
  const pairs: GapPair[] = []
  for (let a = 0, b = 0; a < olds.length && b < news.length; ) {
    const at = a * width + b
    const value = values[a * news.length + b]!
    if (value > least && sums[at] === sums[at + width + 1]! + value - least) {
      pairs.push({ i: olds[a++]!, j: news[b++]!, similarity: value })
    } else if (sums[at] === sums[at + width]) a++
    else b++
  }
  return pairs
}
