import type { Side } from '../segment/side.ts'
import type { Board, Link } from './board.ts'
import { linkGap, type Gap } from './gaps.ts'
import { sharedRuns } from './words.ts'

/** Share of the letters left over that must turn out to be shared. */
const LEAST_SHARED = 0.5
/** A link this similar has nothing to share with what stands beside it. */
const WHOLE = 0.97

/** Stretches of more sentences than this on either side are left alone. */
const MOST_SENTENCES = 40

/** What stands further apart than this, in sentences, has not moved together. */
const WIDEST_SLOT = 200

/**
 * What stands between two sentences that moved together moved with them: there it need be no more alike than
 * between two sentences that stayed.
 */
export function linkInsideMoves(board: Board, least: number): void {
  const sorted = linksByPlace(board)
  sorted.forEach((link, k) => {
    const next = sorted[k + 1]
    const slot = link.moved && next && slotBetween(board, link, next)
    if (slot) linkGap(board, slot, least, true)
  })
}

/**
 * Where borders between sentences are a guess, one change can shift them all: what is left over between two
 * links is compared as a whole, together with those of the two that were edited.
 */
export function linkLooseStretches(board: Board): void {
  const sorted = linksByPlace(board)
  sorted.forEach((link, k) => {
    const next = sorted[k + 1]
    const slot = next && slotBetween(board, link, next)
    if (!next || !slot || slot.olds.length + slot.news.length === 0) return
    if (!slot.olds.every(i => board.from.loose[i]) || !slot.news.every(j => board.to.loose[j])) return
    const sides = [link, next].filter(side => side.similarity < WHOLE && isLoose(board, side))
    const stretch = {
      i: sides.includes(link) ? link.i : link.iEnd + 1,
      iEnd: sides.includes(next) ? next.iEnd : next.i - 1,
      j: sides.includes(link) ? link.j : link.jEnd + 1,
      jEnd: sides.includes(next) ? next.jEnd : next.j - 1,
    }
    if (stretch.iEnd < stretch.i || stretch.jEnd < stretch.j) return
    if (Math.max(stretch.iEnd - stretch.i, stretch.jEnd - stretch.j) >= MOST_SENTENCES) return
    const shared = sharedLetters(board, stretch)
    const gained = shared - sides.reduce((sum, side) => sum + sharedLetters(board, side), 0)
    const olds = lettersIn(board.from, slot.olds)
    const news = lettersIn(board.to, slot.news)
    const possible = Math.min(olds, news) || Math.max(olds, news)
    if (gained < LEAST_SHARED * possible) return
    for (const side of sides) board.unlink(side)
    const merged = board.linkStretch({ ...stretch, moved: link.moved, similarity: 0 })
    if (sides.includes(next)) sorted[k + 1] = merged
  })
}

/** Where no space shows a border, a change of fewer letters than this on either side is one inside a sentence. */
const LEAST_SENTENCE = 12

/**
 * Borders that only both texts together show (see `cross-cuts.ts`) lie around every change. What stands between
 * two links without a space and is too short for a sentence was changed within one.
 */
export function joinAroundSmallChanges(board: Board): void {
  const sorted = linksByPlace(board)
  sorted.forEach((link, k) => {
    const next = sorted[k + 1]
    const slot = next && slotBetween(board, link, next)
    if (!next || !slot || !isLoose(board, link) || !isLoose(board, next)) return
    if (
      lettersIn(board.from, slot.olds) >= LEAST_SENTENCE ||
      lettersIn(board.to, slot.news) >= LEAST_SENTENCE
    )
      return
    if (hasSpace(board.from, link.iEnd, next.i) || hasSpace(board.to, link.jEnd, next.j)) return
    const { i, j, moved } = link
    for (const side of [link, next]) board.unlink(side)
    const similarity = Math.min(link.similarity, next.similarity)
    sorted[k + 1] = board.linkStretch({ i, iEnd: next.iEnd, j, jEnd: next.jEnd, moved, similarity })
  })
}

/** Whether white space stands before a sentence behind `start`, up to `end`. */
function hasSpace(side: Side, start: number, end: number): boolean {
  for (let s = start + 1; s <= end; s++) {
    const token = side.first[s]!
    if (side.ends[token - 1] !== side.starts[token]) return true
  }
  return false
}

function isLoose({ from, to }: Board, link: Link): boolean {
  return from.loose[link.i]! && to.loose[link.j]!
}

/**
 * The same beside one link, up to the next linked sentence or the paragraph's end: as many sentences on either
 * side as hold what both have in common.
 */
