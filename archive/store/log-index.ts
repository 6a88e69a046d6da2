import { type FileHandle, open } from 'node:fs/promises'
import { errnoOf } from './io-error.ts'
import { type LogLine, parseLine } from './log-line.ts'

const NEWLINE = 0x0a
const CHUNK_BYTES = 1 << 20
/** Lines read at once on the way back. */
const LINES_AT_ONCE = 256

/**
 * Where each line of the log begins, so that a line is one read however long the log is. Line n is the nth
 * line. The log only grows, so that what is known stays true and only its new end is looked at.
 */
export class LogIndex {
  readonly #path: string
  /** Byte offsets of the lines' starts, and one more entry: the end of the last complete line. */
  readonly #starts: number[] = [0]
  #turn: Promise<unknown> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
  }

  /** The lines with these numbers, in their order; without those that are not there or not known to this Stet. */
  async lines(seqs: readonly number[]): Promise<LogLine[]> {
    return this.#withFile(async file => {
      const found: LogLine[] = []
      for (const seq of seqs) {
        const [text] = await this.#read(file, seq, seq)
        const line = text === undefined ? null : parseLine(text)
        if (line) found.push(line)
      }
      return found
    })
  }

  /** The last `limit` lines before number `before` (null: of all) that are of one of `types` (empty: any), newest first. */
  async before(before: number | null, limit: number, types: readonly string[]): Promise<LogLine[]> {
    const marks = types.map(type => `"type":${JSON.stringify(type)}`)
    const found: LogLine[] = []
    return this.#withFile(async file => {
      let last = Math.min((before ?? Infinity) - 1, this.#count)
      while (last >= 1 && found.length < limit) {
        const first = Math.max(1, last - LINES_AT_ONCE + 1)
        for (const text of (await this.#read(file, first, last)).toReversed()) {
          if (found.length === limit) break
          // Most lines of a long log are not of the wanted type: a look at the text is cheaper than parsing.
          if (marks.length > 0 && !marks.some(mark => text.includes(mark))) continue
          const line = parseLine(text)
          if (line && (types.length === 0 || types.includes(line.type))) found.push(line)
        }
        last = first - 1
      }
      return found
    })
  }

  get #count(): number {
    return this.#starts.length - 1
  }

  async #withFile(work: (file: FileHandle) => Promise<LogLine[]>): Promise<LogLine[]> {
    let file
    try {
      file = await open(this.#path, 'r')
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return []
      throw error
    }
    try {
      const grown = this.#turn.then(() => this.#grow(file))
      this.#turn = grown.catch(() => {})
      await grown
      return await work(file)
    } finally {
      await file.close()
    }
  }

  async #grow(file: FileHandle): Promise<void> {
    const { size } = await file.stat()
    // A write that failed half way is cut off again; then what was seen of it must go.
    if (!(await this.#stillEndsALine(file))) this.#starts.length = 1
    let at = this.#starts.at(-1)!
    const buffer = Buffer.alloc(Math.min(CHUNK_BYTES, Math.max(size - at, 0)))
    while (at < size) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, size - at), at)
      if (bytesRead === 0) return
      const data = buffer.subarray(0, bytesRead)
      for (let i = data.indexOf(NEWLINE); i !== -1; i = data.indexOf(NEWLINE, i + 1)) {
        this.#starts.push(at + i + 1)
      }
      at += bytesRead
    }
  }

  async #stillEndsALine(file: FileHandle): Promise<boolean> {
    const end = this.#starts.at(-1)!
    if (end === 0) return true
    const { bytesRead, buffer } = await file.read(Buffer.alloc(1), 0, 1, end - 1)
    return bytesRead === 1 && buffer[0] === NEWLINE
  }

  /** Texts of the lines from `first` to `last`, without their newlines. */
  async #read(file: FileHandle, first: number, last: number): Promise<string[]> {
    const start = this.#starts[first - 1]
    const end = this.#starts[last]
    if (first < 1 || start === undefined || end === undefined) return []
    const bytes = Buffer.alloc(end - start)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    return bytesRead === bytes.length ? bytes.toString('utf8', 0, bytes.length - 1).split('\n') : []
  }
}
