import type { AlignmentEntry, Range } from '../../model/comparison.ts'
import { indexAt } from '../segment/ranges.ts'

/** How the sentences of one version go on in the next. Sentences are named by their index. */
export interface Succession {
  /** Per new sentence: the old one that it continues; -1 where it continues none. */
  readonly before: readonly number[]
  /** New sentences that stand at another place than the one they continue. */
  readonly moved: ReadonlySet<number>
  /** New sentences that continue none and have most of their words from one that goes on elsewhere. */
  readonly split: ReadonlySet<number>
  /** Old sentences that nothing continues and most of whose words went into another. */
  readonly merged: ReadonlySet<number>
}

/** From this share of its letters on, a sentence was split off, or went into another. */
const MOST = 0.5

/** What a pair counts for that an entry ties together though it shares no word. */
const TIED = 0.5

interface Tie {
  readonly old: number
  readonly now: number
  letters: number
  moved: boolean
}

/**
 * Follows sentences through an alignment. Entries are sentences as a rule, but may be parts of one or several:
 * the sentence that gave most letters is continued, and each is continued once.
 */
export function successionOf(
  olds: readonly Range[],
  news: readonly Range[],
  alignment: readonly AlignmentEntry[],
): Succession {
  const ties = tiesOf(olds, news, alignment).toSorted(
    (a, b) => b.letters - a.letters || a.now - b.now || a.old - b.old,
  )
  const before = news.map(() => -1)
  const taken = new Set<number>()
  const moved = new Set<number>()
  for (const tie of ties) {
    if (before[tie.now] !== -1 || taken.has(tie.old)) continue
    before[tie.now] = tie.old
    taken.add(tie.old)
    if (tie.moved) moved.add(tie.now)
  }
  const isMost = (letters: number, [start, end]: Range) => letters >= (end - start) * MOST
  const split = new Set<number>()
  const merged = new Set<number>()
  for (const { old, now, letters } of ties) {
    if (before[now] === -1 && isMost(letters, news[now]!)) split.add(now)
    if (!taken.has(old) && isMost(letters, olds[old]!)) merged.add(old)
  }
  return { before, moved, split, merged }
}

function tiesOf(
  olds: readonly Range[],
  news: readonly Range[],
  alignment: readonly AlignmentEntry[],
): readonly Tie[] {
  const ties = new Map<string, Tie>()
  const tie = (old: number, now: number, letters: number, moved: boolean) => {
    const key = `${old} ${now}`
    const known = ties.get(key)
    if (known) {
      known.letters += letters
      known.moved ||= moved
    } else ties.set(key, { old, now, letters, moved })
  }
  for (const { op, from, to, words } of alignment) {
    if (!from || !to) continue
    const moved = op.startsWith('moved')
    tie(indexAt(olds, from[0]), indexAt(news, to[0]), TIED, moved)
    for (const piece of words ?? [{ op: 'same', from, to }]) {
      if (piece.op !== 'same' || !piece.from || !piece.to) continue
      for (const { old, now, letters } of cut(piece.from, piece.to, olds, news)) tie(old, now, letters, moved)
    }
  }
  return [...ties.values()]
}

/** Cuts a stretch that is the same on both sides wherever either side begins another sentence. */
function* cut(from: Range, to: Range, olds: readonly Range[], news: readonly Range[]) {
  const length = Math.min(from[1] - from[0], to[1] - to[0])
  let old = indexAt(olds, from[0])
  let now = indexAt(news, to[0])
  for (let at = 0; at < length;) {
    while (old + 1 < olds.length && olds[old + 1]![0] <= from[0] + at) old++
    while (now + 1 < news.length && news[now + 1]![0] <= to[0] + at) now++
    const next = Math.min(
      length,
      old + 1 < olds.length ? olds[old + 1]![0] - from[0] : length,
      now + 1 < news.length ? news[now + 1]![0] - to[0] : length,
    )
    yield { old, now, letters: next - at }
    at = next
  }
}
