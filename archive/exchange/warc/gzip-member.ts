import { crc32, createInflateRaw, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { Readable } from 'node:stream'
import type { ByteSource } from './byte-source.ts'

const gzipped = promisify(gzip)

/** One record as a gzip member of its own (WARC 1.1, annex D). */
export function gzipMember(bytes: Uint8Array): Promise<Buffer> {
  return gzipped(bytes)
}

/** Without a file name or a comment a header has 10 bytes. */
const USUAL_HEAD_BYTES = 64
const HEAD_BYTES = 64 * 1024
const TRAILER_BYTES = 8
const [FHCRC, FEXTRA, FNAME, FCOMMENT] = [2, 4, 8, 16]

/** A member that inflates to more than this, and to more than `BOMB_RATIO` times its size, is given up. */
const BOMB_BYTES = 64 * 1024 * 1024
const BOMB_RATIO = 200

export class GzipDamage extends Error {}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

/** Length of a member's header (RFC 1952, section 2.3), or null where it is none or runs on without end. */
function headLength(head: Buffer): number | null {
  if (!isGzip(head) || head.length < 10) return null
  const flags = head[3]!
  let at = 10
  if (flags & FEXTRA) at += 2 + (head.length >= at + 2 ? head.readUInt16LE(at) : HEAD_BYTES)
  for (const flag of [FNAME, FCOMMENT]) {
    if (!(flags & flag)) continue
    const end = head.indexOf(0, at)
    if (end < 0) return null
    at = end + 1
  }
  if (flags & FHCRC) at += 2
  return at < head.length ? at : null
}

/** One member, inflated piece by piece. `end` is known once all of it was read. */
export class GzipMember {
  /** Where the next member begins; null until this one was read to its end. */
  end: number | null = null
  readonly #source: ByteSource
  readonly #at: number

  constructor(source: ByteSource, at: number) {
    this.#source = source
    this.#at = at
  }

  /** Throws `GzipDamage` where the bytes are not a whole member. */
  async *chunks(): AsyncGenerator<Buffer> {
    const head =
      headLength(await this.#source.read(this.#at, USUAL_HEAD_BYTES)) ??
      headLength(await this.#source.read(this.#at, HEAD_BYTES))
    if (head === null) throw new GzipDamage('there is no gzip header')
    const input = Readable.from(this.#source.chunks(this.#at + head))
    const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
    input.on('error', error => inflate.destroy(error))
    input.pipe(inflate)
    let crc = 0
    let size = 0
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) {
        crc = crc32(chunk, crc)
        size += chunk.length
        if (size > BOMB_BYTES && size > BOMB_RATIO * (inflate.bytesWritten + head)) {
          throw new GzipDamage(`it inflates to more than ${BOMB_RATIO} times its size, as a trap would`)
        }
        yield chunk
      }
    } catch (error) {
      if (error instanceof GzipDamage) throw error
      const cut = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
      throw new GzipDamage(cut ? 'it breaks off' : 'its compressed data are damaged')
    } finally {
      input.destroy()
      inflate.destroy()
    }
    const trailerAt = this.#at + head + inflate.bytesWritten
    const trailer = await this.#source.read(trailerAt, TRAILER_BYTES)
    this.end = trailerAt + TRAILER_BYTES
    if (trailer.length < TRAILER_BYTES) throw new GzipDamage('it breaks off')
    if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== size % 2 ** 32) {
      throw new GzipDamage('its check sum is wrong')
    }
  }
}
