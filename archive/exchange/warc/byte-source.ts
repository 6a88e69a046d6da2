import { type FileHandle, open } from 'node:fs/promises'
import { StetError } from '../../errors.ts'

/** Most records are small: the first pieces are, too. */
const FIRST_CHUNK_BYTES = 8 * 1024
const CHUNK_BYTES = 256 * 1024

/** Bytes that can be read from any place: a file, or a stretch of one. */
export interface ByteSource {
  readonly size: number
  /** Fewer bytes than asked for only at the end. */
  read(at: number, length: number): Promise<Buffer>
  /** From `at` to `end` (default: the end of the source), piece by piece. */
  chunks(at: number, end?: number): AsyncGenerator<Buffer>
  close(): Promise<void>
}

export interface Stretch {
  readonly at: number
  readonly length: number
}

/** Opens a file, or `stretch` of it, for reading. Throws `not-found`. */
export async function openBytes(path: string, stretch?: Stretch): Promise<ByteSource> {
  let file: FileHandle
  try {
    file = await open(path)
  } catch (error) {
    throw new StetError(
      'not-found',
      `${path} cannot be read. Nothing of it was imported; check the path.`,
      { path },
      error,
    )
  }
  const start = stretch?.at ?? 0
  const size = stretch?.length ?? (await file.stat()).size

  async function read(at: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, size - at))
    const buffer = Buffer.allocUnsafe(wanted)
    let done = 0
    while (done < wanted) {
      const { bytesRead } = await file.read(buffer, done, wanted - done, start + at + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return buffer.subarray(0, done)
  }

  return {
    size,
    read,
    async *chunks(at, end = size) {
      for (let from = at, length = FIRST_CHUNK_BYTES; from < end;) {
        const chunk = await read(from, Math.min(length, end - from))
        if (chunk.length === 0) return
        yield chunk
        from += chunk.length
        length = Math.min(length * 2, CHUNK_BYTES)
      }
    },
    close: () => file.close(),
  }
}
