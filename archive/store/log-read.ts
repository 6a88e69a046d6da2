import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { sha256Hex } from '../model/hash.ts'
import { type LogLine, NO_LINE_BEFORE, parseLine } from './log-line.ts'
import { errnoOf } from './io-error.ts'

/** Where a line stands in the log. */
export interface LogPosition {
  readonly seq: number
  /** Byte offsets of the line's start and end (after its newline). */
  readonly start: number
  readonly end: number
  /** SHA-256 of the line with its newline. */
  readonly hash: string
}

/** The place before the first line. */
export const LOG_START: LogPosition = { seq: 0, start: 0, end: 0, hash: NO_LINE_BEFORE }

/** One line as it stands in the file. */
export type LogEntry =
  | {
      readonly complete: true
      readonly position: LogPosition
      /** Null where it is not a line this Stet knows. */
      readonly line: LogLine | null
      /** Whether its `seq` and `prev` fit the line before. */
      readonly linked: boolean
    }
  /** The rest after the last newline: a write that was cut short. */
  | { readonly complete: false; readonly start: number; readonly bytes: Buffer }

const NEWLINE = 0x0a
const CHUNK_BYTES = 1 << 20

function entryAfter(before: LogPosition, bytes: Buffer): LogEntry & { complete: true } {
  const line = parseLine(bytes.toString('utf8', 0, bytes.length - 1))
  const seq = before.seq + 1
  const position = { seq, start: before.end, end: before.end + bytes.length, hash: sha256Hex(bytes) }
  return {
    complete: true,
    position,
    line,
    linked: line !== null && line.seq === seq && line.prev === before.hash,
  }
}

/** Streams the log from the line after `from`. A log that is not there has no lines. */
export async function* readEntries(path: string, from: LogPosition = LOG_START): AsyncGenerator<LogEntry> {
  let rest: Buffer = Buffer.alloc(0)
  let last = from
  try {
    const chunks: AsyncIterable<Buffer> = createReadStream(path, {
      start: from.end,
      highWaterMark: CHUNK_BYTES,
    })
    for await (const chunk of chunks) {
      const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      let begin = 0
      for (let end = data.indexOf(NEWLINE); end !== -1; end = data.indexOf(NEWLINE, begin)) {
        const entry = entryAfter(last, data.subarray(begin, end + 1))
        yield entry
        last = entry.position
        begin = end + 1
      }
      rest = data.subarray(begin)
    }
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
  }
  if (rest.length > 0) yield { complete: false, start: last.end, bytes: rest }
}

/** Whether the log still holds, at that place, the line that was there. */
export async function stillAt(path: string, position: LogPosition): Promise<boolean> {
  if (position.seq === 0) return true
  const bytes = Buffer.alloc(position.end - position.start)
  try {
    const file = await open(path, 'r')
    try {
      const { bytesRead } = await file.read(bytes, 0, bytes.length, position.start)
      return bytesRead === bytes.length && sha256Hex(bytes) === position.hash
    } finally {
      await file.close()
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false
    throw error
  }
}
