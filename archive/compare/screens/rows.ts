import type { Picture, Rect } from './picture.ts'

/** Rows that are the same on both sides: `length` rows from `a` and from `b` on, counted in their parts. */
export interface SameRows {
  readonly a: number
  readonly b: number
  readonly length: number
}

const FNV_PRIME = 0x01000193
const FNV_BASIS = 0x811c9dc5

/** One number for each row of a part (FNV-1a over its pixels). Equal rows have equal numbers. */
export function rowSums({ width, pixels }: Picture, part: Rect): Uint32Array {
  const sums = new Uint32Array(part.height)
  for (let y = 0; y < part.height; y++) {
    let sum = FNV_BASIS
    const from = (part.y + y) * width + part.x
    for (let at = from; at < from + part.width; at++) sum = Math.imul(sum ^ pixels[at]!, FNV_PRIME)
    sums[y] = sum >>> 0
  }
  return sums
}

/** Rows that occur once on each side, by their sums, as pairs in the order of `a`. */
function uniquePairs(a: Uint32Array, b: Uint32Array): [number, number][] {
  const places = (sums: Uint32Array) => {
    const found = new Map<number, number>()
    sums.forEach((sum, at) => found.set(sum, found.has(sum) ? -1 : at))
    return found
  }
  const inB = places(b)
  return [...places(a)]
    .filter(([sum, at]) => at >= 0 && (inB.get(sum) ?? -1) >= 0)
    .map(([sum, at]): [number, number] => [at, inB.get(sum)!])
    .toSorted((left, right) => left[0] - right[0])
}

/** The longest run of pairs that rises on both sides (patience sorting). */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, b], at) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]![1] < b) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? tops[low - 1]! : -1
    tops[low] = at
  })
  const chain: [number, number][] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(pairs[at]!)
  return chain.toReversed()
}

/**
 * What stayed of two parts, as runs of equal rows in order: rows that occur once on both sides hold it together,
 * and whatever is equal above and below them belongs to it.
 */
export function sameRows(a: Uint32Array, b: Uint32Array): SameRows[] {
  const runs: { a: number; b: number; length: number }[] = []
  let doneA = 0
  let doneB = 0
  const take = (atA: number, atB: number): void => {
    if (atA < doneA || atB < doneB) return
    let startA = atA
    let startB = atB
    while (startA > doneA && startB > doneB && a[startA - 1] === b[startB - 1]) {
      startA--
      startB--
    }
    let endA = atA
    let endB = atB
    while (endA < a.length && endB < b.length && a[endA] === b[endB]) {
      endA++
      endB++
    }
    if (endA > startA) runs.push({ a: startA, b: startB, length: endA - startA })
    doneA = endA
    doneB = endB
  }
  take(0, 0)
  for (const [atA, atB] of rising(uniquePairs(a, b))) take(atA, atB)
  let tail = 0
  while (tail < a.length - doneA && tail < b.length - doneB && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  if (tail > 0) runs.push({ a: a.length - tail, b: b.length - tail, length: tail })
  return runs
}
