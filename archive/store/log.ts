import { join } from 'node:path'
import type { StetError } from '../errors.ts'
import type { Timestamp } from '../model/time.ts'
import type { StoreFs } from './fs.ts'
import { ioError } from './io-error.ts'
import { NAMES } from './layout.ts'
import { headText, type LogHead } from './log-head.ts'
import { type LogFacts, type LogLine, makeLine, writeLine } from './log-line.ts'
import { readHead } from './log-end.ts'
import type { LogPosition } from './log-read.ts'
import { replaceFile } from './replace-file.ts'

export interface Appended {
  readonly line: LogLine
  readonly position: LogPosition
}

/**
 * The writing end of the custody log. One writer, one call at a time: the store's publisher sees to that.
 *
 * After a failure the log is cut back to where it was. Where even that fails nobody knows what the disk holds,
 * so the writer refuses further work; the next opening reads what is really there.
 */
export class LogWriter {
  readonly #fs: StoreFs
  readonly #dir: string
  readonly #path: string
  #last: LogPosition
  #broken: StetError | null = null

  constructor(fs: StoreFs, dir: string, last: LogPosition) {
    this.#fs = fs
    this.#dir = dir
    this.#path = join(dir, NAMES.log)
    this.#last = last
  }

  get last(): LogPosition {
    return this.#last
  }

  /** True where a failed append could not be taken back, so that what it wrote may still be there. */
  get isBroken(): boolean {
    return this.#broken !== null
  }

  /** Appends lines, all or none, durably. Throws `disk-full`, `archive-readonly` or `io`. */
  async append(facts: readonly LogFacts[], at: Timestamp): Promise<Appended[]> {
    if (this.#broken) throw this.#broken
    const added: Appended[] = []
    const chunks: Buffer[] = []
    let last = this.#last
    for (const fact of facts) {
      const line = makeLine(fact, { seq: last.seq + 1, at, prev: last.hash })
      const { bytes, hash } = writeLine(line)
      last = { seq: line.seq, start: last.end, end: last.end + bytes.length, hash }
      added.push({ line, position: last })
      chunks.push(bytes)
    }
    try {
      await this.#fs.writeAt(this.#path, this.#last.end, Buffer.concat(chunks))
      await this.writeHead(last)
    } catch (error) {
      await this.#takeBack()
      throw ioError(error, 'The custody log could not be written.', { path: this.#path })
    }
    this.#last = last
    return added
  }

  async writeHead(head: LogHead): Promise<void> {
    const path = join(this.#dir, NAMES.head)
    await replaceFile(this.#fs, join(this.#dir, NAMES.tmp), path, Buffer.from(headText(head)))
  }

  async #takeBack(): Promise<void> {
    try {
      await this.#fs.cut(this.#path, this.#last.end)
      if ((await readHead(this.#dir))?.hash !== this.#last.hash) await this.writeHead(this.#last)
    } catch (error) {
      const doing =
        'A failed write to the custody log could not be taken back; close the archive and open it again.'
      this.#broken = ioError(error, doing, { path: this.#path })
    }
  }
}
