/** A pair with the worth of keeping it. */
export interface WeightedPair {
  readonly i: number
  readonly j: number
  readonly weight: number
}

/**
 * The heaviest set of pairs in which both sides rise: the sentences that kept their order, and with that the
 * smallest set that has to be called moved. O(n log n) with a Fenwick tree over the new side; ties go to the
 * pair met first, so the result depends on nothing but the input.
 */
export function heaviestChain<P extends WeightedPair>(pairs: readonly P[], newCount: number): P[] {
  const sorted = pairs.toSorted((a, b) => a.i - b.i || b.j - a.j)
  const best = new Float64Array(newCount + 1)
  const bestAt = new Int32Array(newCount + 1).fill(-1)
  const totals = new Float64Array(sorted.length)
  const before = new Int32Array(sorted.length).fill(-1)
  let end = -1
  sorted.forEach((pair, k) => {
    let sum = 0
    for (let n = pair.j; n > 0; n -= n & -n) {
      if (best[n]! > sum) {
        sum = best[n]!
        before[k] = bestAt[n]!
      }
    }
    totals[k] = sum + pair.weight
    for (let n = pair.j + 1; n <= newCount; n += n & -n) {
      if (totals[k] > best[n]!) {
        best[n] = totals[k]!
        bestAt[n] = k
      }
    }
    if (end < 0 || totals[k] > totals[end]!) end = k
  })
  const chain: P[] = []
  for (let k = end; k >= 0; k = before[k]!) chain.push(sorted[k]!)
  return chain.toReversed()
}
