/** A decoded picture: one 32-bit number a pixel, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
}

/** A part of a picture, in its pixels. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** RGBA bytes as a picture; the bytes are shared, not copied, where their place in memory allows it. */
export function pictureOf(width: number, height: number, rgba: Uint8Array): Picture {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice()
  return { width, height, pixels: new Uint32Array(aligned.buffer, aligned.byteOffset, width * height) }
}

/** The picture made `factor` times smaller (0 to 1), each new pixel the one in the middle of those it stands for. */
export function shrunk(picture: Picture, factor: number): Picture {
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  const pixels = new Uint32Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = Math.min(picture.height - 1, Math.floor((y + 0.5) / factor)) * picture.width
    for (let x = 0; x < width; x++) {
      pixels[y * width + x] =
        picture.pixels[row + Math.min(picture.width - 1, Math.floor((x + 0.5) / factor))]!
    }
  }
  return { width, height, pixels }
}

/** The bytes of one part of a picture, RGBA. */
export function bytesOf({ width, pixels }: Picture, part: Rect): Uint8Array {
  const copy = new Uint32Array(part.width * part.height)
  for (let y = 0; y < part.height; y++) {
    const from = (part.y + y) * width + part.x
    copy.set(pixels.subarray(from, from + part.width), y * part.width)
  }
  return new Uint8Array(copy.buffer)
}
