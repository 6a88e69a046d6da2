import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'
import { sentenceKeys, similarPairs, twinPairs, type Pair } from './candidates.ts'
import { heaviestChain } from './chain.ts'
import { createSimilarity, featuresOf } from './features.ts'
import { alignGap } from './gaps.ts'
import { coverage, LEAST_COVERAGE, tokensOf } from './joints.ts'

/** Old sentences `i` to `iEnd` and the new ones, `j` to `jEnd`, that they became; one of the two is a single one. */
export interface Link {
  readonly i: number
  readonly iEnd: number
  readonly j: number
  readonly jEnd: number
  readonly moved: boolean
}

/** Where the lines between "edited", "moved" and "another sentence" are drawn. */
export const THRESHOLDS = Object.freeze({
  /** Least similarity of an anchor that is not the same words. */
  anchor: 0.45,
  /** Least similarity of a sentence that stands between the same anchors as before. */
  gap: 0.24,
  /** Least similarity of a moved sentence, and its least lead over any rival. */
  move: 0.6,
  lead: 0.08,
})

export function linkSentences(from: Side, to: Side, vocabulary: Vocabulary): Link[] {
  const [fromKeys, toKeys] = sentenceKeys([from, to], vocabulary) as [number[], number[]]
  const features = featuresOf(from, to, vocabulary)
  const similarity = createSimilarity(features)
  const all = () => true

  const twins = twinPairs(fromKeys, toKeys, all, all)
  const fromTwins = new Set(twins.map(pair => pair.i))
  const toTwins = new Set(twins.map(pair => pair.j))
  const similar = similarPairs(features, similarity, i => !fromTwins.has(i), j => !toTwins.has(j), THRESHOLDS.anchor)
  const candidates = [...twins, ...similar]
  const known = new Set(candidates.map(pair => pair.i * to.sentences + pair.j))
  const beside = (i: number, j: number) => i >= 0 && j >= 0 && j < to.sentences && known.has(i * to.sentences + j)
  const chain = heaviestChain(
    candidates.map(pair => ({
      ...pair,
      weight:
        pair.similarity -
        THRESHOLDS.gap +
        (beside(pair.i - 1, pair.j - 1) ? 0.02 : 0) +
        (beside(pair.i + 1, pair.j + 1) ? 0.02 : 0),
    })),
    to.sentences,
  )

  const oldLinked = new Uint8Array(from.sentences)
  const newLinked = new Uint8Array(to.sentences)
  const links: { i: number; iEnd: number; j: number; jEnd: number; moved: boolean; similarity: number }[] = []
  const add = (pair: Pair, moved: boolean) => {
    oldLinked[pair.i] = 1
    newLinked[pair.j] = 1
    links.push({ i: pair.i, iEnd: pair.i, j: pair.j, jEnd: pair.j, moved, similarity: pair.similarity })
  }
  // A sentence left alone beside a link may be the other half of its partner.
  const joinHalves = () => {
    for (const link of links) {
      if (link.similarity >= 0.97) continue
      for (const step of [-1, 1]) {
        if (link.iEnd === link.i) {
          const j = step < 0 ? link.j - 1 : link.jEnd + 1
          if (j >= 0 && j < to.sentences && leftNew(j) && coverage(tokensOf(from, link.i), tokensOf(to, link.j), tokensOf(to, j), vocabulary) >= LEAST_COVERAGE) {
            newLinked[j] = 1
            if (step < 0) link.j = j
            else link.jEnd = j
          }
        }
        if (link.jEnd === link.j) {
          const i = step < 0 ? link.i - 1 : link.iEnd + 1
          if (i >= 0 && i < from.sentences && leftOld(i) && coverage(tokensOf(to, link.j), tokensOf(from, link.i), tokensOf(from, i), vocabulary) >= LEAST_COVERAGE) {
            oldLinked[i] = 1
            if (step < 0) link.i = i
            else link.iEnd = i
          }
        }
      }
    }
  }
  for (const pair of chain) add(pair, false)

  const leftOld = (i: number) => !oldLinked[i]
  const leftNew = (j: number) => !newLinked[j]
  const loose = [
    ...twinPairs(fromKeys, toKeys, leftOld, leftNew),
    ...similarPairs(features, similarity, leftOld, leftNew, THRESHOLDS.move - THRESHOLDS.lead),
  ]
  const moves = loose.toSorted((a, b) => b.similarity - a.similarity || a.i - b.i || a.j - b.j)
  const oldRivals = new Map<number, Pair[]>()
  const newRivals = new Map<number, Pair[]>()
  for (const pair of loose) {
    oldRivals.set(pair.i, [...(oldRivals.get(pair.i) ?? []), pair])
    newRivals.set(pair.j, [...(newRivals.get(pair.j) ?? []), pair])
  }
  for (const pair of moves) {
    if (pair.similarity < THRESHOLDS.move || oldLinked[pair.i] || newLinked[pair.j]) continue
    const rivals = [
      ...oldRivals.get(pair.i)!.filter(other => other.j !== pair.j && !newLinked[other.j]),
      ...newRivals.get(pair.j)!.filter(other => other.i !== pair.i && !oldLinked[other.i]),
    ]
    if (pair.similarity < 1 && rivals.some(other => pair.similarity - other.similarity < THRESHOLDS.lead)) continue
    add(pair, true)
  }

  joinHalves()
  const spine = [...chain, { i: from.sentences, j: to.sentences }]
  let i = 0
  let j = 0
  for (const anchor of spine) {
    const olds = range(i, anchor.i).filter(leftOld)
    const news = range(j, anchor.j).filter(leftNew)
    for (const pair of alignGap(olds, news, similarity, THRESHOLDS.gap)) add(pair, false)
    i = anchor.i + 1
    j = anchor.j + 1
  }
  joinHalves()
  return links.toSorted((a, b) => a.j - b.j || a.i - b.i)
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, k) => start + k)
}
