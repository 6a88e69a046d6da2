import type { Range } from '../../model/comparison.ts'

/** The range a place is in, else the last one before it. Ranges are sorted. */
export function indexAt(ranges: readonly Range[], at: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]![0] <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
