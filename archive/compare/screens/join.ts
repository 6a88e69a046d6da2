import type { Rect } from './picture.ts'

/** A part that differs, before anybody has looked at what it shows. */
export interface Difference {
  readonly from: Rect | null
  readonly to: Rect | null
}

/** Words of a line stand this near each other, in pixels. */
const NEAR = 48

const around = (a: Rect, b: Rect): Rect => {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** Whether two boxes stand in one line, near each other. */
function areNear(a: Rect, b: Rect): boolean {
  const gap = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width)
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return gap <= NEAR && shared > Math.min(a.height, b.height) / 2
}

/** Two sides of one change keep their distance: what is joined moved together. */
function movedAlike(a: Difference, b: Difference): boolean {
  if (!a.from || !a.to || !b.from || !b.to) return false
  return a.to.x - a.from.x === b.to.x - b.from.x && a.to.y - a.from.y === b.to.y - b.from.y
}

/** Changed words of one line become one change. What came or went stays by itself. */
export function joined(differences: readonly Difference[]): Difference[] {
  const done: Difference[] = []
  for (let next of differences) {
    for (let at = 0; at < done.length; at++) {
      const other = done[at]!
      if (!movedAlike(other, next) || !areNear(other.to!, next.to!)) continue
      next = { from: around(other.from!, next.from!), to: around(other.to!, next.to!) }
      done.splice(at, 1)
      // The larger box may now be near one that was looked at before.
      at = -1
    }
    done.push(next)
  }
  return done
}
