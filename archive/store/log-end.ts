import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../model/hash.ts'
import { NAMES } from './layout.ts'
import { type LogHead, parseHead } from './log-head.ts'
import { LOG_START, type LogPosition, readEntries, stillAt } from './log-read.ts'
import { errnoOf } from './io-error.ts'

/** How a log ends, compared with what `log.head` says. */
export interface LogEnd {
  /** The last complete line. */
  readonly last: LogPosition
  /** What follows it without a newline. */
  readonly torn: Buffer | null
  /** The torn rest is the acknowledged last line, and only its newline is missing. */
  readonly tornIsWhole: boolean
  /** Lines after the one `log.head` names are fine: the process died between the two writes. */
  readonly headFits: boolean
  readonly head: LogHead | null
}

export async function readHead(dir: string): Promise<LogHead | null> {
  try {
    return parseHead(await readFile(join(dir, NAMES.head), 'utf8'))
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Reads the end of the log. `known` is a line to start from, where one is known; else the whole log is read. */
export async function readLogEnd(dir: string, known: LogPosition): Promise<LogEnd> {
  const path = join(dir, NAMES.log)
  const head = await readHead(dir)
  const usable = (head === null || head.seq >= known.seq) && (await stillAt(path, known))
  let last = usable ? known : LOG_START
  let torn: Buffer | null = null
  let linked = true
  const meets = (position: LogPosition) => head?.seq === position.seq && head.hash === position.hash
  let headFits = meets(last)
  for await (const entry of readEntries(path, last)) {
    if (!entry.complete) torn = entry.bytes
    else {
      last = entry.position
      linked &&= !headFits || entry.linked
      headFits ||= meets(last)
    }
  }
  // A new archive's first line may come before its head.
  if (head === null && last.seq <= 1) headFits = true
  const tornHash = torn === null ? null : sha256Hex(Buffer.concat([torn, Buffer.from('\n')]))
  const tornIsWhole = tornHash !== null && head?.seq === last.seq + 1 && head.hash === tornHash
  return { last, torn, tornIsWhole, headFits: headFits && linked, head }
}
