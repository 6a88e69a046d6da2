import { heaviestChain } from './chain.ts'

/** Equal places of two token lists. */
export interface Landmark {
  readonly i: number
  readonly j: number
}

/** Lengths of the stretches tried: single tokens first, then triples, which are unique more often. */
const STRETCHES: readonly number[] = [1, 3]

/**
 * Places that surely belong together in two token lists too long for a table: tokens that stand once on each
 * side, as far as they keep their order (patience diff). Where there are none, the same with three tokens in a
 * row. O(n log n).
 */
export function landmarksOf(a: readonly number[], b: readonly number[]): Landmark[] {
  for (const length of STRETCHES) {
    const news = uniquePlaces(b, length)
    const pairs = [...uniquePlaces(a, length)].flatMap(([key, i]) => {
      const j = news.get(key)
      return j === undefined ? [] : [{ i, j, weight: 1 }]
    })
    const chain = heaviestChain(pairs, b.length)
    if (chain.length > 0) return chain
  }
  return []
}

function uniquePlaces(tokens: readonly number[], length: number): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (let k = 0; k + length <= tokens.length; k++) {
    const key = tokens.slice(k, k + length).join(' ')
    if (places.has(key)) repeated.add(key)
    places.set(key, k)
  }
  for (const key of repeated) places.delete(key)
  return places
}
