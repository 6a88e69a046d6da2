import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'
import { TOKEN_KINDS } from '../segment/words.ts'

/**
 * What similarity is measured on: the folded words of a sentence and the pairs of neighbouring words, each
 * weighing more the fewer sentences hold it.
 */
export interface Features {
  /** Per sentence of the old and of the new text: its features, one entry an occurrence. */
  readonly from: readonly (readonly number[])[]
  readonly to: readonly (readonly number[])[]
  /** Per sentence: the sum of its features' weights. */
  readonly fromTotals: readonly number[]
  readonly toTotals: readonly number[]
  readonly weights: readonly number[]
}

/** Marks carry little meaning; a pair of words is counted beside its two words. */
const MARK_SHARE = 0.15
const PAIR_SHARE = 0.6
const GRAM_SHARE = 0.5

/** Where the numbers of pairs of characters begin: above every word. */
const GRAM = 2 ** 48

interface Collected {
  readonly features: number[][]
  readonly holders: number[]
}

function collect(
  side: Side,
  vocabulary: Vocabulary,
  numberOf: (key: number) => number,
  piecesOf: (id: number) => readonly number[],
): Collected {
  const features: number[][] = []
  const holders: number[] = []
  for (let s = 0; s < side.sentences; s++) {
    const own: number[] = []
    let before = 0
    for (let t = side.first[s]!; t < side.first[s + 1]!; t++) {
      if (vocabulary.kinds[side.ids[t]!] === TOKEN_KINDS.unspaced) {
        // Where words are guessed by a dictionary, one changed letter can move every border: pairs of
        // characters hold still.
        const attached = t > side.first[s]! && side.ends[t - 1] === side.starts[t]
        for (let k = side.starts[t]! + (attached ? 0 : 1); k < side.ends[t]!; k++) {
          own.push(numberOf(GRAM + side.text.charCodeAt(k - 1) * 0x10000 + side.text.charCodeAt(k)))
        }
        before = 0
        continue
      }
      const word = vocabulary.folded[side.ids[t]!]! + 1
      own.push(numberOf(word))
      own.push(numberOf(before * 0x1000000 + word + 0.5))
      if (vocabulary.kinds[side.ids[t]!] === TOKEN_KINDS.address) own.push(...piecesOf(side.ids[t]!))
      before = word
    }
    for (const feature of new Set(own)) holders[feature] = (holders[feature] ?? 0) + 1
    features.push(own)
  }
  return { features, holders }
}

/** Host, path segments, and the words of the last one with what goes before each. */
function addressParts(address: string): string[] {
  const segments = address.split('/').filter(segment => segment !== '' && !segment.endsWith(':'))
  const slug = segments.at(-1)?.split(/[-_.=?&]+/) ?? []
  return [...segments, ...slug.map((word, k) => `${slug.slice(0, k).join('-')} ${word}`)]
}

export function featuresOf(from: Side, to: Side, vocabulary: Vocabulary): Features {
  const numbers = new Map<number, number>()
  const shares: number[] = []
  const markOf: boolean[] = []
  vocabulary.kinds.forEach((kind, id) => {
    markOf[vocabulary.folded[id]! + 1] = kind === TOKEN_KINDS.mark
  })

  function shareOf(key: number): number {
    if (!Number.isInteger(key)) return PAIR_SHARE
    if (key >= GRAM) return GRAM_SHARE
    return key > 0 && markOf[key] ? MARK_SHARE : 1
  }

  function numberOf(key: number): number {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    shares.push(shareOf(key))
    return numbers.size - 1
  }

  const pieces = new Map<string, number>()
  // An address says more about a sentence than a word does: it counts by its parts too.
  function piecesOf(id: number): number[] {
    return addressParts(vocabulary.words[id]!).map(part => {
      if (!pieces.has(part)) pieces.set(part, -1 - pieces.size)
      return numberOf(pieces.get(part)!)
    })
  }

  const a = collect(from, vocabulary, numberOf, piecesOf)
  const b = collect(to, vocabulary, numberOf, piecesOf)
  const most = Math.max(from.sentences, to.sentences)
  const weights = shares.map((share, feature) => {
    const holders = Math.max(a.holders[feature] ?? 0, b.holders[feature] ?? 0)
    return share * Math.log2(1 + most / holders)
  })
  const total = (features: readonly number[]) => features.reduce((sum, feature) => sum + weights[feature]!, 0)
  return {
    from: a.features,
    to: b.features,
    fromTotals: a.features.map(total),
    toTotals: b.features.map(total),
    weights,
  }
}

export interface Similarity {
  /** Weighted Dice coefficient of the features, from 0 (nothing shared) to 1 (the same). */
  of(i: number, j: number): number
}

export function createSimilarity(features: Features): Similarity {
  const counts = new Int32Array(features.weights.length)
  let loaded = -1

  function load(i: number): void {
    if (loaded === i) return
    if (loaded >= 0) for (const feature of features.from[loaded]!) counts[feature] = 0
    for (const feature of features.from[i]!) counts[feature]!++
    loaded = i
  }

  function of(i: number, j: number): number {
    load(i)
    const others = features.to[j]!
    let shared = 0
    for (const feature of others) {
      if (counts[feature]! > 0) shared += features.weights[feature]!
      counts[feature]!--
    }
    for (const feature of others) counts[feature]!++
    return (2 * shared) / (features.fromTotals[i]! + features.toTotals[j]!)
  }

  return { of }
}
