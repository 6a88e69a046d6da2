import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'
import { sentenceKeys, similarPairs, twinPairs, type Pair } from './candidates.ts'
import { heaviestChain } from './chain.ts'
import { createSimilarity, featuresOf, type Similarity } from './features.ts'
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
  anchor: 0.42,
  /** An anchor must not be worse by more than this than another partner of either sentence. */
  anchorLag: 0.2,
  /** Least similarity of a sentence that stands between the same anchors as before. */
  gap: 0.24,
  /** Least similarity of a moved sentence, and its least lead over any rival. */
  move: 0.6,
  lead: 0.08,
  /** A shorter sentence is called moved only together with its neighbour: in general, and where borders are guessed. */
  moveLetters: 6,
  moveLettersLoose: 18,
  /** How much more similar a moved sentence must be than one that stands in its old place. */
  leadOverInPlace: 0.4,
  /** A sentence that the text repeats is not called moved where one this similar stands in its old place. */
  commonplaceRival: 0.3,
})

/** Used instead where the two texts have next to nothing in common: two stories, not two versions. */
export const STRANGERS = Object.freeze({ support: 0.2, anchor: 0.75, gap: 0.75 })

interface WorkingLink {
  i: number
  iEnd: number
  j: number
  jEnd: number
  moved: boolean
  similarity: number
}

export function linkSentences(from: Side, to: Side, vocabulary: Vocabulary): Link[] {
  const [fromKeys, toKeys] = sentenceKeys([from, to], vocabulary) as [number[], number[]]
  const features = featuresOf(from, to, vocabulary)
  const similarity = createSimilarity(features)
  const all = () => true
  const identical = (i: number, j: number) => sameTokens(from, to, i, j)

  const twins = twinPairs(fromKeys, toKeys, all, all, identical)
  const fromTwins = new Set(twins.map(pair => pair.i))
  const toTwins = new Set(twins.map(pair => pair.j))
  const similar = similarPairs(features, similarity, i => !fromTwins.has(i), j => !toTwins.has(j), THRESHOLDS.anchor)
  let candidates = withoutLaggards([...twins, ...similar], THRESHOLDS.anchorLag)
  let chain = anchorsOf(candidates, to.sentences)
  const support =
    chain.reduce((sum, p) => sum + (p.similarity >= 0.7 ? 1 : 0), 0) / Math.max(1, Math.min(from.sentences, to.sentences))
  const strangers = support < STRANGERS.support
  if (strangers) {
    candidates = candidates.filter(p => p.similarity >= STRANGERS.anchor)
    chain = anchorsOf(candidates, to.sentences)
  }
  const gapLeast = strangers ? STRANGERS.gap : THRESHOLDS.gap

  const oldLinked = new Uint8Array(from.sentences)
  const newLinked = new Uint8Array(to.sentences)
  const leftOld = (i: number) => !oldLinked[i]
  const leftNew = (j: number) => !newLinked[j]
  const links: WorkingLink[] = []
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

  const gaps = gapsBetween(chain, from.sentences, to.sentences, leftOld, leftNew)
  const repeatedFrom = repeated(fromKeys)
  const repeatedTo = repeated(toKeys)
  const local = localRivals(gaps, similarity)
  const loose = [
    ...twinPairs(fromKeys, toKeys, leftOld, leftNew, identical),
    ...similarPairs(features, similarity, leftOld, leftNew, THRESHOLDS.move - THRESHOLDS.lead),
  ]
  const moves = loose.toSorted((a, b) => b.similarity - a.similarity || a.i - b.i || a.j - b.j)
  const oldRivals = new Map<number, Pair[]>()
  const newRivals = new Map<number, Pair[]>()
  for (const pair of loose) {
    oldRivals.set(pair.i, [...(oldRivals.get(pair.i) ?? []), pair])
    newRivals.set(pair.j, [...(newRivals.get(pair.j) ?? []), pair])
  }
  const movedTo = new Map<number, number>()
  const besideMove = ({ i, j }: Pair) => movedTo.get(i - 1) === j - 1 || movedTo.get(i + 1) === j + 1
  for (const pair of [...moves, ...moves, ...moves.toReversed()]) {
    if (pair.similarity < THRESHOLDS.move || oldLinked[pair.i] || newLinked[pair.j]) continue
    const commonplace = repeatedFrom[pair.i] || repeatedTo[pair.j]
    if (strangers && (commonplace || pair.similarity < 0.9)) continue
    const inPlace = Math.max(local.old[pair.i]!, local.now[pair.j]!)
    if (inPlace > (commonplace ? THRESHOLDS.commonplaceRival : pair.similarity - THRESHOLDS.leadOverInPlace)) continue
    const rivals = [
      ...oldRivals.get(pair.i)!.filter(other => other.j !== pair.j && !newLinked[other.j]),
      ...newRivals.get(pair.j)!.filter(other => other.i !== pair.i && !oldLinked[other.i]),
    ]
    if (lettersIn(from, pair.i) < (from.loose[pair.i] ? THRESHOLDS.moveLettersLoose : THRESHOLDS.moveLetters) && !besideMove(pair)) continue
    if (pair.similarity < 0.99 && rivals.some(other => pair.similarity - other.similarity < THRESHOLDS.lead)) continue
    add(pair, true)
    movedTo.set(pair.i, pair.j)
  }

  joinHalves()
  for (const gap of gaps) {
    for (const pair of alignGap(gap.olds.filter(leftOld), gap.news.filter(leftNew), similarity, gapLeast)) add(pair, false)
  }
  joinHalves()
  return links.toSorted((a, b) => a.j - b.j || a.i - b.i)
}

