import { resolve } from 'node:path'
import type { ErrorFacts } from '../contract/error.ts'
import type { Status, StetEvent } from '../contract/status.ts'
import { StetError } from '../errors.ts'
import { type Archive, openArchive, type ProfileStore, SOFTWARE } from '../index.ts'
import type { BrowserSource } from '../ports/browser.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import { stetErrorOf } from './errors.ts'
import { endOfLog, followLog } from './follow.ts'

export interface HolderOptions {
  readonly dir: string
  readonly clock: Clock
  readonly logger: Logger
  readonly emit: (event: StetEvent) => void
  readonly browser: BrowserSource
  readonly profiles?: ProfileStore | undefined
}

/** Most notices that are kept, the newest. */
const MAX_NOTICES = 50

/** Holds the one archive of a service: opens it, says how it stands, and follows the writer where it only reads. */
export class ArchiveHolder {
  readonly #options: HolderOptions
  readonly #dir: string
  #archive: Archive | null = null
  /** The one before, while calls that began on it may still be running. */
  #retired: Archive | null = null
  #problem: ErrorFacts | null = null
  #notices: readonly string[] = []
  #browser: Status['browser'] = null
  #unfollow = () => {}
  #turn: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(options: HolderOptions) {
    this.#options = options
    this.#dir = resolve(options.dir)
  }

  /** Bound: handed on as it is. */
  readonly archive = (): Archive => {
    if (this.#archive) return this.#archive
    if (this.#problem) {
      const { code, message, data } = this.#problem
      throw new StetError(code as StetError['code'], message, data)
    }
    throw new StetError('cancelled', 'The archive is closed. Start Stet again to go on.', { path: this.#dir })
  }

  readonly status = (): Status => ({
    state: this.#archive ? 'open' : 'closed',
    access: this.#archive ? (this.#archive.readOnly ? 'read' : 'write') : null,
    dir: this.#dir,
    archiveId: this.#archive?.identity.archiveId ?? null,
    created: this.#archive?.identity.created ?? null,
    problem: this.#problem,
    browser: this.#browser,
    notices: this.#notices,
    software: SOFTWARE,
  })

  /**
   * Opens the archive. Never throws: where it cannot be opened, `problem` says why, and what was open stays open.
   * Who writes may read, so an archive that is open for writing stays as it is.
   */
  open(access: 'read' | 'write'): Promise<Status> {
    return this.#inTurn(async () => {
      if (this.#closed || (this.#archive && !this.#archive.readOnly)) return this.status()
      this.#notices = []
      try {
        await this.#replace(access)
        // A reader goes on saying who writes.
        if (access === 'write' || this.#problem?.code !== 'archive-locked') this.#problem = null
        this.#options.emit({ type: 'desk' })
        this.#options.emit({ type: 'sources', sourceIds: [] })
      } catch (error) {
        this.#problem = { ...stetErrorOf(error).toJSON() }
      }
      const status = this.status()
      this.#options.emit({ type: 'status', status })
      return status
    })
  }

  /** Looks what there is to show pages with; tells everybody who looks where that has changed. Never throws. */
  async findBrowser(): Promise<void> {
    const { browser } = this.#options
    const path = await browser.find().catch(() => null)
    if (path === (this.#browser?.path ?? null)) return
    this.#browser = path === null ? null : { path, product: await browser.product().catch(() => null) }
    if (!this.#closed) this.#options.emit({ type: 'status', status: this.status() })
  }

  /** Tells whoever runs the host, and everybody who looks. Bound: the opening warns with it. */
  readonly warn = (message: string): void => {
    this.#options.logger.warn(message)
    // The reader that follows a writer may meet the same thing every time.
    this.#notices = [...new Set([...this.#notices, message])].slice(-MAX_NOTICES)
    if (this.#archive) this.#options.emit({ type: 'status', status: this.status() })
  }

  close(): Promise<void> {
    this.#closed = true
    return this.#inTurn(async () => {
      this.#unfollow()
      const open = [this.#archive, this.#retired].filter(archive => archive !== null)
      this.#archive = this.#retired = null
      await Promise.all(open.map(archive => archive.close()))
    })
  }

  async #replace(access: 'read' | 'write'): Promise<void> {
    const { clock, emit, logger, browser, profiles } = this.#options
    const telling: Logger = { info: message => logger.info(message), warn: this.warn }
    const end = await endOfLog(this.#dir)
    const archive = await openArchive(this.#dir, {
      access,
      clock,
      logger: telling,
      browser,
      ...(profiles && { profiles }),
    })
    this.#unfollow()
    await this.#retired?.close()
    this.#retired = this.#archive
    this.#archive = archive
    archive.library.sources.warmUp()
    archive.onWrite(sourceIds => emit({ type: 'sources', sourceIds }))
    if (access === 'read') this.#unfollow = followLog(this.#dir, end, () => this.#goOn())
  }

  /** The writer went on: what it wrote is there to be read. */
  #goOn(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#closed || !this.#archive?.readOnly) return
      await this.#replace('read')
      this.#options.emit({ type: 'desk' })
      this.#options.emit({ type: 'sources', sourceIds: [] })
    })
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(task)
    this.#turn = mine.catch(() => {})
    return mine
  }
}
