import type { Picture, Rect } from './picture.ts'

/** Colours are counted in steps of 1/16 of each channel. */
const STEP_BITS = 4
/** A colour that fewer of the pixels have is the edge of a letter, or noise. */
const MIN_SHARE = 0.004
/** Words have a background, an ink, and what smooths one into the other. */
const MAX_TEXT_COLOURS = 20
const MIN_BACKGROUND = 0.4
/** In pixels. */
const MARGIN = 8

/**
 * Whether a part of a page shows words or a picture, told by its colours: words stand on a background that takes most
 * of the place and have few colours besides.
 */
export function lookOf({ width, height, pixels }: Picture, part: Rect): 'text' | 'picture' {
  // A letter alone is mostly ink; with its surroundings it is a letter.
  const x = Math.max(0, part.x - MARGIN)
  const y = Math.max(0, part.y - MARGIN)
  const w = Math.min(width, part.x + part.width + MARGIN) - x
  const h = Math.min(height, part.y + part.height + MARGIN) - y
  const counts = new Map<number, number>()
  const shift = 8 - STEP_BITS
  for (let row = y; row < y + h; row++) {
    for (let at = row * width + x; at < row * width + x + w; at++) {
      const pixel = pixels[at]!
      const colour =
        ((pixel & 0xff) >> shift) |
        ((((pixel >> 8) & 0xff) >> shift) << STEP_BITS) |
        ((((pixel >> 16) & 0xff) >> shift) << (2 * STEP_BITS))
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  }
  const all = w * h
  const shares = [...counts.values()].map(count => count / all)
  const colours = shares.filter(share => share >= MIN_SHARE).length
  return Math.max(...shares) >= MIN_BACKGROUND && colours <= MAX_TEXT_COLOURS ? 'text' : 'picture'
}

/** The part without its edges of one colour; null where nothing stands in it. */
export function trimmed(picture: Picture, part: Rect): Rect | null {
  const { width, pixels } = picture
  const ground = pixels[part.y * width + part.x]
  const isPlain = ({ x, y, width: w, height: h }: Rect): boolean => {
    for (let row = y; row < y + h; row++) {
      for (let at = row * width + x; at < row * width + x + w; at++) if (pixels[at] !== ground) return false
    }
    return true
  }
  let { x, y, width: w, height: h } = part
  for (; h > 0 && isPlain({ x, y, width: w, height: 1 }); h--) y++
  if (h === 0) return null
  while (isPlain({ x, y: y + h - 1, width: w, height: 1 })) h--
  for (; isPlain({ x, y, width: 1, height: h }); w--) x++
  while (isPlain({ x: x + w - 1, y, width: 1, height: h })) w--
  return { x, y, width: w, height: h }
}
