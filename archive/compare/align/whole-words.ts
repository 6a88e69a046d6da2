import type { Side } from '../segment/side.ts'
import type { Stretch } from './entries.ts'
import type { Run } from './words.ts'

/** A shared run between two changes that would have fewer letters left is chaff: then the change stays as it is. */
const LEAST_LEFT = 4

/**
 * Where letters are compared, a change of one word for another is shown as whole words: 宣布 became 公布, not 宣
 * became 公. Wider changes keep to the letters, since among them the borders of words are a guess.
 */
export function inWholeWords(
  runs: readonly Run[],
  from: Side,
  to: Side,
  old: Stretch,
  now: Stretch,
): readonly Run[] {
  if (from.goesOn.size === 0 && to.goesOn.size === 0) return runs
  const isInside = (y: number, x: number) =>
    (y < old.end && from.goesOn.has(y)) || (x < now.end && to.goesOn.has(x))
  const isAtStart = (run: Run) => run.from === old.start && run.to === now.start
  const isAtEnd = (run: Run) => endOf(run).from === old.end && endOf(run).to === now.end
  const widened: Run[] = []
  let before: Run = { from: old.start, to: now.start, length: 0 }
  for (const next of [...runs, { from: old.end, to: now.end, length: 0 }]) {
    const slid = slideToBorder(before, next, from, to)
    before = withoutEnd(before, slid)
    const after = withoutStart(next, -slid)
    let back = 0
    while (back < before.length && isInside(endOf(before).from - back, endOf(before).to - back)) back++
    let ahead = 0
    while (ahead < after.length && isInside(after.from + ahead, after.to + ahead)) ahead++
    const [left, right] = [withoutEnd(before, back), withoutStart(after, ahead)]
    const isWider = back + ahead > 0 && !isInside(endOf(left).from, endOf(left).to)
    const isOneForOne =
      isWider &&
      !isInside(right.from, right.to) &&
      isOneWord(from, endOf(left).from, right.from) &&
      isOneWord(to, endOf(left).to, right.to) &&
      (isAtStart(left) || isWorthKeeping(from, left)) &&
      (isAtEnd(right) || isWorthKeeping(from, right))
    if (before.length > 0) widened.push(isOneForOne ? left : before)
    before = isOneForOne ? right : after
  }
  return widened.filter(run => run.length > 0)
}

/**
 * What came or went between two runs can often be moved a few letters back without any difference to the texts:
 * how many, for it to begin and end where words do; 0 where it does, or never would.
 */
function slideToBorder(before: Run, after: Run, from: Side, to: Side): number {
  const { from: y, to: x } = endOf(before)
  const [gone, come] = [after.from - y, after.to - x]
  if (gone > 0 === come > 0) return 0
  const [side, start, length, other, at] = gone > 0 ? [from, y, gone, to, x] : [to, x, come, from, y]
  for (let k = 0; k < before.length; k++) {
    const inside =
      side.goesOn.has(start - k) || side.goesOn.has(start + length - k) || other.goesOn.has(at - k)
    if (!inside) return k
    if (side.ids[start - k - 1] !== side.ids[start + length - k - 1]) return 0
  }
  return 0
}

function endOf(run: Run): { readonly from: number; readonly to: number } {
  return { from: run.from + run.length, to: run.to + run.length }
}

function withoutEnd(run: Run, tokens: number): Run {
  return { ...run, length: run.length - tokens }
}

function withoutStart(run: Run, tokens: number): Run {
  return { from: run.from + tokens, to: run.to + tokens, length: run.length - tokens }
}

function isOneWord(side: Side, start: number, end: number): boolean {
  for (let t = start + 1; t < end; t++) if (!side.goesOn.has(t)) return false
  return true
}

function isWorthKeeping(side: Side, run: Run): boolean {
  return run.length === 0 || side.ends[run.from + run.length - 1]! - side.starts[run.from]! >= LEAST_LEFT
}
