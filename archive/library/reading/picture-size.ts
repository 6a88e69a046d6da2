/** Width and height of a picture in pixels, as its first bytes say. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Enough for the frame header of a JPEG behind its thumbnails and colour profile. */
export const PICTURE_HEAD_BYTES = 256 * 1024

type Reader = (head: Buffer) => PictureSize | null

/** PNG, third edition, 5.2 and 11.2.1: the signature, then IHDR with width and height. */
const png: Reader = head =>
  head.length >= 24 && head.readUInt32BE(0) === 0x89504e47 && head.toString('latin1', 12, 16) === 'IHDR'
    ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
    : null

/** GIF89a, section 18: the logical screen descriptor behind the signature. */
const gif: Reader = head =>
  head.length >= 10 && head.toString('latin1', 0, 4) === 'GIF8'
    ? { width: head.readUInt16LE(6), height: head.readUInt16LE(8) }
    : null

/** ITU-T T.81, B.2.2: segments up to the first frame header (SOF), which holds height, then width. */
const jpeg: Reader = head => {
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < head.length) {
    if (head[at] !== 0xff) return null
    const marker = head[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) }
    at += 2 + head.readUInt16BE(at + 2)
  }
  return null
}

/** RFC 9649: `VP8X` has the canvas less one, `VP8L` 14 bits each less one, `VP8 ` the frame header's 14 bits. */
const webp: Reader = head => {
  if (head.length < 30 || head.toString('latin1', 0, 4) !== 'RIFF') return null
  switch (head.toString('latin1', 8, 16)) {
    case 'WEBPVP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 }
    case 'WEBPVP8L': {
      const bits = head.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'WEBPVP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff }
    default:
      return null
  }
}

/** SVG 2, 8.2: `width` and `height` in pixels, else the sides of `viewBox`. */
const svg: Reader = head => {
  const tag = /<svg\b[^>]*>/i.exec(head.toString('utf8', 0, 4096))?.[0]
  if (tag === undefined) return null
  const length = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'i').exec(tag)?.[1])
  const [width, height] = [length('width'), length('height')]
  if (width > 0 && height > 0) return { width: Math.round(width), height: Math.round(height) }
  const box = /\sviewBox\s*=\s*["']([^"']*)["']/i
    .exec(tag)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  return box?.length === 4 ? { width: Math.round(box[2]!), height: Math.round(box[3]!) } : null
}

const READERS: readonly Reader[] = [png, gif, jpeg, webp, svg]

/** Null for what is none of these, or cut off before it says its size. */
export function pictureSize(head: Buffer): PictureSize | null {
  for (const read of READERS) {
    const size = read(head)
    if (size) return size.width > 0 && size.height > 0 ? size : null
  }
  return null
}