interface Gap {
  readonly olds: readonly number[]
  readonly news: readonly number[]
}

function gapsBetween(
  chain: readonly { readonly i: number; readonly j: number }[],
  oldCount: number,
  newCount: number,
  leftOld: (i: number) => boolean,
  leftNew: (j: number) => boolean,
): Gap[] {
  const gaps: Gap[] = []
  let i = 0
  let j = 0
  for (const anchor of [...chain, { i: oldCount, j: newCount }]) {
    const olds = range(i, anchor.i).filter(leftOld)
    const news = range(j, anchor.j).filter(leftNew)
    if (olds.length + news.length > 0) gaps.push({ olds, news })
    i = anchor.i + 1
    j = anchor.j + 1
  }
  return gaps
}

function localRivals(gaps: readonly Gap[], similarity: Similarity) {
  const old: number[] = []
  const now: number[] = []
  for (const gap of gaps) {
    for (const i of gap.olds) old[i] = 0
    for (const j of gap.news) now[j] = 0
    if (gap.olds.length * gap.news.length > 2500) continue
    for (const i of gap.olds)
      for (const j of gap.news) {
        const value = similarity.of(i, j)
        old[i] = Math.max(old[i]!, value)
        now[j] = Math.max(now[j]!, value)
      }
  }
  return { old, now }
}

function repeated(keys: readonly number[]): boolean[] {
  const counts: number[] = []
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return keys.map(key => counts[key]! > 1)
}

function withoutLaggards(pairs: readonly Pair[], lag: number): Pair[] {
  const oldBest = new Map<number, number>()
  const newBest = new Map<number, number>()
  for (const { i, j, similarity } of pairs) {
    oldBest.set(i, Math.max(oldBest.get(i) ?? 0, similarity))
    newBest.set(j, Math.max(newBest.get(j) ?? 0, similarity))
  }
  return pairs.filter(p => p.similarity >= Math.max(oldBest.get(p.i)!, newBest.get(p.j)!) - lag)
}

function anchorsOf(candidates: readonly Pair[], newCount: number) {
  const known = new Set(candidates.map(pair => pair.i * newCount + pair.j))
  const beside = (i: number, j: number) => i >= 0 && j >= 0 && j < newCount && known.has(i * newCount + j)
  return heaviestChain(
    candidates.map(pair => ({
      ...pair,
      weight:
        pair.similarity -
        THRESHOLDS.gap +
        (beside(pair.i - 1, pair.j - 1) ? 0.02 : 0) +
        (beside(pair.i + 1, pair.j + 1) ? 0.02 : 0),
    })),
    newCount,
  )
}

function lettersIn(side: Side, sentence: number): number {
  return side.ends[side.first[sentence + 1]! - 1]! - side.starts[side.first[sentence]!]!
}

/** Token for token the same; sentences with the same folded key have equally many. */
function sameTokens(from: Side, to: Side, i: number, j: number): boolean {
  for (let a = from.first[i]!, b = to.first[j]!; a < from.first[i + 1]!; a++, b++) {
    if (from.ids[a] !== to.ids[b]) return false
  }
  return true
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, k) => start + k)
}
