import type { AlignmentEntry } from '../../model/comparison.ts'
import { cutUp, type Side } from '../segment/side.ts'
import { createVocabulary, type Vocabulary } from '../segment/vocabulary.ts'
import { withCrossCuts } from './cross-cuts.ts'
import { pairEntry, rangeOf, runsBetween, type Relation, type Stretch } from './entries.ts'
import type { Link } from './board.ts'
import { linkSentences } from './links.ts'
import type { Run } from './words.ts'

export interface Alignment {
  readonly from: Side
  readonly to: Side
  readonly vocabulary: Vocabulary
  readonly entries: readonly AlignmentEntry[]
}

/**
 * Aligns two texts. Every character that is not white space stands in exactly one entry of its side. The pair
 * is worked on in one fixed order and turned back, so that swapping the texts mirrors the result.
 */
export function align(oldText: string, newText: string): Alignment {
  const turned = oldText.length > newText.length || (oldText.length === newText.length && oldText > newText)
  const vocabulary = createVocabulary()
  const [first, second] = withCrossCuts(
    cutUp(turned ? newText : oldText, vocabulary),
    cutUp(turned ? oldText : newText, vocabulary),
    vocabulary,
  )
  const entries = entriesOf(first, second, linkSentences(first, second, vocabulary), vocabulary)
  const [from, to] = turned ? [second, first] : [first, second]
  return { from, to, vocabulary, entries: inReadingOrder(turned ? entries.map(mirrored) : entries) }
}

function sentenceStretch(side: Side, start: number, end = start): Stretch {
  return { start: side.first[start]!, end: side.first[end + 1]! }
}

function entriesOf(
  from: Side,
  to: Side,
  links: readonly Readonly<Link>[],
  vocabulary: Vocabulary,
): AlignmentEntry[] {
  const entries: AlignmentEntry[] = []
  const pairs = links.map(link => {
    const old = sentenceStretch(from, link.i, link.iEnd)
    const now = sentenceStretch(to, link.j, link.jEnd)
    return { link, old, now, runs: runsBetween(from, to, old, now, vocabulary) }
  })
  const edges = edgesKept(from, to, pairs)
  for (const { link, old, now, runs: all } of pairs) {
    const runs = withoutChaffAtEnds(all, from, old, now, {
      head: edges.oldEnds[link.i - 1] === 0 || edges.newEnds[link.j - 1] === 0,
      tail: edges.oldStarts[link.iEnd + 1] === 0 || edges.newStarts[link.jEnd + 1] === 0,
    })
    const cuts = { old: cutsOf(from, link.i, link.iEnd), now: cutsOf(to, link.j, link.jEnd) }
    if (from.loose[link.i] && to.loose[link.j]) addEdgeCuts(cuts, old, now, runs)
    for (const part of parts(old, now, runs, cuts)) entries.push(entryOf(from, to, part, relationOf(link)))
  }
  const oldDone = new Uint8Array(from.sentences)
  const newDone = new Uint8Array(to.sentences)
  for (const link of links) {
    oldDone.fill(1, link.i, link.iEnd + 1)
    newDone.fill(1, link.j, link.jEnd + 1)
  }
  for (let i = 0; i < from.sentences; i++) {
    if (!oldDone[i]) entries.push({ op: 'deleted', from: rangeOf(from, sentenceStretch(from, i)), to: null })
  }
  for (let j = 0; j < to.sentences; j++) {
    if (!newDone[j]) entries.push({ op: 'inserted', from: null, to: rangeOf(to, sentenceStretch(to, j)) })
  }
  return entries
}

function relationOf(link: Readonly<Link>): Relation {
  if (link.moved) return 'moved'
  if (link.iEnd > link.i) return link.jEnd > link.j ? 'in place' : 'merged'
  return link.jEnd > link.j ? 'split' : 'in place'
}

