import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StetError } from '../errors.ts'
import type { Logger } from '../ports/logger.ts'
import { CheckedFile } from './adapter.ts'
import type { StoreFs } from './fs.ts'
import { ioError } from './io-error.ts'
import { NAMES } from './layout.ts'

const entrySchema = z.object({
  jobId: z.string(),
  kind: z.enum(['capture', 'import']),
  startedAt: z.string(),
  /** Number of the first log line that can be about this work. */
  sinceSeq: z.int(),
  /** URLs, or the names of the files that lie in `incoming/<jobId>/<index>`. */
  inputs: z.array(z.string()),
  /** Indexes of inputs that were given up. */
  dropped: z.array(z.int()),
  options: z.record(z.string(), z.json()),
  /** How often it was gone on with since an input was last done, and how many inputs were left then. */
  resumed: z.object({ times: z.int(), left: z.int() }),
})

const queueSchema = z.object({ format: z.literal('stet-queue/1'), entries: z.array(entrySchema) })

/** Work that was promised and may not be done yet. */
export type QueueEntry = Readonly<z.infer<typeof entrySchema>>
type QueueData = z.infer<typeof queueSchema>

export interface QueueOptions {
  readonly fs: StoreFs
  readonly dir: string
  readonly logger: Logger
}

/**
 * `queue.json` and `incoming/`: captures and imports that were promised, so that they outlive the process. Not
 * evidence; what it names is removed when it is done. One change at a time, each one durable when it resolves.
 */
export class WorkQueue {
  readonly #options: QueueOptions
  readonly #file: CheckedFile<QueueData>
  #entries: readonly QueueEntry[]
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(options: QueueOptions, file: CheckedFile<QueueData>, entries: readonly QueueEntry[]) {
    this.#options = options
    this.#file = file
    this.#entries = entries
  }

  /** Reads what an earlier process left. A damaged queue is set aside with a warning: it holds no evidence. */
  static async open(options: QueueOptions): Promise<WorkQueue> {
    const { fs, dir, logger } = options
    const path = join(dir, NAMES.queue)
    const file = new CheckedFile(fs, join(dir, NAMES.tmp), path, queueSchema)
    let entries: readonly QueueEntry[] = []
    try {
      entries = (await file.read())?.entries ?? []
    } catch (error) {
      if (!(error instanceof StetError)) throw error
      const kept = join(NAMES.quarantine, `${NAMES.queue}-${Date.now().toString(36)}`)
      await mkdir(join(dir, NAMES.quarantine), { recursive: true })
      await fs.rename(path, join(dir, kept))
      logger.warn(
        `${NAMES.queue} (work that was under way) is damaged; it is kept as ${kept}. ` +
          'Captures that were waiting must be started again. Snapshots are not affected.',
      )
    }
    const queue = new WorkQueue(options, file, entries)
    await queue.#sweep()
    return queue
  }

  get entries(): readonly QueueEntry[] {
    return this.#entries
  }

  /** Promises work; `files` are the bytes of an import's inputs, in their order. */
  add(entry: QueueEntry, files: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = []): Promise<void> {
    return this.#change('The work could not be noted; nothing was begun.', async () => {
      try {
        await this.#storeFiles(entry.jobId, files)
        await this.#write([...this.#entries, entry])
      } catch (error) {
        await this.#removeFiles(entry.jobId).catch(() => {})
        throw error
      }
    })
  }

  /** Gives up inputs: they are not begun again. */
  drop(jobId: string, indexes: readonly number[]): Promise<void> {
    return this.#change('The change could not be noted.', async () => {
      const drop = (entry: QueueEntry) => ({
        ...entry,
        dropped: [...new Set([...entry.dropped, ...indexes])],
      })
      await this.#write(this.#entries.map(entry => (entry.jobId === jobId ? drop(entry) : entry)))
    })
  }

  /** Notes that the work is gone on with, or (0 times) that it ended in good order. */
  noteResumed(jobId: string, resumed: QueueEntry['resumed']): Promise<void> {
    return this.#change('The work could not be noted.', () =>
      this.#write(this.#entries.map(entry => (entry.jobId === jobId ? { ...entry, resumed } : entry))),
    )
  }

  /** The work is done or given up, with the files it brought. */
  remove(jobId: string): Promise<void> {
    return this.#change('The change could not be noted.', async () => {
      if (this.#entries.some(entry => entry.jobId === jobId)) {
        await this.#write(this.#entries.filter(entry => entry.jobId !== jobId))
      }
      await this.#removeFiles(jobId)
    })
  }

  /** Where the file of an import's input lies, absolute. */
  fileOf(jobId: string, index: number): string {
    return join(this.#options.dir, NAMES.incoming, jobId, String(index))
  }

  /** Whether an import's file is still there: it goes when it is done. */
  async hasFile(jobId: string, index: number): Promise<boolean> {
    return (await stat(this.fileOf(jobId, index)).catch(() => null)) !== null
  }

  readFile(jobId: string, index: number): Promise<Uint8Array> {
    return readFile(this.fileOf(jobId, index))
  }

  /** The file of one input is done with. Not synced: at worst it is imported once more and found unchanged. */
  async removeFile(jobId: string, index: number): Promise<void> {
    await this.#options.fs.remove(this.fileOf(jobId, index))
  }

  /** Resolves when every change is on the disk. */
  async idle(): Promise<void> {
    await this.#turn
  }

  #change(doing: string, change: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(change).catch((error: unknown) => {
      throw ioError(error, doing, { path: join(this.#options.dir, NAMES.queue) })
    })
    this.#turn = done.catch(() => {})
    return done
  }

  async #write(entries: readonly QueueEntry[]): Promise<void> {
    const { fs, dir } = this.#options
    if (entries.length > 0) await this.#file.write({ format: 'stet-queue/1', entries: [...entries] })
    else {
      await fs.remove(join(dir, NAMES.queue))
      await fs.syncFolder(dir)
    }
    this.#entries = entries
  }

  async #storeFiles(jobId: string, files: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const { fs, dir } = this.#options
    const folder = dirname(this.fileOf(jobId, 0))
    let index = 0
    for await (const bytes of files) {
      if (index === 0) {
        await fs.mkdir(join(dir, NAMES.incoming))
        await fs.mkdir(folder)
      }
      const path = this.fileOf(jobId, index++)
      await fs.writeNew(path, bytes, 0o600)
      await fs.syncFile(path)
    }
    if (index === 0) return
    for (const changed of [folder, dirname(folder), dir]) await fs.syncFolder(changed)
  }

  /** Files that were stored for work which was never promised, or is done. */
  async #sweep(): Promise<void> {
    const { fs, dir } = this.#options
    const incoming = join(dir, NAMES.incoming)
    const known = new Set(this.#entries.map(entry => entry.jobId))
    for (const name of await readdir(incoming).catch(() => [])) {
      if (!known.has(name)) await fs.remove(join(incoming, name))
    }
  }

  async #removeFiles(jobId: string): Promise<void> {
    const { fs, dir } = this.#options
    await fs.remove(dirname(this.fileOf(jobId, 0)))
    await fs.rmdir(join(dir, NAMES.incoming)).catch(() => {}) // other work still has files there
  }
}
