import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { StetError } from '../../errors.ts'
import { CheckedFile } from '../adapter.ts'
import type { StoreFs } from '../fs.ts'
import type { LogLine } from '../log-line.ts'
import { LOG_START, type LogPosition } from '../log-read.ts'
import { applyLine, type PostsReader } from './apply.ts'
import { emptyTables, loadTables, TABLE_NAMES, type Tables } from './tables.ts'

/** Version of the rows. Another number means: made by another Stet, so make it anew from the evidence. */
const CATALOGUE_VERSION = 3

const metaSchema = z.object({
  catalogue: z.literal(CATALOGUE_VERSION),
  /** Last log line that is in the tables. */
  applied: z.object({ seq: z.int(), start: z.int(), end: z.int(), hash: z.string() }),
  /** Snapshots that are held, to be compared with the folders on disk. */
  snapshots: z.int(),
  /** Tables that have rows: such a table without files is damaged, not empty. */
  tables: z.array(z.enum(TABLE_NAMES)),
})
type Meta = z.infer<typeof metaSchema>

export interface CatalogueOptions {
  readonly fs: StoreFs
  readonly tmpDir: string
  readonly dir: string
  readonly readPosts: PostsReader
}

const EMPTY: Meta = { catalogue: CATALOGUE_VERSION, applied: LOG_START, snapshots: 0, tables: [] }

/**
 * What the archive holds, made from the log (and the bags, for posts) and nothing else: a cache. Applying the
 * whole log to an empty one gives, byte for byte, the files that grew line by line.
 */
export class Catalogue {
  readonly tables: Tables
  readonly #options: CatalogueOptions
  readonly #meta: Low<Meta>
  /** How far the files on disk go; null where they are not this catalogue's. */
  #flushed: LogPosition | null

  private constructor(
    options: CatalogueOptions,
    tables: Tables,
    meta: Low<Meta>,
    flushed: LogPosition | null,
  ) {
    this.#options = options
    this.tables = tables
    this.#meta = meta
    this.#flushed = flushed
  }

  static #metaFile(options: CatalogueOptions): Low<Meta> {
    const path = join(options.dir, 'meta.json')
    return new Low(new CheckedFile<Meta>(options.fs, options.tmpDir, path, metaSchema), EMPTY)
  }

  /** The catalogue on disk. Throws `archive-damaged` where it is missing, damaged or another version's. */
  static async load(options: CatalogueOptions): Promise<Catalogue> {
    const meta = Catalogue.#metaFile(options)
    await meta.read()
    const tables = await loadTables(options)
    const lost = meta.data === EMPTY || meta.data.tables.some(name => tables[name].isEmpty)
    if (lost) throw new StetError('archive-damaged', 'The catalogue is missing.', { path: options.dir })
    return new Catalogue(options, tables, meta, meta.data.applied)
  }

  /** A catalogue without rows, whatever lies on disk. */
  static empty(options: CatalogueOptions): Catalogue {
    return new Catalogue(options, emptyTables(options), Catalogue.#metaFile(options), null)
  }

  get applied(): LogPosition {
    return this.#meta.data.applied
  }

  get snapshots(): number {
    return this.#meta.data.snapshots
  }

  /** Brings a line in, in memory. Lines come in order, each once or again after a crash. */
  async apply(line: LogLine | null, position: LogPosition): Promise<void> {
    if (line) await applyLine(this.tables, line, this.#options.readPosts)
    const step = line?.type === 'snapshot' ? 1 : line?.type === 'purge' ? -1 : 0
    const snapshots = this.#meta.data.snapshots + step
    this.#meta.data = { ...this.#meta.data, applied: position, snapshots }
  }

  /** Writes what changed. The note of how far it got comes last, so that a crash only means doing lines again. */
  async flush(): Promise<void> {
    const { fs, dir } = this.#options
    const { applied } = this.#meta.data
    if (this.#flushed?.seq === applied.seq) return
    // Shards of a catalogue that is given up must not mix with the new one's.
    if (this.#flushed === null) await fs.remove(dir)
    await fs.mkdir(dir)
    for (const name of TABLE_NAMES) await this.tables[name].flush()
    const tables = TABLE_NAMES.filter(name => !this.tables[name].isEmpty).toSorted()
    this.#meta.data = { ...this.#meta.data, tables }
    await this.#meta.write()
    this.#flushed = applied
  }
}
