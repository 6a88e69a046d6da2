import { type Detail, planes, type Trim, UNTRIMMED } from './detail.ts'

/**
 * How far (0 to 255) the worst place of two pictures that look alike may be off. Stored anew, made smaller, sharper or
 * a little brighter they stay below 30; a person taken out, a number painted over, a mark put on or the colours taken
 * away are above 60.
 */
const MAX_OFF = 42
/** Files of photographs keep colours at half their size: nothing finer than this is asked of them. */
const PIXELS_A_LOOK = 2
/** More is not left out at one side of a picture that is still looked at as the whole. */
const MAX_TRIM = 0.04
/** Longer side at which the fitting trim is looked for, in pixels, and how finely. */
const SEARCH_SIDE = 96
const PACES = [0.01, 0.005, 0.0025]
const SIDES = ['left', 'top', 'right', 'bottom'] as const

interface Size {
  readonly width: number
  readonly height: number
}

function sizeFor(a: Detail, b: Detail, limit: number): Size {
  const side = Math.min(
    limit,
    Math.max(a.width, a.height),
    a.fullSide / PIXELS_A_LOOK,
    b.fullSide / PIXELS_A_LOOK,
  )
  const factor = side / Math.max(a.width, a.height)
  const scaled = (length: number) => Math.max(1, Math.round(length * factor))
  return { width: scaled(a.width), height: scaled(a.height) }
}

/** What is left of the second plane once it is as bright and as strong in contrast as the first, as far as it can be. */
function rest(x: Float32Array, y: Float32Array): Float32Array {
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0]
  for (let at = 0; at < x.length; at++) {
    sumX += x[at]!
    sumY += y[at]!
    sumXX += x[at]! ** 2
    sumXY += x[at]! * y[at]!
  }
  const spread = sumXX - sumX ** 2 / x.length
  const gain = spread > x.length ? (sumXY - (sumX * sumY) / x.length) / spread : 1
  const shift = (sumY - gain * sumX) / x.length
  return x.map((value, at) => y[at]! - gain * value - shift)
}

/** The largest mean over three by three pixels: what is off by half a pixel at an edge is off both ways there. */
function worstPlace(values: Float32Array, { width, height }: Size): number {
  let worst = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0]
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          sum += values[v * width + u]!
          count++
        }
      }
      worst = Math.max(worst, Math.abs(sum / count))
    }
  }
  return worst
}

/** How far (0 to 255) the worst place of the second picture is from the first, trimmed; tone apart. */
function worstOff(a: Detail, b: Detail, trim: Trim = UNTRIMMED): number {
  const size = sizeFor(a, b, Infinity)
  const left = planes(a, trim, size.width, size.height)
  const right = planes(b, UNTRIMMED, size.width, size.height)
  return Math.max(...left.map((plane, colour) => worstPlace(rest(plane, right[colour]!), size)))
}

/** What is to be left out of the first picture's sides so that it fits the second best. */
function fittingTrim(a: Detail, b: Detail): Trim {
  const { width, height } = sizeFor(a, b, SEARCH_SIDE)
  const right = planes(b, UNTRIMMED, width, height)
  const off = (trim: Trim): number => {
    let sum = 0
    for (const [colour, plane] of planes(a, trim, width, height).entries()) {
      for (const value of rest(plane, right[colour]!)) sum += Math.abs(value)
    }
    return sum
  }
  let best = { trim: UNTRIMMED, off: off(UNTRIMMED) }
  for (const pace of PACES) {
    for (let isBetter = true; isBetter;) {
      isBetter = false
      for (const side of SIDES) {
        for (const step of [pace, -pace]) {
          const trim = { ...best.trim, [side]: best.trim[side] + step }
          if (trim[side] < 0 || trim[side] > MAX_TRIM) continue
          const here = off(trim)
          if (here < best.off) {
            best = { trim, off: here }
            isBetter = true
          }
        }
      }
    }
  }
  return best.trim
}

function fits(whole: Detail, part: Detail): boolean {
  return worstOff(whole, part) <= MAX_OFF || worstOff(whole, part, fittingTrim(whole, part)) <= MAX_OFF
}

/**
 * Whether one of two pictures that look alike from afar was changed in a place: something taken out, put in, painted
 * over, or its colours taken away. Other files of the same picture, other sizes, another brightness and a few rows
 * lost at the sides are no such change. What is smaller than a two-hundredth of the longer side is not seen.
 */
export function isAltered(a: Detail, b: Detail): boolean {
  return !fits(a, b) && !fits(b, a)
}
