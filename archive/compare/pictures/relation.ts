import { isAltered } from './altered.ts'
import { type Detail, detailOf } from './detail.ts'
import { drawn, type Thumbnail, thumbnailOf } from './thumbnail.ts'

/**
 * What two pictures have to do with each other by what they show. `same`: the same picture in another file; `altered`:
 * the same but for a part of it, or for its colours; `crop`: the second is a part of the first; `wider`: the first is a
 * part of the second; `other`: another picture.
 */
export type PictureRelation = 'same' | 'altered' | 'crop' | 'wider' | 'other'

/** What is kept of a picture to tell it from others. */
export interface PictureLook {
  /** What it looks like from afar. */
  readonly small: Thumbnail
  readonly detail: Detail
}

/** From RGBA pixels. */
export function pictureLook(
  width: number,
  height: number,
  rgba: Uint8Array | Uint8ClampedArray,
): PictureLook {
  const detail = detailOf(width, height, rgba)
  return { small: thumbnailOf(detail), detail }
}

/** Pictures are compared at this size, in pixels. */
const SIZE = 24
/** From this correlation on (-1 to 1) two pictures show the same. Re-encoded news photographs stay above 0.99. */
const SAME_FROM = 0.97
/** A crop is found at a coarse place and size, so a little less is asked of it. */
const CROP_FROM = 0.95
/** A place as alike as this may become one when it is looked at more finely, in paces of this, in pixels. */
const WORTH_A_LOOK = 0.7
const FINE_PACE = 0.5
/** Mean difference of grey values (0 to 255) of a part and its place in the whole, and of two plain pictures. */
const MAX_DIFFERENCE = 14
/** Shapes (width by height) that differ by more than this factor are not the same picture. */
const MAX_SHAPE = 1.04
/** Smallest part of the longer side that is still looked for, and the factor from one size to the next. */
const MIN_PART = 0.35
const STEP = 0.955

/** How alike two lists of grey values are: their correlation, or 0 where one of them is plain. */
function correlation(a: Float32Array, b: Float32Array): number {
  const n = a.length
  let [sumA, sumB] = [0, 0]
  for (let at = 0; at < n; at++) {
    sumA += a[at]!
    sumB += b[at]!
  }
  const [meanA, meanB] = [sumA / n, sumB / n]
  let [both, ownA, ownB] = [0, 0, 0]
  for (let at = 0; at < n; at++) {
    const [x, y] = [a[at]! - meanA, b[at]! - meanB]
    both += x * y
    ownA += x * x
    ownB += y * y
  }
  const spread = Math.sqrt(ownA * ownB)
  return spread < n ? 0 : both / spread
}

function difference(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += Math.abs(a[at]! - b[at]!)
  return sum / a.length
}

const isPlain = (values: Float32Array): boolean => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.every(value => Math.abs(value - mean) < 2)
}

const shapeOf = ({ width, height }: Thumbnail): number => width / height

function showSame(a: Thumbnail, b: Thumbnail): boolean {
  const shapes = shapeOf(a) / shapeOf(b)
  if (Math.max(shapes, 1 / shapes) > MAX_SHAPE) return false
  const whole = ({ width, height }: Thumbnail) => ({ x: 0, y: 0, width, height })
  const [left, right] = [drawn(a, whole(a), SIZE, SIZE), drawn(b, whole(b), SIZE, SIZE)]
  if (isPlain(left) && isPlain(right)) return difference(left, right) <= MAX_DIFFERENCE
  // However bright: a newsroom lightens its pictures.
  return correlation(left, right) >= SAME_FROM
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Whether `part` shows a part of `whole`: tried at every size and place that could be, then nearer to the best. */
function isPartOf(part: Thumbnail, whole: Thumbnail): boolean {
  const shape = shapeOf(part)
  const wanted = drawn(part, { x: 0, y: 0, width: part.width, height: part.height }, SIZE, SIZE)
  if (isPlain(wanted)) return false
  const fits = ({ x, y, width }: Place) =>
    x >= 0 && y >= 0 && x + width <= whole.width + 1e-6 && y + width / shape <= whole.height + 1e-6
  const view = ({ x, y, width }: Place) => drawn(whole, { x, y, width, height: width / shape }, SIZE, SIZE)
  const isIt = (here: Float32Array) =>
    correlation(wanted, here) >= CROP_FROM && difference(wanted, here) <= MAX_DIFFERENCE

  function isNear({ x, y, width }: Place, pace: number): boolean {
    for (const size of [width, width * 0.98, width * 1.02]) {
      for (let dy = -pace; dy <= pace; dy += FINE_PACE) {
        for (let dx = -pace; dx <= pace; dx += FINE_PACE) {
          const place = { x: x + dx, y: y + dy, width: size }
          if (fits(place) && isIt(view(place))) return true
        }
      }
    }
    return false
  }

  // The largest size in which the part fits into the whole, in the whole's pixels.
  const most = Math.min(whole.width, whole.height * shape)
  for (let width = most; width >= MIN_PART * whole.width; width *= STEP) {
    const pace = Math.max(1, width / SIZE)
    let best = { x: 0, y: 0, width, score: 0 }
    for (let y = 0; y <= whole.height - width / shape + 1e-6; y += pace) {
      for (let x = 0; x <= whole.width - width + 1e-6; x += pace) {
        const score = correlation(wanted, view({ x, y, width }))
        if (score > best.score) best = { x, y, width, score }
      }
    }
    if (best.score >= WORTH_A_LOOK && isNear(best, pace)) return true
  }
  return false
}

/** What two pictures have to do with each other; the same whichever way they are turned. */
export function relationOf(from: PictureLook, to: PictureLook): PictureRelation {
  if (showSame(from.small, to.small)) return isAltered(from.detail, to.detail) ? 'altered' : 'same'
  if (isPartOf(to.small, from.small)) return 'crop'
  if (isPartOf(from.small, to.small)) return 'wider'
  return 'other'
}
