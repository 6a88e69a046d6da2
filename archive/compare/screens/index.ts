import pixelmatch from 'pixelmatch'
import type { ScreenChange, ScreenComparison } from '../../model/screen-comparison.ts'
import { boxesOf } from './boxes.ts'
import { commonColumns } from './columns.ts'
import { type Difference, joined } from './join.ts'
import { lookOf, trimmed } from './look.ts'
import { bytesOf, type Picture, type Rect } from './picture.ts'
import { rowSums, sameRows } from './rows.ts'

export { type Picture, pictureOf, shrunk } from './picture.ts'

/** How often a part is cut into columns and those into rows again. */
const MAX_DEPTH = 4
/** Colour distance from which two pixels differ, 0 to 1 (pixelmatch's measure). */
const THRESHOLD = 0.1
/** Parts lower than this hold no line of words. */
const MIN_HEIGHT = 3
/** More boxes than anybody looks at are not told one by one. */
const MAX_CHANGES = 400

interface Sides {
  readonly a: Picture
  readonly b: Picture
}

/**
 * What differs between two screenshots of a page. They are aligned first, row by row and column by column, so that
 * what only moved up or down does not count; then what stands in the same place is compared pixel by pixel, smoothed
 * edges left out.
 */
export function compareScreens(a: Picture, b: Picture): ScreenComparison {
  const found = joined(compared({ a, b }, whole(a), whole(b), 0))
  const changes = found.map(difference => told({ a, b }, difference)).toSorted(inOrder)
  const area = changes.reduce((sum, { from, to }) => sum + Math.max(areaOf(from), areaOf(to)), 0)
  const share = Math.min(1, area / Math.max(1, a.width * a.height, b.width * b.height))
  return { changes: changes.slice(0, MAX_CHANGES), untold: Math.max(0, changes.length - MAX_CHANGES), share }
}

const whole = ({ width, height }: Picture): Rect => ({ x: 0, y: 0, width, height })
const areaOf = (rect: Rect | null): number => (rect ? rect.width * rect.height : 0)
const inOrder = (a: ScreenChange, b: ScreenChange): number =>
  (a.to ?? a.from)!.y - (b.to ?? b.from)!.y || (a.to ?? a.from)!.x - (b.to ?? b.from)!.x

function told({ a, b }: Sides, { from, to }: Difference): ScreenChange {
  const looks = [from && lookOf(a, from), to && lookOf(b, to)]
  const shows = looks.includes('picture') ? 'picture' : 'text'
  return { change: from && to ? 'changed' : from ? 'removed' : 'inserted', shows, from, to }
}

function compared(sides: Sides, partA: Rect, partB: Rect, depth: number): Difference[] {
  const runs = sameRows(rowSums(sides.a, partA), rowSums(sides.b, partB))
  const changes: Difference[] = []
  let atA = 0
  let atB = 0
  for (const run of [...runs, { a: partA.height, b: partB.height, length: 0 }]) {
    const gapA = { ...partA, y: partA.y + atA, height: run.a - atA }
    const gapB = { ...partB, y: partB.y + atB, height: run.b - atB }
    changes.push(...gap(sides, gapA, gapB, depth))
    atA = run.a + run.length
    atB = run.b + run.length
  }
  return changes
}

/** What stands between two runs of equal rows. */
function gap(sides: Sides, partA: Rect, partB: Rect, depth: number): Difference[] {
  if (partA.height === 0 || partB.height === 0) return oneSided(sides, partA, partB)
  const columns = depth < MAX_DEPTH ? commonColumns(sides.a, partA, sides.b, partB) : []
  const cuts = columns.map(([from, to]) => {
    const cut = (part: Rect): Rect => ({ ...part, x: part.x + from, width: to - from })
    return [cut(partA), cut(partB)] as const
  })
  if (cuts.length > 1) return cuts.flatMap(([cutA, cutB]) => compared(sides, cutA, cutB, depth + 1))
  const [[onlyA, onlyB] = [partA, partB] as const] = cuts
  return leaf(sides, onlyA, onlyB)
}

function oneSided({ a, b }: Sides, partA: Rect, partB: Rect): Difference[] {
  const went = partA.height >= MIN_HEIGHT ? trimmed(a, partA) : null
  if (went) return [{ from: went, to: null }]
  const came = partB.height >= MIN_HEIGHT ? trimmed(b, partB) : null
  return came ? [{ from: null, to: came }] : []
}

/** Compares what stands in the same place, top to top or bottom to bottom; what is left over came or went. */
function leaf(sides: Sides, partA: Rect, partB: Rect): Difference[] {
  const height = Math.min(partA.height, partB.height)
  const width = Math.min(partA.width, partB.width)
  const atTop = matched(sides, { ...partA, width, height }, { ...partB, width, height })
  if (partA.height === partB.height) return atTop.differences()
  const lower = (part: Rect): Rect => ({ ...part, y: part.y + part.height - height, width, height })
  const atBottom = matched(sides, lower(partA), lower(partB))
  const isTop = atTop.pixels <= atBottom.pixels
  const rest = (part: Rect): Rect => ({
    ...part,
    y: isTop ? part.y + height : part.y,
    height: part.height - height,
  })
  const found = (isTop ? atTop : atBottom).differences()
  return [...found, ...oneSided(sides, rest(partA), rest(partB))]
}

/** Two parts of one size, pixel by pixel: how many differ, and the boxes around them. */
function matched(sides: Sides, a: Rect, b: Rect) {
  const { width, height } = a
  const mask = new Uint8Array(width * height * 4)
  const pixels = pixelmatch(bytesOf(sides.a, a), bytesOf(sides.b, b), mask, width, height, {
    threshold: THRESHOLD,
    diffMask: true,
  })
  const isDifferent = (x: number, y: number) => mask[(y * width + x) * 4 + 3]! > 0
  const differences = (): Difference[] =>
    boxesOf(width, height, isDifferent).map(({ x, y, ...size }) => ({
      from: { x: a.x + x, y: a.y + y, ...size },
      to: { x: b.x + x, y: b.y + y, ...size },
    }))
  return { pixels, differences }
}
