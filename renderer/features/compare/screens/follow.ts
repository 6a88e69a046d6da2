import type { Screens } from '../../../../archive/contract/screens.ts'

type Anchor = readonly [from: number, to: number]

/** Heights on both sides that belong together, from the top of the pages to their ends. */
export function anchorsOf({ from, to, comparison }: Screens): readonly Anchor[] {
  const pairs = (comparison?.changes ?? []).flatMap(change =>
    change.from && change.to
      ? [
          [change.from.y, change.to.y] as const,
          [change.from.y + change.from.height, change.to.y + change.to.height] as const,
        ]
      : [],
  )
  const ends: Anchor = [from?.height ?? 0, to?.height ?? 0]
  const rising: Anchor[] = [[0, 0]]
  for (const pair of [...pairs.toSorted((a, b) => a[0] - b[0]), ends]) {
    const last = rising.at(-1)!
    if (pair[0] > last[0] && pair[1] > last[1]) rising.push(pair)
  }
  return rising
}

/** The height on the other side that belongs to one on this side. */
export function otherHeight(anchors: readonly Anchor[], side: 'from' | 'to', y: number): number {
  const [here, there] = side === 'from' ? [0, 1] : [1, 0]
  const next = anchors.findIndex(anchor => anchor[here]! >= y)
  if (next <= 0) return next === 0 ? anchors[0]![there]! : (anchors.at(-1)?.[there] ?? y)
  const [before, after] = [anchors[next - 1]!, anchors[next]!]
  const share = (y - before[here]!) / (after[here]! - before[here]!)
  return before[there]! + share * (after[there]! - before[there]!)
}
