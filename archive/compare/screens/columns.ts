import type { Picture, Rect } from './picture.ts'

/** A stretch of columns of one colour is what stands between two columns of a page from this width on, in pixels. */
const MIN_GUTTER = 10

/** For each column of a part, whether all its pixels have the colour of the first. */
function plainColumns({ width, pixels }: Picture, part: Rect): Uint8Array {
  const plain = new Uint8Array(part.width).fill(1)
  for (let y = 1; y < part.height; y++) {
    const row = (part.y + y) * width + part.x
    const first = part.y * width + part.x
    for (let x = 0; x < part.width; x++) if (pixels[row + x] !== pixels[first + x]) plain[x] = 0
  }
  return plain
}

/** Where both parts can be cut into the same columns: their ranges of x within the parts. */
export function commonColumns(
  a: Picture,
  partA: Rect,
  b: Picture,
  partB: Rect,
): readonly (readonly [number, number])[] {
  const [plainA, plainB] = [plainColumns(a, partA), plainColumns(b, partB)]
  const width = Math.min(partA.width, partB.width)
  const columns: [number, number][] = []
  let start = -1
  let plain = 0
  for (let x = 0; x <= width; x++) {
    const isPlain = x === width || (plainA[x] === 1 && plainB[x] === 1)
    if (!isPlain) {
      if (start < 0) start = x
      plain = 0
      continue
    }
    plain++
    if (start >= 0 && (plain >= MIN_GUTTER || x === width)) {
      columns.push([start, x - plain + 1])
      start = -1
    }
  }
  return columns
}
