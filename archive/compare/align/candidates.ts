import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'
import type { Features, Similarity } from './features.ts'

/** A pair of sentences that may belong together. */
export interface Pair {
  readonly i: number
  readonly j: number
  /** From 0 to 1; 1 for the same words. */
  readonly similarity: number
}

/** Limits of work, so that the effort stays in proportion to the length of the texts. */
const LIMITS = Object.freeze({
  /** A sentence that stands oftener than this is paired with the twins nearest to it only. */
  twins: 8,
  /** Features looked up for one sentence, rarest first. */
  featuresLookedUp: 16,
  /** Features held by more sentences than this tell nothing apart. */
  holders: 64,
  /** Sentences measured in full for one sentence. */
  measured: 6,
})

/** Per sentence a number, the same where the folded words are the same. */
export function sentenceKeys(
  from: Side,
  to: Side,
  vocabulary: Vocabulary,
): readonly [readonly number[], readonly number[]] {
  const numbers = new Map<string, number>()
  const keysOf = (side: Side) =>
    Array.from({ length: side.sentences }, (_, s) => {
      const ids = side.ids.slice(side.first[s], side.first[s + 1])
      const key = ids.map(id => vocabulary.folded[id]).join(' ')
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, numbers.size)
      return numbers.size - 1
    })
  return [keysOf(from), keysOf(to)]
}

function placesOf(keys: readonly number[], wanted: (s: number) => boolean): Map<number, number[]> {
  const places = new Map<number, number[]>()
  keys.forEach((key, s) => {
    if (!wanted(s)) return
    const list = places.get(key)
    if (list) list.push(s)
    else places.set(key, [s])
  })
  return places
}

/** The places around the one of the given rank. */
function around(places: readonly number[], rank: number, count: number): readonly number[] {
  const start = Math.max(0, Math.min(rank - count / 2, places.length - count))
  return places.slice(start, start + count)
}

/**
 * Pairs of sentences with the same folded words: similarity 1 where `identical` says that they are the same to
 * the letter, else 0.99.
 */
export function twinPairs(
  fromKeys: readonly number[],
  toKeys: readonly number[],
  wantedFrom: (i: number) => boolean,
  wantedTo: (j: number) => boolean,
  identical: (i: number, j: number) => boolean,
): Pair[] {
  const places = placesOf(toKeys, wantedTo)
  const olds = placesOf(fromKeys, wantedFrom)
  const pairs: Pair[] = []
  for (const [key, is] of olds) {
    const js = places.get(key)
    if (!js) continue
    is.forEach((i, n) => {
      // Where both sides repeat the sentence, its rank among its twins is the best guess of its place.
      const rank = Math.round((n * js.length) / is.length)
      for (const j of around(js, rank, LIMITS.twins)) {
        pairs.push({ i, j, similarity: identical(i, j) ? 1 : 0.99 })
      }
    })
  }
  return pairs
}

/** Pairs of sentences that share enough rare words to have a similarity of at least `least`. */
export function similarPairs(
  features: Features,
  similarity: Similarity,
  wantedFrom: (i: number) => boolean,
  wantedTo: (j: number) => boolean,
  least: number,
): Pair[] {
  const holders = holdersOf(features, wantedTo)
  const score = new Float64Array(features.to.length)
  const pairs: Pair[] = []
  features.from.forEach((own, i) => {
    if (!wantedFrom(i)) return
    const touched: number[] = []
    for (const feature of rarest(own, holders)) {
      for (const j of holders.get(feature)!) {
        if (score[j] === 0) touched.push(j)
        score[j]! += features.weights[feature]!
      }
    }
    touched.sort((a, b) => score[b]! - score[a]! || Math.abs(a - i) - Math.abs(b - i) || a - b)
    for (const j of touched.slice(0, LIMITS.measured)) {
      const value = similarity.of(i, j)
      if (value >= least) pairs.push({ i, j, similarity: Math.min(value, 0.999) })
    }
    for (const j of touched) score[j] = 0
  })
  return pairs
}

function holdersOf(features: Features, wanted: (j: number) => boolean): Map<number, number[]> {
  const holders = new Map<number, number[]>()
  features.to.forEach((own, j) => {
    if (!wanted(j)) return
    for (const feature of new Set(own)) {
      const list = holders.get(feature)
      if (!list) holders.set(feature, [j])
      else if (list.length <= LIMITS.holders) list.push(j)
    }
  })
  return holders
}

function rarest(own: readonly number[], holders: ReadonlyMap<number, readonly number[]>): number[] {
  return [...new Set(own)]
    .filter(feature => {
      const list = holders.get(feature)
      return list !== undefined && list.length <= LIMITS.holders
    })
    .toSorted((a, b) => holders.get(a)!.length - holders.get(b)!.length || a - b)
    .slice(0, LIMITS.featuresLookedUp)
}
