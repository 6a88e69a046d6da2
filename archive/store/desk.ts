import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { StetError } from '../errors.ts'
import type { Logger } from '../ports/logger.ts'
import { CheckedFile } from './adapter.ts'
import type { StoreFs } from './fs.ts'
import { ioError } from './io-error.ts'
import { NAMES } from './layout.ts'
import { replaceFile } from './replace-file.ts'

const deskSchema = z.object({
  format: z.literal('stet-desk/1'),
  collections: z.array(
    z.object({ id: z.string(), name: z.string(), created: z.string(), sources: z.array(z.string()) }),
  ),
  /** Source ids by tag. */
  tags: z.record(z.string(), z.array(z.string())),
  notes: z.array(
    z.object({
      id: z.string(),
      /** A source or snapshot id. */
      about: z.string(),
      text: z.string(),
      created: z.string(),
      changed: z.string(),
      /** Where in a snapshot's article it stands: index of the block, and the words it is about. */
      place: z.object({ block: z.int(), quote: z.string() }).optional(),
    }),
  ),
  /** Number of the newest version that was looked at, by source. Desks of older Stets have none. */
  seen: z.record(z.string(), z.int().min(1)).default({}),
  watches: z.array(z.object({ sourceId: z.string(), everyMinutes: z.int().min(1), paused: z.boolean() })),
  settings: z.record(z.string(), z.json()),
})

/** What the user arranges. Not evidence: nothing in the bags or the log depends on it. */
export type DeskData = z.infer<typeof deskSchema>

const emptyDesk = (): DeskData => ({
  format: 'stet-desk/1',
  collections: [],
  tags: {},
  notes: [],
  seen: {},
  watches: [],
  settings: {},
})

const READ_ONLY =
  'The archive is open for reading only, so nothing was changed. Whoever writes to it must let go first; then open it for writing.'

export interface DeskOptions {
  readonly fs: StoreFs
  readonly dir: string
  readonly readOnly: boolean
  readonly logger: Logger
}

/** `desk.json`, with the last good copy beside it as `desk.json.bak`. */
export class Desk {
  readonly #options: DeskOptions
  readonly #db: Low<DeskData>
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(options: DeskOptions, db: Low<DeskData>) {
    this.#options = options
    this.#db = db
  }

  static #file(options: DeskOptions, name: string): CheckedFile<DeskData> {
    return new CheckedFile(options.fs, join(options.dir, NAMES.tmp), join(options.dir, name), deskSchema)
  }

  /**
   * Reads the desk. A damaged file is kept aside in `quarantine/` and the last good copy takes its place, with
   * a warning; only where that is damaged too does the desk start empty.
   */
  static async open(options: DeskOptions): Promise<Desk> {
    const db = new Low(Desk.#file(options, NAMES.desk), emptyDesk())
    try {
      await db.read()
    } catch (error) {
      if (!(error instanceof StetError)) throw error
      db.data = await Desk.#recover(options)
      if (!options.readOnly) await db.write()
    }
    return new Desk(options, db)
  }

  static async #recover(options: DeskOptions): Promise<DeskData> {
    const { dir, logger, readOnly } = options
    let kept = ''
    if (!readOnly) {
      const name = `${NAMES.desk}-${randomBytes(4).toString('hex')}`
      await mkdir(join(dir, NAMES.quarantine), { recursive: true })
      await copyFile(join(dir, NAMES.desk), join(dir, NAMES.quarantine, name))
      kept = ` The damaged file is kept as ${NAMES.quarantine}/${name}.`
    }
    const copy = await Desk.#file(options, `${NAMES.desk}.bak`)
      .read()
      .catch(() => null)
    const instead = copy ? 'The last good copy is used.' : 'There is no good copy, so it starts empty.'
    logger.warn(
      `${NAMES.desk} (collections, tags, notes, watches) is damaged. ${instead}${kept} Snapshots are not affected.`,
    )
    return copy ?? emptyDesk()
  }

  get data(): Readonly<DeskData> {
    return this.#db.data
  }

  /** Changes the desk durably: `change` gets a copy to return changed, or a new value. One change at a time. */
  update(change: (desk: DeskData) => DeskData): Promise<void> {
    const done = this.#turn.then(() => this.#write(change))
    this.#turn = done.catch(() => {})
    return done
  }

  async #write(change: (desk: DeskData) => DeskData): Promise<void> {
    const { fs, dir, readOnly } = this.#options
    const path = join(dir, NAMES.desk)
    if (readOnly) throw new StetError('archive-readonly', READ_ONLY, { path: dir })
    const next = deskSchema.parse(change(structuredClone(this.#db.data)))
    const before = this.#db.data
    try {
      const good = await readFile(path).catch(() => null)
      if (good) await replaceFile(fs, join(dir, NAMES.tmp), `${path}.bak`, good)
      this.#db.data = next
      await this.#db.write()
    } catch (error) {
      this.#db.data = before
      throw ioError(error, 'The change could not be saved.', { path })
    }
  }

  /** Resolves when every change is on the disk. */
  async idle(): Promise<void> {
    await this.#turn
  }
}
