import type { AlignmentEntry, Comparison, Range } from '../../archive/model/comparison.ts'

interface Piece {
  readonly to: Range
  readonly text: string
}

/** What an entry puts into the new text: old words where it says `same`, new ones where it says `inserted`. */
function piecesOf(entry: AlignmentEntry, oldText: string, newText: string): Piece[] {
  if (!entry.to) return []
  if (!entry.from) return [{ to: entry.to, text: newText.slice(...entry.to) }]
  if (!entry.words) return [{ to: entry.to, text: oldText.slice(...entry.from) }]
  return entry.words.flatMap(word =>
    word.to
      ? [{ to: word.to, text: word.from ? oldText.slice(...word.from) : newText.slice(...word.to) }]
      : [],
  )
}

/**
 * Makes the new text from the old one and the alignment. Between two pieces only white space may stand, which
 * is taken from the new text; anything else is an error.
 */
export function applyAlignment(oldText: string, newText: string, { alignment }: Comparison): string {
  const pieces = alignment
    .flatMap(entry => piecesOf(entry, oldText, newText))
    .toSorted((a, b) => a.to[0] - b.to[0])
  let out = ''
  let at = 0
  for (const piece of pieces) {
    const between = newText.slice(at, piece.to[0])
    if (piece.to[0] < at || between.trim() !== '')
      throw new Error(`Not covered once: ${JSON.stringify(between)}`)
    out += between + piece.text
    at = piece.to[1]
  }
  const rest = newText.slice(at)
  if (rest.trim() !== '') throw new Error(`Not covered: ${JSON.stringify(rest)}`)
  return out + rest
}

const MIRROR: Readonly<Record<string, AlignmentEntry['op']>> = {
  inserted: 'deleted',
  deleted: 'inserted',
  split: 'merged',
  merged: 'split',
}

/** The alignment as it reads with the two texts swapped, in a fixed order, words in the order of both sides. */
export function mirrored({ alignment }: Comparison): AlignmentEntry[] {
  return inFixedOrder(
    alignment.map(({ op, from, to, words }) => ({
      op: MIRROR[op] ?? op,
      from: to,
      to: from,
      ...(words && {
        words: words.map(word => ({
          op: word.op === 'inserted' ? 'deleted' : word.op === 'deleted' ? 'inserted' : 'same',
          from: word.to,
          to: word.from,
        })),
      }),
    })),
  )
}

function key(item: { readonly from: Range | null; readonly to: Range | null }): string {
  return JSON.stringify([item.from, item.to])
}

function byPlace(a: Parameters<typeof key>[0], b: Parameters<typeof key>[0]): number {
  return key(a) < key(b) ? -1 : 1
}

/** Entries and words sorted by place, so that two alignments can be compared as sets. */
export function inFixedOrder(alignment: readonly AlignmentEntry[]): AlignmentEntry[] {
  return alignment
    .map(entry => (entry.words ? { ...entry, words: entry.words.toSorted(byPlace) } : entry))
    .toSorted(byPlace)
}
