import type { Detail } from './detail.ts'

/** Grey values (0 to 255) of a picture made small, row by row; its shape is the picture's. */
export interface Thumbnail {
  readonly width: number
  readonly height: number
  readonly grey: Float32Array
}

/** Longer side of a thumbnail, in pixels: enough to know a picture by, small enough to try many places. */
const LONG_SIDE = 64

/** A picture made small, each thumbnail pixel the mean of those it stands for. */
export function thumbnailOf({ width, height, rgb }: Detail): Thumbnail {
  const factor = Math.min(1, LONG_SIDE / Math.max(width, height))
  const small = {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
  const sums = new Float64Array(small.width * small.height)
  const counts = new Uint32Array(small.width * small.height)
  for (let y = 0; y < height; y++) {
    const row = Math.min(small.height - 1, Math.floor((y * small.height) / height)) * small.width
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      const cell = row + Math.min(small.width - 1, Math.floor((x * small.width) / width))
      sums[cell]! += 0.299 * rgb[at]! + 0.587 * rgb[at + 1]! + 0.114 * rgb[at + 2]!
      counts[cell]!++
    }
  }
  return { ...small, grey: Float32Array.from(sums, (sum, cell) => sum / Math.max(1, counts[cell]!)) }
}

/** A part of a thumbnail, given in its pixels (not whole ones as a rule), drawn to a size of its own. */
export function drawn(
  { width, height, grey }: Thumbnail,
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  toWidth: number,
  toHeight: number,
): Float32Array {
  const out = new Float32Array(toWidth * toHeight)
  for (let y = 0; y < toHeight; y++) {
    const sourceY = Math.min(height - 1, Math.max(0, part.y + ((y + 0.5) * part.height) / toHeight - 0.5))
    const top = Math.floor(sourceY)
    const bottom = Math.min(height - 1, top + 1)
    const down = sourceY - top
    for (let x = 0; x < toWidth; x++) {
      const sourceX = Math.min(width - 1, Math.max(0, part.x + ((x + 0.5) * part.width) / toWidth - 0.5))
      const left = Math.floor(sourceX)
      const right = Math.min(width - 1, left + 1)
      const across = sourceX - left
      const above = grey[top * width + left]! * (1 - across) + grey[top * width + right]! * across
      const below = grey[bottom * width + left]! * (1 - across) + grey[bottom * width + right]! * across
      out[y * toWidth + x] = above * (1 - down) + below * down
    }
  }
  return out
}
