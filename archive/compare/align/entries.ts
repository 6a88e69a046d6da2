import type { AlignmentEntry, AlignmentOp, Range, WordEdit } from '../../model/comparison.ts'
import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'
import { inWholeWords } from './whole-words.ts'
import { sharedRuns, type Run } from './words.ts'

/** Half-open range of token numbers. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** How two stretches came to belong together. */
export type Relation = 'in place' | 'moved' | 'split' | 'merged'

export function rangeOf(side: Side, stretch: Stretch): Range {
  return [side.starts[stretch.start]!, side.ends[stretch.end - 1]!]
}

/** An entry for two stretches that belong together; their words decide whether they were edited too. */
export function pairEntry(
  from: Side,
  to: Side,
  old: Stretch,
  now: Stretch,
  relation: Relation,
  runs: readonly Run[],
): AlignmentEntry {
  const words = wordEdits(from, to, old, now, runs)
  const equal = words.every(word => word.op === 'same')
  const range = { from: rangeOf(from, old), to: rangeOf(to, now) }
  const op = opOf(relation, equal)
  return equal && words.length === 1 ? { op, ...range } : { op, ...range, words }
}

function opOf(relation: Relation, equal: boolean): AlignmentOp {
  if (relation === 'in place') return equal ? 'same' : 'edited'
  if (relation === 'moved') return equal ? 'moved' : 'moved-edited'
  return relation
}

export function runsBetween(
  from: Side,
  to: Side,
  old: Stretch,
  now: Stretch,
  vocabulary: Vocabulary,
): readonly Run[] {
  const runs = sharedRuns(
    from.ids.slice(old.start, old.end),
    to.ids.slice(now.start, now.end),
    vocabulary,
  ).map(run => ({ from: run.from + old.start, to: run.to + now.start, length: run.length }))
  return inWholeWords(runs, from, to, old, now)
}

/**
 * Every word of both stretches, in order: what was dropped before what was put in its place. A `same` range
 * is letter for letter the same on both sides; it ends where the white space between two words differs.
 */
function wordEdits(from: Side, to: Side, old: Stretch, now: Stretch, runs: readonly Run[]): WordEdit[] {
  const edits: WordEdit[] = []
  let y = old.start
  let x = now.start
  const change = (oldEnd: number, newEnd: number) => {
    if (oldEnd > y) edits.push({ op: 'deleted', from: rangeOf(from, { start: y, end: oldEnd }), to: null })
    if (newEnd > x) edits.push({ op: 'inserted', from: null, to: rangeOf(to, { start: x, end: newEnd }) })
  }
  for (const run of runs) {
    change(run.from, run.to)
    for (const piece of evenlySpaced(from, to, run)) {
      edits.push({
        op: 'same',
        from: rangeOf(from, { start: piece.from, end: piece.from + piece.length }),
        to: rangeOf(to, { start: piece.to, end: piece.to + piece.length }),
      })
    }
    y = run.from + run.length
    x = run.to + run.length
  }
  change(old.end, now.end)
  return edits
}

function evenlySpaced(from: Side, to: Side, run: Run): Run[] {
  const pieces: Run[] = []
  let start = 0
  for (let k = 1; k <= run.length; k++) {
    if (k < run.length && spaceBefore(from, run.from + k) === spaceBefore(to, run.to + k)) continue
    pieces.push({ from: run.from + start, to: run.to + start, length: k - start })
    start = k
  }
  return pieces
}

function spaceBefore(side: Side, token: number): string {
  return side.text.slice(side.ends[token - 1], side.starts[token])
}
