import type { Side } from '../segment/side.ts'
import { TOKEN_KINDS } from '../segment/words.ts'
import { isIdentical, type Board } from './board.ts'
import { similarPairs, twinPairs, type Pair } from './candidates.ts'
import type { Gap } from './gaps.ts'
import { STRANGERS, THRESHOLDS } from './thresholds.ts'

/** Gaps with more pairs than this are not searched for rivals. */
const MOST_PAIRS_IN_GAP = 2500

/**
 * Links what is left over on both sides and much alike: moved sentences. A move needs a clear lead over any
 * rival, and most of all over a sentence that stands where the old one stood.
 */
export function linkMoves(board: Board, gaps: readonly Gap[], strangers: boolean): void {
  const pairs = loosePairs(board)
  const rivals = rivalsOf(pairs)
  const inPlace = rivalsInPlace(board, gaps)
  const repeated = { old: repeatedIn(board.fromKeys), now: repeatedIn(board.toKeys) }
  const movedTo = new Map<number, number>()
  const sharesAddress = addressesShared(board)
  const isBesideMove = ({ i, j }: Pair) => movedTo.get(i - 1) === j - 1 || movedTo.get(i + 1) === j + 1
  const usual = strangers ? STRANGERS.move : THRESHOLDS.move
  const least = (pair: Pair) => (!strangers && sharesAddress(pair) ? THRESHOLDS.moveByAddress : usual)

  function isMove(pair: Pair): boolean {
    const { i, j, similarity } = pair
    if (similarity < least(pair) || !board.isOldFree(i) || !board.isNewFree(j)) return false
    const commonplace = repeated.old(i) || repeated.now(j)
    if (strangers && commonplace) return false
    const limit = commonplace ? THRESHOLDS.commonplaceRival : similarity - THRESHOLDS.moveLeadInPlace
    if (Math.max(inPlace.old[i]!, inPlace.now[j]!) > limit) return false
    if (isTooShort(board.from, i) && !isBesideMove(pair)) return false
    if (similarity >= 0.99) return true
    return rivals(pair).every(
      rival =>
        !board.isOldFree(rival.i) ||
        !board.isNewFree(rival.j) ||
        similarity - rival.similarity >= THRESHOLDS.moveLead,
    )
  }

  // Short sentences wait for their neighbours: a second look forwards, a third backwards.
  for (const pair of [...pairs, ...pairs, ...pairs.toReversed()]) {
    if (!isMove(pair)) continue
    board.link(pair, true)
    movedTo.set(pair.i, pair.j)
  }
}

function loosePairs(board: Board): Pair[] {
  const identical = (i: number, j: number) => isIdentical(board.from, board.to, i, j)
  const least = THRESHOLDS.moveByAddress
  return [
    ...twinPairs(board.fromKeys, board.toKeys, board.isOldFree, board.isNewFree, identical),
    ...similarPairs(board.features, board.similarity, board.isOldFree, board.isNewFree, least),
  ].toSorted((a, b) => b.similarity - a.similarity || a.i - b.i || a.j - b.j)
}

/** Tells pairs of sentences that hold the same address, where it stands once in each text. */
function addressesShared({ from, to, vocabulary }: Board): (pair: Pair) => boolean {
  const placesIn = (side: Side) => {
    const places = new Map<number, number>()
    for (let s = 0; s < side.sentences; s++) {
      for (const id of side.ids.slice(side.first[s], side.first[s + 1])) {
        if (vocabulary.kinds[id] === TOKEN_KINDS.address) places.set(id, places.has(id) ? -1 : s)
      }
    }
    return places
  }
  const [olds, news] = [placesIn(from), placesIn(to)]
  const shared = new Set<string>()
  for (const [id, i] of olds) {
    const j = news.get(id) ?? -1
    if (i >= 0 && j >= 0) shared.add(`${i} ${j}`)
  }
  return ({ i, j }) => shared.has(`${i} ${j}`)
}

function rivalsOf(pairs: readonly Pair[]): (pair: Pair) => Pair[] {
  const byOld = Map.groupBy(pairs, pair => pair.i)
  const byNew = Map.groupBy(pairs, pair => pair.j)
  return pair => [
    ...byOld.get(pair.i)!.filter(other => other.j !== pair.j),
    ...byNew.get(pair.j)!.filter(other => other.i !== pair.i),
  ]
}

/** Per sentence: the similarity of the best partner it could have without moving. */
function rivalsInPlace(
  board: Board,
  gaps: readonly Gap[],
): { readonly old: number[]; readonly now: number[] } {
  const old: number[] = []
  const now: number[] = []
  for (const gap of gaps) {
    for (const i of gap.olds) old[i] = 0
    for (const j of gap.news) now[j] = 0
    if (gap.olds.length * gap.news.length > MOST_PAIRS_IN_GAP) continue
    for (const i of gap.olds) {
      for (const j of gap.news) {
        const similarity = board.similarity.of(i, j)
        old[i] = Math.max(old[i]!, similarity)
        now[j] = Math.max(now[j]!, similarity)
      }
    }
  }
  return { old, now }
}

function repeatedIn(keys: readonly number[]): (sentence: number) => boolean {
  const counts = new Map<number, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return sentence => counts.get(keys[sentence]!)! > 1
}

function isTooShort(side: Side, sentence: number): boolean {
  const start = side.starts[side.first[sentence]!]!
  const end = side.ends[side.first[sentence + 1]! - 1]!
  return end - start < (side.loose[sentence] ? THRESHOLDS.moveLettersLoose : THRESHOLDS.moveLetters)
}
