/** A picture's colours (0 to 255), row by row; red, green and blue of a pixel one after the other. */
export interface Detail {
  readonly width: number
  readonly height: number
  readonly rgb: Float32Array
  /** Longer side of the picture itself, in pixels. */
  readonly fullSide: number
}

/** Longer side of what is kept of a picture, in pixels: large words in it can still be told from others. */
const LONG_SIDE = 256

/** Where the pixels of a line lie in a shorter one: the first pixel each lies on, and the share of it that does. */
function places(
  length: number,
  shorter: number,
): { readonly first: Int32Array; readonly share: Float32Array } {
  const size = length / shorter
  const first = new Int32Array(length)
  const share = new Float32Array(length).fill(1)
  for (let at = 0; at < length; at++) {
    first[at] = Math.min(shorter - 1, Math.floor(at / size))
    const border = (first[at]! + 1) * size
    if (at + 1 > border && first[at]! < shorter - 1) share[at] = border - at
  }
  return { first, share }
}

/**
 * What is kept of a picture to compare it closely: each pixel the mean of what it stands for, to the fraction of a
 * pixel. From RGBA pixels; transparent ones stand on white.
 */
export function detailOf(width: number, height: number, rgba: Uint8Array | Uint8ClampedArray): Detail {
  const fullSide = Math.max(width, height)
  const factor = Math.max(1, fullSide / LONG_SIDE)
  const toWidth = Math.max(1, Math.round(width / factor))
  const toHeight = Math.max(1, Math.round(height / factor))
  const [across, down] = [places(width, toWidth), places(height, toHeight)]
  const stride = toWidth * 3
  const line = new Float64Array(stride + 3)
  const sums = new Float64Array(stride * (toHeight + 1))
  for (let y = 0; y < height; y++) {
    line.fill(0)
    for (let x = 0; x < width; x++) {
      const [from, to, share] = [(y * width + x) * 4, across.first[x]! * 3, across.share[x]!]
      const cover = rgba[from + 3]! / 255
      const white = 255 * (1 - cover)
      for (let colour = 0; colour < 3; colour++) {
        const value = rgba[from + colour]! * cover + white
        line[to + colour]! += value * share
        line[to + colour + 3]! += value * (1 - share)
      }
    }
    const [to, share] = [down.first[y]! * stride, down.share[y]!]
    for (let at = 0; at < stride; at++) {
      sums[to + at]! += line[at]! * share
      sums[to + at + stride]! += line[at]! * (1 - share)
    }
  }
  const area = (width / toWidth) * (height / toHeight)
  const rgb = Float32Array.from(sums.subarray(0, toHeight * stride), sum => sum / area)
  return { width: toWidth, height: toHeight, rgb, fullSide }
}

/** Shares of a picture's width and height that are left out at its sides. */
export interface Trim {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const UNTRIMMED: Trim = { left: 0, top: 0, right: 0, bottom: 0 }

/** A trimmed picture in a size of its own, one plane of values a colour. */
export function planes(
  detail: Detail,
  trim: Trim,
  toWidth: number,
  toHeight: number,
): readonly Float32Array[] {
  const { width, height, rgb } = detail
  const stepX = ((1 - trim.left - trim.right) * width) / toWidth
  const stepY = ((1 - trim.top - trim.bottom) * height) / toHeight
  const out = [0, 1, 2].map(() => new Float32Array(toWidth * toHeight))
  // Two looks a pixel each way, so that nothing is jumped over where the size is halved.
  for (let v = 0; v < toHeight * 2; v++) {
    const sourceY = Math.min(height - 1, Math.max(0, trim.top * height + ((v + 0.5) / 2) * stepY - 0.5))
    const top = Math.floor(sourceY)
    const down = sourceY - top
    const [above, below] = [top * width, Math.min(height - 1, top + 1) * width]
    for (let u = 0; u < toWidth * 2; u++) {
      const sourceX = Math.min(width - 1, Math.max(0, trim.left * width + ((u + 0.5) / 2) * stepX - 0.5))
      const left = Math.floor(sourceX)
      const across = sourceX - left
      const right = Math.min(width - 1, left + 1)
      const to = (v >> 1) * toWidth + (u >> 1)
      for (let colour = 0; colour < 3; colour++) {
        const upper =
          rgb[(above + left) * 3 + colour]! * (1 - across) + rgb[(above + right) * 3 + colour]! * across
        const lower =
          rgb[(below + left) * 3 + colour]! * (1 - across) + rgb[(below + right) * 3 + colour]! * across
        out[colour]![to]! += (upper * (1 - down) + lower * down) / 4
      }
    }
  }
  return out
}