export function linkLooseEnds(board: Board): void {
  for (const link of linksByPlace(board)) {
    if (!board.from.loose[link.i] || !board.to.loose[link.j]) continue
    for (const step of [1, -1] as const) {
      const olds = freeBeside(board.from, board.isOldFree, step > 0 ? link.iEnd : link.i, step)
      const news = freeBeside(board.to, board.isNewFree, step > 0 ? link.jEnd : link.j, step)
      const stretch = commonStretch(board, olds, news, step)
      if (!stretch) continue
      const letters =
        lettersIn(board.from, between(stretch.i - 1, stretch.iEnd + 1)) +
        lettersIn(board.to, between(stretch.j - 1, stretch.jEnd + 1))
      const similarity = (2 * sharedLetters(board, stretch)) / letters
      if (similarity >= LEAST_SHARED) board.linkStretch({ ...stretch, moved: link.moved, similarity })
    }
  }
}

function freeBeside(side: Side, isFree: (s: number) => boolean, start: number, step: 1 | -1): number[] {
  const free: number[] = []
  for (let s = start + step; free.length < MOST_SENTENCES; s += step) {
    if (s < 0 || s >= side.sentences || !isFree(s) || side.paragraphs[s] !== side.paragraphs[start]) break
    free.push(s)
  }
  return free
}

/** From the link on, as far as the last sentences that share a word. */
function commonStretch(
  { from, to, vocabulary }: Board,
  olds: readonly number[],
  news: readonly number[],
  step: 1 | -1,
): Stretch | null {
  if (olds.length === 0 || news.length === 0) return null
  const [i, iEnd] = [Math.min(...olds), Math.max(...olds)]
  const [j, jEnd] = [Math.min(...news), Math.max(...news)]
  const [oldStart, newStart] = [from.first[i]!, to.first[j]!]
  const runs = sharedRuns(
    from.ids.slice(oldStart, from.first[iEnd + 1]),
    to.ids.slice(newStart, to.first[jEnd + 1]),
    vocabulary,
  )
  const edge = step > 0 ? runs.at(-1) : runs[0]
  if (!edge) return null
  const past = step > 0 ? edge.length - 1 : 0
  const iEdge = sentenceOf(from, olds, oldStart + edge.from + past)
  const jEdge = sentenceOf(to, news, newStart + edge.to + past)
  return step > 0 ? { i, iEnd: iEdge, j, jEnd: jEdge } : { i: iEdge, iEnd, j: jEdge, jEnd }
}

function sentenceOf(side: Side, sentences: readonly number[], token: number): number {
  return sentences.find(s => side.first[s]! <= token && token < side.first[s + 1]!)!
}

function linksByPlace(board: Board): Link[] {
  return board.links.toSorted((a, b) => a.j - b.j || a.i - b.i)
}

/** What stands between two links, unless they are no neighbours or something of it is linked elsewhere. */
function slotBetween(board: Board, link: Link, next: Link): Gap | null {
  if (next.moved !== link.moved || next.i <= link.iEnd || next.j <= link.jEnd) return null
  if (Math.max(next.i - link.iEnd, next.j - link.jEnd) > WIDEST_SLOT) return null
  const olds = between(link.iEnd, next.i)
  const news = between(link.jEnd, next.j)
  return olds.every(board.isOldFree) && news.every(board.isNewFree) ? { olds, news } : null
}

function between(before: number, after: number): number[] {
  return Array.from({ length: after - before - 1 }, (_, k) => before + 1 + k)
}

type Stretch = Pick<Link, 'i' | 'iEnd' | 'j' | 'jEnd'>

/** Letters both sides of a stretch have, in order; each counts once. */
function sharedLetters({ from, to, vocabulary }: Board, { i, iEnd, j, jEnd }: Stretch): number {
  const olds = from.ids.slice(from.first[i], from.first[iEnd + 1])
  const news = to.ids.slice(to.first[j], to.first[jEnd + 1])
  let letters = 0
  for (const run of sharedRuns(olds, news, vocabulary)) {
    for (const id of olds.slice(run.from, run.from + run.length)) letters += vocabulary.lengths[id]!
  }
  return letters
}

/** Letters of sentences that stand together. */
function lettersIn(side: Side, sentences: readonly number[]): number {
  const [start, end] = [sentences[0], sentences.at(-1)]
  if (start === undefined || end === undefined) return 0
  let letters = 0
  for (let t = side.first[start]!; t < side.first[end + 1]!; t++) letters += side.ends[t]! - side.starts[t]!
  return letters
}
