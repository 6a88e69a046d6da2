import type { Side } from '../segment/side.ts'
import type { Board, Link } from './board.ts'
import { THRESHOLDS } from './thresholds.ts'
import { sharedRuns } from './words.ts'

/** Letters two stretches must share to be no coincidence. */
const LEAST_LETTERS = THRESHOLDS.moveLettersLoose
/** Tokens in a row by which places are looked up. */
const SEED = 8
/** Places looked at for one place. */
const MOST_RIVALS = 8
/** Stretches of more sentences than this on either side are not looked at. */
const MOST_SENTENCES = 40
const LEAST_SIMILARITY = THRESHOLDS.move

type Stretch = Pick<Link, 'i' | 'iEnd' | 'j' | 'jEnd'>

/** A run of tokens, the same on both sides, none of which has a partner. */
interface Run {
  readonly from: number
  readonly to: number
  readonly length: number
}

/**
 * Where borders between sentences are a guess, a sentence that moved may be cut at other places than it was, in
 * stretches too commonplace to be called moved one by one. So there letters are compared: what both texts still
 * have without a partner is linked by the longest runs they share, longest first, with as many neighbours as
 * make the stretches more alike.
 */
export function linkLooseRuns(board: Board): void {
  const kept = board.links.filter(link => !link.moved).toSorted((a, b) => a.j - b.j)
  const oldUnits = sentenceOfTokens(board.from)
  const newUnits = sentenceOfTokens(board.to)
  for (const run of runsOf(board, oldUnits, newUnits)) {
    const stretch = grown(board, {
      i: oldUnits[run.from]!,
      iEnd: oldUnits[run.from + run.length - 1]!,
      j: newUnits[run.to]!,
      jEnd: newUnits[run.to + run.length - 1]!,
    })
    if (!stretch || stretch.shared < LEAST_LETTERS || stretch.similarity < LEAST_SIMILARITY) continue
    board.linkStretch({
      ...stretch.place,
      moved: !isInPlace(kept, stretch.place),
      similarity: stretch.similarity,
    })
  }
}

function sentenceOfTokens(side: Side): Int32Array {
  const units = new Int32Array(side.ids.length)
  for (let s = 0; s < side.sentences; s++) units.fill(s, side.first[s], side.first[s + 1])
  return units
}

/** The longest runs of free loose tokens, longest first. */
function runsOf(board: Board, oldUnits: Int32Array, newUnits: Int32Array): Run[] {
  const { from, to } = board
  const isOpen = (a: number, b: number) => {
    const [i, j] = [oldUnits[a], newUnits[b]]
    if (i === undefined || j === undefined || from.ids[a] !== to.ids[b]) return false
    return from.loose[i]! && to.loose[j]! && board.isOldFree(i) && board.isNewFree(j)
  }
  const seedsOf = (side: Side, units: Int32Array, isFree: (s: number) => boolean) => (at: number) => {
    if (at + SEED > side.ids.length || !side.loose[units[at]!] || !isFree(units[at]!)) return null
    return side.ids.slice(at, at + SEED).join(' ')
  }
  const oldSeed = seedsOf(from, oldUnits, board.isOldFree)
  const newSeed = seedsOf(to, newUnits, board.isNewFree)
  const places = new Map<string, number[]>()
  for (let a = 0; a < from.ids.length; a++) {
    const seed = oldSeed(a)
    if (seed === null) continue
    const list = places.get(seed)
    if (!list) places.set(seed, [a])
    else if (list.length < MOST_RIVALS) list.push(a)
  }
  const runs: (Run & { readonly letters: number })[] = []
  for (let b = 0; b < to.ids.length; b++) {
    const seed = newSeed(b)
    for (const a of (seed && places.get(seed)) || []) {
      if (isOpen(a - 1, b - 1)) continue
      let length = 0
      while (isOpen(a + length, b + length)) length++
      const letters = length === 0 ? 0 : to.ends[b + length - 1]! - to.starts[b]!
      if (length >= SEED) runs.push({ from: a, to: b, length, letters })
    }
  }
  return runs.toSorted((x, y) => y.letters - x.letters || x.to - y.to || x.from - y.from)
}

interface Measured {
  readonly place: Stretch
  readonly shared: number
  readonly similarity: number
}

/** Takes in free neighbours as long as that makes the two stretches more alike, or as alike and longer. */
function grown(board: Board, seed: Stretch): Measured | null {
  let best = measure(board, seed)
  for (let grew = true; best && grew;) {
    grew = false
    const { i, iEnd, j, jEnd } = best.place
    for (const place of [
      { i: i - 1, iEnd, j: j - 1, jEnd },
      { i, iEnd: iEnd + 1, j, jEnd: jEnd + 1 },
      { i: i - 1, iEnd, j, jEnd },
      { i, iEnd: iEnd + 1, j, jEnd },
      { i, iEnd, j: j - 1, jEnd },
      { i, iEnd, j, jEnd: jEnd + 1 },
    ]) {
      const next = measure(board, place)
      if (!next || next.shared <= best.shared || next.similarity < Math.min(best.similarity, 0.8)) continue
      best = next
      grew = true
      break
    }
  }
  return best
}

function measure(board: Board, place: Stretch): Measured | null {
  const { i, iEnd, j, jEnd } = place
  if (!isFreeRange(board.from, board.isOldFree, i, iEnd)) return null
  if (!isFreeRange(board.to, board.isNewFree, j, jEnd)) return null
  const { from, to, vocabulary } = board
  const olds = from.ids.slice(from.first[i], from.first[iEnd + 1])
  const news = to.ids.slice(to.first[j], to.first[jEnd + 1])
  const lettersOf = (ids: readonly number[]) => ids.reduce((sum, id) => sum + vocabulary.lengths[id]!, 0)
  const shared = sharedRuns(olds, news, vocabulary).reduce(
    (sum, run) => sum + lettersOf(olds.slice(run.from, run.from + run.length)),
    0,
  )
  return { place, shared, similarity: (2 * shared) / (lettersOf(olds) + lettersOf(news)) }
}

function isFreeRange(side: Side, isFree: (s: number) => boolean, start: number, end: number): boolean {
  if (start < 0 || end >= side.sentences || end - start >= MOST_SENTENCES) return false
  for (let s = start; s <= end; s++) {
    if (!isFree(s) || !side.loose[s] || side.paragraphs[s] !== side.paragraphs[start]) return false
  }
  return true
}

/** Whether an old and a new stretch stand between the same kept ones. */
function isInPlace(kept: readonly Link[], { i, iEnd, j }: Stretch): boolean {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (kept[middle]!.j < j) low = middle + 1
    else high = middle
  }
  return (kept[low - 1]?.iEnd ?? -1) < i && (kept[low]?.i ?? Infinity) > iEnd
}
