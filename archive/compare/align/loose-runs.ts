import type { Board, Link } from './board.ts'

/** Letters a run must hold to be no coincidence. */
const LEAST_LETTERS = 20
/** Places looked at for one sentence. */
const MOST_RIVALS = 16

interface Run {
  readonly i: number
  readonly j: number
  readonly length: number
  readonly letters: number
}

/**
 * Where borders between sentences are a guess, a sentence that moved is several short stretches in a row, each
 * too commonplace to be called moved by itself. Together they are not: the longest runs that both texts still
 * have without a partner are linked, longest first.
 */
export function linkLooseRuns(board: Board): void {
  const runs = runsOf(board).toSorted((a, b) => b.letters - a.letters || a.j - b.j || a.i - b.i)
  const kept = board.links.filter(link => !link.moved).toSorted((a, b) => a.j - b.j)
  for (const { i, j, length } of runs) {
    const places = Array.from({ length }, (_, k) => k)
    if (!places.every(k => board.isOldFree(i + k) && board.isNewFree(j + k))) continue
    const moved = !isInPlace(kept, i, j)
    for (const k of places) board.link({ i: i + k, j: j + k, similarity: 1 }, moved)
  }
}

/** The longest runs of free loose sentences, the same on both sides. */
function runsOf({ from, to, fromKeys, toKeys, isOldFree, isNewFree }: Board): Run[] {
  const isOpen = (i: number, j: number) =>
    i >= 0 &&
    j >= 0 &&
    i < from.sentences &&
    j < to.sentences &&
    fromKeys[i] === toKeys[j] &&
    isOldFree(i) &&
    isNewFree(j) &&
    from.loose[i]! &&
    to.loose[j]!
  const places = new Map<number, number[]>()
  for (let i = 0; i < from.sentences; i++) {
    if (!from.loose[i] || !isOldFree(i)) continue
    const list = places.get(fromKeys[i]!)
    if (list) list.push(i)
    else places.set(fromKeys[i]!, [i])
  }
  const runs: Run[] = []
  for (let j = 0; j < to.sentences; j++) {
    for (const i of (places.get(toKeys[j]!) ?? []).slice(0, MOST_RIVALS)) {
      if (!isOpen(i, j) || isOpen(i - 1, j - 1)) continue
      let length = 0
      let letters = 0
      for (; isOpen(i + length, j + length); length++) {
        const last = to.first[j + length + 1]! - 1
        letters += to.ends[last]! - to.starts[to.first[j + length]!]!
      }
      if (letters >= LEAST_LETTERS) runs.push({ i, j, length, letters })
    }
  }
  return runs
}

/** Whether an old and a new sentence stand between the same kept ones. */
function isInPlace(kept: readonly Link[], i: number, j: number): boolean {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (kept[middle]!.j < j) low = middle + 1
    else high = middle
  }
  return (kept[low - 1]?.iEnd ?? -1) < i && (kept[low]?.i ?? Infinity) > i
}
