import {
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib'
import type { Transform } from 'node:stream'

export interface DecodedBody {
  readonly body: Uint8Array
  readonly cut: 'too-large' | 'broken' | null
}

interface Coding {
  readonly sync: (data: Uint8Array, options: { maxOutputLength: number }) => Uint8Array
  readonly stream: () => Transform
}

/** Bodies up to this size are decoded at once: handing them to another thread costs more than the work. */
const SYNC_BYTES = 64 * 1024
/** And only as long as they do not grow beyond this, which honest pages of that size hardly do. */
const SYNC_OUTPUT_BYTES = 4 * 1024 * 1024

/** RFC 1950: a zlib header is a method of 8 and a check value. Servers say "deflate" for both forms. */
function hasZlibHeader(data: Uint8Array): boolean {
  const [first = 0, second = 0] = data
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}

/** The codings of RFC 9110 section 8.4.1, RFC 7932 and RFC 8878. Unknown ones are left as they are. */
function codingOf(name: string, data: Uint8Array): Coding | null {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return { sync: gunzipSync, stream: () => createGunzip() }
    case 'deflate':
      return hasZlibHeader(data)
        ? { sync: inflateSync, stream: () => createInflate() }
        : { sync: inflateRawSync, stream: () => createInflateRaw() }
    case 'br':
      return {
        sync: brotliDecompressSync,
        stream: () => createBrotliDecompress(),
      }
    case 'zstd':
      return { sync: zstdDecompressSync, stream: () => createZstdDecompress() }
    default:
      return null
  }
}

/** Decodes piece by piece, stops at the limit, and keeps what came out before an error. */
function decodeInPieces(coding: Coding, data: Uint8Array, maxBytes: number): Promise<DecodedBody> {
  const { promise, resolve } = Promise.withResolvers<DecodedBody>()
  const stream = coding.stream()
  const pieces: Uint8Array[] = []
  let bytes = 0
  const finish = (cut: DecodedBody['cut']): void => {
    // Nothing came out: the header promised a coding that the body does not have. The bytes themselves stay.
    const whole = cut === 'broken' && bytes === 0 ? data : Buffer.concat(pieces)
    resolve({ body: whole.byteLength > maxBytes ? whole.subarray(0, maxBytes) : whole, cut })
    stream.destroy()
  }
  stream.on('data', (piece: Uint8Array) => {
    pieces.push(piece)
    bytes += piece.byteLength
    if (bytes > maxBytes) finish('too-large')
  })
  stream.once('end', () => finish(null))
  stream.on('error', () => finish('broken'))
  stream.end(data)
  return promise
}

async function undo(name: string, data: Uint8Array, maxBytes: number): Promise<DecodedBody> {
  const coding = codingOf(name, data)
  if (!coding || data.byteLength === 0) return { body: data, cut: null }
  if (data.byteLength <= SYNC_BYTES) {
    try {
      return {
        body: coding.sync(data, { maxOutputLength: Math.min(maxBytes, SYNC_OUTPUT_BYTES) }),
        cut: null,
      }
    } catch {
      // Too large, cut short or damaged: the careful way tells which, and keeps what there is.
    }
  }
  return decodeInPieces(coding, data, maxBytes)
}

/**
 * Undoes the content codings of a body, the last one applied first. Never gives more than `maxBytes`, however
 * small the body was on the wire. A coding that ends early is `broken`; what it gave until then is kept.
 */
export async function decodeBody(
  wire: Uint8Array,
  contentEncoding: string,
  maxBytes: number,
): Promise<DecodedBody> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  let body = wire
  let cut: DecodedBody['cut'] = null
  for (const name of codings.toReversed()) {
    const step = await undo(name, body, maxBytes)
    body = step.body
    cut ??= step.cut
    if (step.cut === 'too-large') return step
  }
  return { body, cut }
}
