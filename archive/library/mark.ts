import { type Comparison, VERDICT_KINDS } from '../model/comparison.ts'
import type { Mark } from './types.ts'

/** What a list shows of a comparison. The verdict's kinds are declared most telling first. */
export function markOf({ degree, class: changeClass, verdict }: Comparison): Mark {
  const counts = VERDICT_KINDS.map(kind => ({
    kind,
    count: verdict.filter(line => line.kind === kind).length,
  }))
  return {
    degree,
    class: changeClass,
    kinds: counts.filter(({ kind, count }) => kind !== 'noise' && count > 0),
    noise: counts.find(({ kind }) => kind === 'noise')?.count ?? 0,
  }
}
