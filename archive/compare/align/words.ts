import type { Vocabulary } from '../segment/vocabulary.ts'
import { TOKEN_KINDS } from '../segment/words.ts'
import { landmarksOf } from './landmarks.ts'

/** A run of tokens that both sides have: `length` tokens from `from` and from `to` on. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly length: number
}

/** Cells of the largest table; beyond it a stretch is cut at words that stand once on each side. */
const MOST_CELLS = 250_000

/**
 * What one more separate change costs, in characters. A shared run between two changes is kept where it is
 * longer than that: below, a reader sees chaff (semantic clean-up, after Fraser 2006, but exact).
 */
const CHANGE_COST = 3.2

/** The worth of keeping a token: its letters; marks count little. */
function worth(vocabulary: Vocabulary, id: number): number {
  return vocabulary.kinds[id] === TOKEN_KINDS.mark ? 0.5 : Math.min(vocabulary.lengths[id]!, 12)
}

/**
 * Runs of equal tokens of two token lists, in order: the alignment that keeps most letters, less a price for
 * every separate change (Gotoh 1982, affine gaps).
 */
export function sharedRuns(a: readonly number[], b: readonly number[], vocabulary: Vocabulary): Run[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const runs: Run[] = []
  const middle = middleRuns(a.slice(head, a.length - tail), b.slice(head, b.length - tail), vocabulary)
  if (head > 0) runs.push({ from: 0, to: 0, length: head })
  for (const run of middle) runs.push({ from: run.from + head, to: run.to + head, length: run.length })
  if (tail > 0) runs.push({ from: a.length - tail, to: b.length - tail, length: tail })
  return runs
}

function middleRuns(a: readonly number[], b: readonly number[], vocabulary: Vocabulary): Run[] {
  if (a.length === 0 || b.length === 0) return []
  return a.length * b.length > MOST_CELLS ? runsByLandmarks(a, b, vocabulary) : table(a, b, vocabulary)
}

/** Between two landmarks the same again, on less; without any, nothing is called shared. */
function runsByLandmarks(a: readonly number[], b: readonly number[], vocabulary: Vocabulary): Run[] {
  const landmarks = landmarksOf(a, b)
  if (landmarks.length === 0) return []
  const runs: Run[] = []
  let y = 0
  let x = 0
  for (const { i, j } of [...landmarks, { i: a.length, j: b.length }]) {
    for (const run of sharedRuns(a.slice(y, i), b.slice(x, j), vocabulary)) {
      addRun(runs, { from: run.from + y, to: run.to + x, length: run.length })
    }
    if (i < a.length) addRun(runs, { from: i, to: j, length: 1 })
    y = i + 1
    x = j + 1
  }
  return runs
}

/** Adds a run, joined to the one before where nothing stands between them. */
function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && last.from + last.length === run.from && last.to + last.length === run.to) {
    runs[runs.length - 1] = { ...last, length: last.length + run.length }
  } else runs.push(run)
}

const KEEP_AFTER_KEEP = 2
const KEEP_AFTER_CHANGE = 4
const DROP_OLD = 8

function table(a: readonly number[], b: readonly number[], vocabulary: Vocabulary): Run[] {
  const width = b.length + 1
  const worths = a.map(id => worth(vocabulary, id))
  // kept[x]: best worth from here on if a shared run is open; changed[x]: if a change is open.
  let kept = new Float64Array(width)
  let changed = new Float64Array(width)
  let keptBelow = new Float64Array(width)
  let changedBelow = new Float64Array(width)
  const moves = new Uint8Array((a.length + 1) * width)
  for (let y = a.length; y >= 0; y--) {
    for (let x = b.length; x >= 0; x--) {
      const at = y * width + x
      if (y === a.length && x === b.length) {
        kept[x] = 0
        changed[x] = 0
        continue
      }
      const dropOld = y < a.length ? changedBelow[x]! : -Infinity
      const dropNew = x < b.length ? changed[x + 1]! : -Infinity
      const drop = Math.max(dropOld, dropNew)
      let move = dropOld >= dropNew ? DROP_OLD : 0
      const keep = y < a.length && x < b.length && a[y] === b[x] ? worths[y]! + keptBelow[x + 1]! : -Infinity
      changed[x] = Math.max(keep, drop)
      if (keep >= drop) move |= KEEP_AFTER_CHANGE
      kept[x] = Math.max(keep, drop - CHANGE_COST)
      if (keep >= drop - CHANGE_COST) move |= KEEP_AFTER_KEEP
      moves[at] = move
    }
    ;[kept, keptBelow] = [keptBelow, kept]
    ;[changed, changedBelow] = [changedBelow, changed]
  }
  return walk(a.length, b.length, moves)
}

function walk(height: number, width: number, moves: Uint8Array): Run[] {
  const runs: Run[] = []
  // The stretch begins right after a shared run or at the very start: a change that opens here is paid for.
  let open = false
  for (let y = 0, x = 0; y < height || x < width;) {
    const move = moves[y * (width + 1) + x]!
    if (move & (open ? KEEP_AFTER_CHANGE : KEEP_AFTER_KEEP)) {
      const last = runs.at(-1)
      if (last && !open) runs[runs.length - 1] = { ...last, length: last.length + 1 }
      else runs.push({ from: y, to: x, length: 1 })
      y++
      x++
      open = false
    } else {
      if (move & DROP_OLD) y++
      else x++
      open = true
    }
  }
  return runs
}
