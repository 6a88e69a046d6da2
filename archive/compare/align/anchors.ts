import type { Board } from './board.ts'
import { similarPairs, twinPairs, type Pair } from './candidates.ts'
import { heaviestChain } from './chain.ts'
import { isIdentical } from './board.ts'
import { STRANGERS, THRESHOLDS } from './thresholds.ts'

/** What a neighbour with the same idea adds: enough to choose between twins, too little to outweigh words. */
const NEIGHBOUR_BONUS = 0.02

function all(): boolean {
  return true
}

export interface Anchors {
  /** Sentences that kept their order, rising on both sides. */
  readonly chain: readonly Pair[]
  /** Whether the texts have next to nothing in common. */
  readonly strangers: boolean
}

/** The sentences, kept or edited, that hold the two texts together. */
export function findAnchors(board: Board): Anchors {
  const { from, to, fromKeys, toKeys } = board
  const identical = (i: number, j: number) => isIdentical(from, to, i, j)
  const twins = twinPairs(fromKeys, toKeys, all, all, identical)
  const oldTwins = new Set(twins.map(pair => pair.i))
  const newTwins = new Set(twins.map(pair => pair.j))
  const similar = similarPairs(
    board.features,
    board.similarity,
    i => !oldTwins.has(i),
    j => !newTwins.has(j),
    THRESHOLDS.anchor,
  )
  const candidates = withoutLaggards([...twins, ...similar])
  const chain = chainOf(board, candidates)
  const kept = chain.filter(pair => pair.similarity >= STRANGERS.kept).length
  const shorter = Math.min(from.sentences, to.sentences)
  if (shorter < STRANGERS.fewest || kept >= STRANGERS.support * shorter) return { chain, strangers: false }
  const sure = candidates.filter(pair => pair.similarity >= STRANGERS.anchor)
  return { chain: chainOf(board, sure), strangers: true }
}

/** Leaves out a pair where one of its sentences has a much better partner elsewhere. */
function withoutLaggards(pairs: readonly Pair[]): Pair[] {
  const oldBest = new Map<number, number>()
  const newBest = new Map<number, number>()
  for (const { i, j, similarity } of pairs) {
    oldBest.set(i, Math.max(oldBest.get(i) ?? 0, similarity))
    newBest.set(j, Math.max(newBest.get(j) ?? 0, similarity))
  }
  return pairs.filter(
    ({ i, j, similarity }) => similarity >= Math.max(oldBest.get(i)!, newBest.get(j)!) - THRESHOLDS.anchorLag,
  )
}

function chainOf({ from, to }: Board, candidates: readonly Pair[]): Pair[] {
  const newCount = to.sentences
  const numberOf = (i: number, j: number) => i * (newCount + 2) + j + 1
  const known = new Set(candidates.map(pair => numberOf(pair.i, pair.j)))
  const bonus = (i: number, j: number) => (known.has(numberOf(i, j)) ? NEIGHBOUR_BONUS : 0)
  const size = (pair: Pair) => {
    if (!from.loose[pair.i] || !to.loose[pair.j]) return 1
    const letters = from.ends[from.first[pair.i + 1]! - 1]! - from.starts[from.first[pair.i]!]!
    return Math.min(1, letters / THRESHOLDS.sentenceLettersLoose)
  }
  const weighted = candidates.map(pair => ({
    ...pair,
    weight:
      size(pair) *
      (pair.similarity - THRESHOLDS.gap + bonus(pair.i - 1, pair.j - 1) + bonus(pair.i + 1, pair.j + 1)),
  }))
  return heaviestChain(weighted, newCount)
}