function entryOf(from: Side, to: Side, part: Part, relation: Relation): AlignmentEntry {
  if (part.old.end === part.old.start) return { op: 'inserted', from: null, to: rangeOf(to, part.now) }
  if (part.now.end === part.now.start) return { op: 'deleted', from: rangeOf(from, part.old), to: null }
  return pairEntry(from, to, part.old, part.now, relation, part.runs)
}

/** Two stretches that belong together, and the words they share. */
interface LinkedPair {
  readonly link: Readonly<Link>
  readonly old: Stretch
  readonly now: Stretch
  readonly runs: readonly Run[]
}

/** Per sentence of each side: 1 where its first (last) word stands, with its sentence, in the other text too. */
function edgesKept(from: Side, to: Side, pairs: readonly LinkedPair[]) {
  const [oldStarts, oldEnds] = [new Uint8Array(from.sentences), new Uint8Array(from.sentences)]
  const [newStarts, newEnds] = [new Uint8Array(to.sentences), new Uint8Array(to.sentences)]
  for (const { link, old, now, runs } of pairs) {
    const [first, last] = [runs[0], runs.at(-1)]
    if (!first || !last) continue
    if (first.from === old.start) oldStarts[link.i] = 1
    if (first.to === now.start) newStarts[link.j] = 1
    if (last.from + last.length === old.end) oldEnds[link.iEnd] = 1
    if (last.to + last.length === now.end) newEnds[link.jEnd] = 1
  }
  return { oldStarts, oldEnds, newStarts, newEnds }
}

/** A shared run at a sentence's edge is chaff below this many letters … */
const LEAST_AT_EDGE = 4
/** … where the change beside it takes at least this many words (both sides together). */
const LEAST_CHANGE = 3

/** A full stop (or an article) between a change and another one in the next sentence is part of the change. */
function withoutChaffAtEnds(
  runs: readonly Run[],
  from: Side,
  old: Stretch,
  now: Stretch,
  changed: { readonly head: boolean; readonly tail: boolean },
): readonly Run[] {
  const isChaff = (run: Run, before: Stretch, after: Stretch) =>
    extent(from, { start: run.from, end: run.from + run.length }) < LEAST_AT_EDGE &&
    before.end - before.start + (after.end - after.start) >= LEAST_CHANGE
  let kept = runs
  const [last, beforeLast] = [kept.at(-1), kept.at(-2)]
  if (changed.tail && last && beforeLast) {
    const oldChange = { start: beforeLast.from + beforeLast.length, end: last.from }
    const newChange = { start: beforeLast.to + beforeLast.length, end: last.to }
    if (isChaff(last, oldChange, newChange)) kept = kept.slice(0, -1)
  }
  const [first, second] = kept
  if (changed.head && first && second && first.from === old.start && first.to === now.start) {
    const oldChange = { start: first.from + first.length, end: second.from }
    const newChange = { start: first.to + first.length, end: second.to }
    if (isChaff(first, oldChange, newChange)) kept = kept.slice(1)
  }
  return kept
}

/** Length in UTF-16 units, white space inside included. */
function extent(side: Side, stretch: Stretch): number {
  return stretch.end > stretch.start ? side.ends[stretch.end - 1]! - side.starts[stretch.start]! : 0
}

/**
 * Token numbers at which a further sentence of the range begins. Where borders are guessed, one without a space
 * counts only between sentences with partners of their own.
 */
function cutsOf(side: Side, start: number, end: number): number[] {
  const cuts = Array.from({ length: end - start }, (_, k) => side.first[start + 1 + k]!)
  return side.loose[start] ? cuts.filter(token => side.ends[token - 1] !== side.starts[token]) : cuts
}

/**
 * Where borders are guessed, what only one side has before the first shared word or behind the last is no part
 * of the sentence: it belongs to a neighbour that stands without a space.
 */
function addEdgeCuts(
  cuts: { old: number[]; now: number[] },
  old: Stretch,
  now: Stretch,
  runs: readonly Run[],
): void {
  const first = runs[0]
  const last = runs.at(-1)
  if (!first || !last) return
  if (first.to === now.start && first.from > old.start) cuts.old.push(first.from)
  if (first.from === old.start && first.to > now.start) cuts.now.push(first.to)
  const oldEnd = last.from + last.length
  const newEnd = last.to + last.length
  if (newEnd === now.end && oldEnd < old.end) cuts.old.push(oldEnd)
  if (oldEnd === old.end && newEnd < now.end) cuts.now.push(newEnd)
}

