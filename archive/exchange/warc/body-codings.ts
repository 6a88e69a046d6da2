import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import { promisify } from 'node:util'
import { type Fields, fieldOf } from './fields.ts'

const UNPACK = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
} as const
const inflateZlib = promisify(inflate)
const inflateBare = promisify(inflateRaw)

/** Undoes `Transfer-Encoding: chunked` (RFC 9112, section 7.1); null where the bytes are not chunked after all. */
export function dechunk(bytes: Buffer): Buffer | null {
  const pieces: Buffer[] = []
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\n', at)
    if (lineEnd < 0) return pieces.length > 0 ? Buffer.concat(pieces) : null
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?\s*$/i.exec(bytes.toString('latin1', at, lineEnd))?.[1]
    if (size === undefined) return null
    const length = parseInt(size, 16)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length))
    at = lineEnd + 1 + length
    if (at >= bytes.length) return Buffer.concat(pieces)
    at += bytes[at] === 13 ? 2 : 1
  }
}

async function unpack(coding: string, bytes: Buffer, maxOutputLength: number): Promise<Buffer | null> {
  try {
    if (coding === 'deflate') {
      const zlib = await inflateZlib(bytes, { maxOutputLength }).catch(() => null)
      return zlib ?? (await inflateBare(bytes, { maxOutputLength }))
    }
    const known = UNPACK[coding as keyof typeof UNPACK]
    return known ? await known(bytes, { maxOutputLength }) : null
  } catch {
    return null
  }
}

export interface DecodedBody {
  readonly bytes: Buffer
  /** A coding that could not be undone; the bytes are then as they were. */
  readonly failed: string | null
}

/** Undoes transfer and content codings, to at most `maxBytes`. Bodies that are stored decoded already stay as they are. */
export async function decodedBody(headers: Fields, bytes: Buffer, maxBytes: number): Promise<DecodedBody> {
  const chunked = /\bchunked\b/i.test(fieldOf(headers, 'transfer-encoding') ?? '')
  let body = (chunked ? dechunk(bytes) : null) ?? bytes
  const codings = (fieldOf(headers, 'content-encoding') ?? '')
    .split(',')
    .map(coding => coding.trim().toLowerCase())
    .filter(coding => coding !== '' && coding !== 'identity')
  for (const coding of codings.toReversed()) {
    if (body.length === 0) break
    const next = await unpack(coding, body, maxBytes)
    if (next === null) return { bytes: body, failed: coding }
    body = next
  }
  return { bytes: body, failed: null }
}
