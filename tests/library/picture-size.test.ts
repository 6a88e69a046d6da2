import { describe, expect, it } from 'vitest'
import { pictureSize } from '../../archive/library/reading/picture-size.ts'

const bytes = (...parts: (string | readonly number[])[]): Buffer =>
  Buffer.concat(
    parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

describe('the size of a picture, from its first bytes', () => {
  it('is read from a PNG', () => {
    const head = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 128], [0, 0, 1, 224])
    expect(pictureSize(head)).toEqual({ width: 640, height: 480 })
  })

  it('is read from a GIF', () => {
    expect(pictureSize(bytes('GIF89a', [64, 1], [200, 0]))).toEqual({ width: 320, height: 200 })
  })

  it('is read from a JPEG behind its other segments, and not from its Huffman tables', () => {
    const app = [0xff, 0xe0, 0, 6, 1, 2, 3, 4]
    const tables = [0xff, 0xc4, 0, 5, 9, 9, 9]
    const frame = [0xff, 0xc2, 0, 11, 8, 1, 44, 1, 144, 3, 0, 0, 0]
    expect(pictureSize(bytes([0xff, 0xd8], app, tables, frame))).toEqual({ width: 400, height: 300 })
  })

  it('is read from the three kinds of WebP', () => {
    const riff = (kind: string, ...rest: (readonly number[])[]) =>
      bytes('RIFF', [0, 0, 0, 0], `WEBP${kind}`, [0, 0, 0, 0], ...rest, Array(16).fill(0))
    expect(pictureSize(riff('VP8X', [0, 0, 0, 0], [0x8f, 1, 0], [0x2b, 1, 0]))).toEqual({
      width: 400,
      height: 300,
    })
    const lossless = 399 | (299 << 14)
    const packed = [0, 8, 16, 24].map(shift => (lossless >>> shift) & 0xff)
    expect(pictureSize(riff('VP8L', [0x2f], packed))).toEqual({ width: 400, height: 300 })
    expect(pictureSize(riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a], [0x90, 1], [0x2c, 1]))).toEqual({
      width: 400,
      height: 300,
    })
  })

  it('is read from an SVG, by its sides or its view box', () => {
    expect(pictureSize(bytes('<?xml version="1.0"?>\n<svg width="40px" height="30">'))).toEqual({
      width: 40,
      height: 30,
    })
    expect(pictureSize(bytes('<svg viewBox="0 0 800 400" width="100%">'))).toEqual({
      width: 800,
      height: 400,
    })
  })

  it('is not known of what is cut off, empty or no picture', () => {
    for (const head of [bytes(''), bytes('\x89PNG'), bytes([0xff, 0xd8, 0xff, 0xe0]), bytes('<html>')]) {
      expect(pictureSize(head)).toBeNull()
    }
  })
})