interface Part {
  readonly old: Stretch
  readonly now: Stretch
  readonly runs: readonly Run[]
}

/** Cuts two stretches wherever either side has a sentence boundary, at the matching place of the other. */
function parts(
  old: Stretch,
  now: Stretch,
  runs: readonly Run[],
  cuts: { readonly old: readonly number[]; readonly now: readonly number[] },
): Part[] {
  const points = [
    ...cuts.old.map(y => [y, opposite(runs, y, 'from', 'to', now.end)] as const),
    ...cuts.now.map(x => [opposite(runs, x, 'to', 'from', old.end), x] as const),
  ].toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const out: Part[] = []
  let y = old.start
  let x = now.start
  for (const [yEnd, xEnd] of [...points, [old.end, now.end] as const]) {
    if (yEnd < y || xEnd < x || (yEnd === y && xEnd === x)) continue
    out.push({ old: { start: y, end: yEnd }, now: { start: x, end: xEnd }, runs: clipped(runs, y, yEnd) })
    y = yEnd
    x = xEnd
  }
  return out
}

/** The place on the other side that goes with a boundary: where the next shared word stands. */
function opposite(
  runs: readonly Run[],
  at: number,
  near: 'from' | 'to',
  far: 'from' | 'to',
  end: number,
): number {
  for (const run of runs) {
    if (run[near] + run.length > at) return run[far] + Math.max(0, at - run[near])
  }
  return end
}

function clipped(runs: readonly Run[], start: number, end: number): Run[] {
  return runs.flatMap(run => {
    const skip = Math.max(0, start - run.from)
    const length = Math.min(run.from + run.length, end) - (run.from + skip)
    return length > 0 ? [{ from: run.from + skip, to: run.to + skip, length }] : []
  })
}

function mirrored(entry: AlignmentEntry): AlignmentEntry {
  const op = MIRROR[entry.op] ?? entry.op
  const words = entry.words?.map(word => ({
    op:
      word.op === 'inserted' ? ('deleted' as const) : word.op === 'deleted' ? ('inserted' as const) : word.op,
    from: word.to,
    to: word.from,
  }))
  return { op, from: entry.to, to: entry.from, ...(words && { words: deletionsFirst(words) }) }
}

const MIRROR: Partial<Record<AlignmentEntry['op'], AlignmentEntry['op']>> = {
  inserted: 'deleted',
  deleted: 'inserted',
  split: 'merged',
  merged: 'split',
}

function deletionsFirst<W extends { readonly op: string }>(words: readonly W[]): W[] {
  const out = [...words]
  for (let k = 1; k < out.length; k++) {
    if (out[k]!.op === 'deleted' && out[k - 1]!.op === 'inserted')
      [out[k - 1], out[k]] = [out[k]!, out[k - 1]!]
  }
  return out
}

/** By place in the new text; what is gone stands where it would have been read, before what came in its place. */
function inReadingOrder(entries: readonly AlignmentEntry[]): AlignmentEntry[] {
  const kept = entries.filter(entry => entry.from && entry.to && !entry.op.startsWith('moved'))
  const anchors = kept.toSorted((a, b) => a.from![0] - b.from![0])
  const placeOf = (at: number): number => {
    let low = 0
    let high = anchors.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (anchors[middle]!.from![0] <= at) low = middle + 1
      else high = middle
    }
    return low === 0 ? -1 : anchors[low - 1]!.to![1] - 0.5
  }
  return entries
    .map(entry => ({ entry, at: entry.to ? entry.to[0] : placeOf(entry.from![0]) }))
    .toSorted((a, b) => a.at - b.at || (a.entry.from?.[0] ?? 0) - (b.entry.from?.[0] ?? 0))
    .map(item => item.entry)
}
