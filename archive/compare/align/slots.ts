import type { Board, Link } from './board.ts'
import { linkGap, type Gap } from './gaps.ts'
import { sharedRuns } from './words.ts'

/** Sentences without a partner between two links that stand next to each other in both texts. */
interface Slot extends Gap {
  readonly moved: boolean
}

/** Share of the letters two stretches with guessed borders must have in common to belong together. */
const LEAST_SHARED = 0.35

/** Stretches of more sentences than this on either side are left alone. */
const MOST_SENTENCES = 40

/**
 * What stands between two sentences that moved together moved with them: there it need be no more alike than
 * between two sentences that stayed.
 */
export function linkInsideMoves(board: Board, least: number): void {
  for (const slot of slotsOf(board)) if (slot.moved) linkGap(board, slot, least, true)
}

/**
 * Where borders between sentences are a guess, one change can shift them all: what is left over between two
 * links is compared as a whole.
 */
export function linkLooseStretches(board: Board): void {
  for (const { olds, news, moved } of slotsOf(board)) {
    if (olds.length > MOST_SENTENCES || news.length > MOST_SENTENCES) continue
    if (!olds.every(i => board.from.loose[i]) || !news.every(j => board.to.loose[j])) continue
    const stretch = { i: olds[0]!, iEnd: olds.at(-1)!, j: news[0]!, jEnd: news.at(-1)!, moved }
    const similarity = sharedLetters(board, stretch)
    if (similarity >= LEAST_SHARED) board.linkStretch({ ...stretch, similarity })
  }
}

/** Slots with something on both sides and nothing that is linked elsewhere. */
function slotsOf(board: Board): Slot[] {
  const sorted = board.links.toSorted((a, b) => a.j - b.j || a.i - b.i)
  return sorted.flatMap((link, k) => {
    const next = sorted[k + 1]
    if (!next || next.moved !== link.moved || next.i <= link.iEnd || next.j <= link.jEnd) return []
    const olds = between(link.iEnd, next.i)
    const news = between(link.jEnd, next.j)
    if (olds.length === 0 || news.length === 0 || !olds.every(board.isOldFree)) return []
    return news.every(board.isNewFree) ? [{ olds, news, moved: link.moved }] : []
  })
}

function between(before: number, after: number): number[] {
  return Array.from({ length: after - before - 1 }, (_, k) => before + 1 + k)
}

type Stretch = Pick<Link, 'i' | 'iEnd' | 'j' | 'jEnd'>

function sharedLetters({ from, to, vocabulary }: Board, { i, iEnd, j, jEnd }: Stretch): number {
  const olds = from.ids.slice(from.first[i], from.first[iEnd + 1])
  const news = to.ids.slice(to.first[j], to.first[jEnd + 1])
  const lettersIn = (ids: readonly number[]) => ids.reduce((sum, id) => sum + vocabulary.lengths[id]!, 0)
  const shared = sharedRuns(olds, news, vocabulary).reduce(
    (sum, run) => sum + lettersIn(olds.slice(run.from, run.from + run.length)),
    0,
  )
  return (2 * shared) / (lettersIn(olds) + lettersIn(news))
}
