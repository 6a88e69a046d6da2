import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { StetError } from '../errors.ts'
import type { SnapshotId, SourceId } from '../model/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import { placeBag, removeBag, unplaceBag } from './bag-moves.ts'
import type { BodyIndex } from './body-index.ts'
import { Caches } from './caches.ts'
import type { Catalogue, CatalogueOptions } from './catalogue/catalogue.ts'
import type { Desk } from './desk.ts'
import type { StoreFs } from './fs.ts'
import type { ArchiveIdentity } from './identity.ts'
import { inArchive, NAMES } from './layout.ts'
import { type KnownAs, Library } from './library.ts'
import type { Appended, LogWriter } from './log.ts'
import { attemptLine, checkLine } from './log-facts.ts'
import type { LogLine } from './log-line.ts'
import { readEntries } from './log-read.ts'
import { Overview } from './overview.ts'
import { type Change, Publisher } from './publisher.ts'
import type { WorkQueue } from './queue.ts'
import { resolveSnapshot, resolveSource } from './resolve.ts'
import { type SnapshotFiles, snapshotFiles } from './snapshot-files.ts'
import { type FinishedBag, type Stage, StagedBag, type StageHost } from './stage.ts'
import type { LinkCandidate } from './staged-files.ts'
import type {
  AttemptFacts,
  CheckFacts,
  History,
  PostRow,
  RebuildCounts,
  SourceRow,
  VersionRow,
} from './types.ts'
import { verifyArchive, type VerifyOptions, type VerifyReport } from './verify.ts'
import { ioError, messageOf } from './io-error.ts'

/** What only a writer has. */
export interface WritingEnd {
  readonly log: LogWriter
  readonly bodies: BodyIndex
  readonly queue: WorkQueue
  readonly unlock: () => void
}

export interface StoreParts {
  readonly dir: string
  readonly identity: ArchiveIdentity
  readonly fs: StoreFs
  readonly clock: Clock
  readonly logger: Logger
  readonly software: string
  readonly catalogue: Catalogue
  readonly catalogueOptions: CatalogueOptions
  readonly desk: Desk
  readonly writing: WritingEnd | null
  readonly knownAs: KnownAs
}

/** An open archive. Made by `openStore`. */
export class Store {
  readonly dir: string
  readonly identity: ArchiveIdentity
  readonly readOnly: boolean
  readonly desk: Desk
  readonly #parts: StoreParts
  /** For whoever keeps a view of the whole archive. */
  readonly overview: Overview
  readonly #caches: Caches
  readonly #library: Library
  readonly #publisher: Publisher | null
  /** Files of snapshots under construction by their SHA-256, so that captures at the same time share them. */
  readonly #staged = new Map<string, string>()
  readonly #host: StageHost
  #closed = false

  constructor(parts: StoreParts) {
    this.dir = parts.dir
    this.identity = parts.identity
    this.readOnly = parts.writing === null
    this.desk = parts.desk
    this.#parts = parts
    const { fs, clock, writing } = parts
    this.#caches = new Caches({ ...parts, bodies: writing?.bodies ?? null })
    this.#library = new Library(parts.dir, question => this.#caches.ask(question), parts.knownAs)
    this.overview = new Overview(parts.dir, question => this.#caches.ask(question))
    const applied = async (appended: readonly Appended[]) => {
      await this.#caches.applied(appended)
      this.overview.tell(appended.map(({ line }) => line))
    }
    this.#publisher = writing ? new Publisher(fs, writing.log, clock, applied) : null
    this.#host = {
      fs,
      tmpDir: join(parts.dir, NAMES.tmp),
      software: parts.software,
      candidates: sha256 => this.#candidates(sha256),
      staged: (sha256, path) => this.#staged.set(sha256, path),
      unstaged: (sha256, path) => {
        if (this.#staged.get(sha256) === path) this.#staged.delete(sha256)
      },
      publish: bag => this.#publishBag(bag),
    }
  }

  /** Begins a snapshot. Several may be under construction at once. */
  async stage(): Promise<Stage> {
    this.#writer()
    return StagedBag.begin(this.#host, join(this.#host.tmpDir, `stage-${randomBytes(8).toString('hex')}`))
  }

  /** Notes that a page was captured and its content had not changed. Resolves once that is on the disk. */
  async recordCheck(facts: CheckFacts): Promise<{ readonly seq: number }> {
    return this.#submit('The check could not be noted.', { facts: checkLine(facts) })
  }

  /** Notes that a capture did not reach the story, and why. Resolves once that is on the disk. */
  async recordAttempt(facts: AttemptFacts): Promise<{ readonly seq: number }> {
    return this.#submit('The attempt could not be noted.', { facts: attemptLine(facts) })
  }

  /**
   * Removes one snapshot for good and leaves a tombstone with the reason in the log. Throws `usage` for an
   * empty reason, `not-found` for an unknown snapshot.
   */
  async purge(snapshotId: SnapshotId, reason: string): Promise<LogLine> {
    const why = reason.trim()
    if (why === '') throw new StetError('usage', 'A purge needs a reason; it is kept in the log for good.')
    this.#writer()
    const row = await resolveSnapshot(this.#library, snapshotId)
    const { sourceId, path, fixityHash } = row
    const { fs, dir } = this.#parts
    const marker = join(this.#host.tmpDir, path.split('/').at(-1)!)
    const { line } = await this.#submit('The snapshot could not be purged.', {
      facts: { type: 'purge', snapshotId: row.snapshotId, sourceId, path, fixityHash, reason: why },
      before: async () => {
        await fs.mkdir(marker)
        return []
      },
      undo: () => fs.rmdir(marker),
      after: async () => {
        this.#library.forgetPaths()
        // The tombstone stands; where the removal fails, the next opening finishes it.
        await this.#orWarn('A purged snapshot could not be removed yet.', () =>
          removeBag(fs, dir, marker, path),
        )
      },
    })
    return line
  }

  /** Work that was promised and may not be done yet. Only a writer has it. */
  get queue(): WorkQueue {
    return this.#writer().queue
  }

  /** Number of the log's last line. Only a writer knows it without reading. */
  get lastSeq(): number {
    return this.#writer().log.last.seq
  }

  /** The custody log, oldest line first; `since` is the number of the first line wanted. */
  async *readLog(options: { readonly since?: number } = {}): AsyncGenerator<LogLine> {
    for await (const entry of readEntries(join(this.dir, NAMES.log))) {
      if (entry.complete && entry.line && entry.line.seq >= (options.since ?? 1)) yield entry.line
    }
  }

  /** Sources whose title, outlet or address has every word of the query; all without one. */
  sources(options: { readonly query?: string } = {}): Promise<SourceRow[]> {
    return this.#library.sources(options.query)
  }

  source(id: SourceId): Promise<SourceRow | null> {
    return this.#library.source(id)
  }

  /** The source an address is known by or once led to. */
  sourceForUrl(url: string): Promise<SourceRow | null> {
    return this.#library.sourceForUrl(url)
  }

  versions(id: SourceId): Promise<History> {
    return this.#library.versions(id)
  }

  /** The newest snapshot that is held. */
  latest(id: SourceId): Promise<VersionRow | null> {
    return this.#library.latest(id)
  }

  /** The number the next version of a source gets: numbers of purged versions are not given again. */
  nextVersion(id: SourceId): Promise<number> {
    return this.#library.nextVersion(id)
  }

  snapshot(id: SnapshotId): Promise<VersionRow | null> {
    return this.#library.snapshot(id)
  }

  posts(of: { readonly sourceId?: SourceId; readonly snapshotId?: SnapshotId } = {}): Promise<PostRow[]> {
    return this.#library.posts(of)
  }

  /** By id, unique start of an id, or address. Throws `not-found` or `ambiguous` (`data.candidates`). */
  resolveSource(text: string): Promise<SourceRow> {
    return resolveSource(this.#library, text)
  }

  /** By id, unique start, folder name, or `SOURCE@N`; a source alone is its newest snapshot. Throws as above. */
  resolveSnapshot(text: string): Promise<VersionRow> {
    return resolveSnapshot(this.#library, text)
  }

  /** The files of a snapshot. Throws `not-found`. */
  async readSnapshot(id: SnapshotId): Promise<SnapshotFiles> {
    return snapshotFiles(this.dir, await resolveSnapshot(this.#library, id))
  }

  /** Checks bags and log against each other. Without ids: everything. Changes nothing. */
  async verify(ids?: readonly SnapshotId[], options: VerifyOptions = {}): Promise<VerifyReport> {
    await this.#publisher?.idle()
    return verifyArchive(this.dir, ids, options)
  }

  /** Makes every cache anew from the log and the bags. */
  async rebuild(): Promise<RebuildCounts> {
    this.#writer()
    try {
      const { snapshots, applied } = await this.#publisher!.alone(() => this.#caches.rebuild())
      this.#library.forgetPaths()
      this.overview.tell([])
      const [sources, posts] = [await this.sources(), await this.posts()]
      return { sources: sources.length, snapshots, posts: posts.length, logLines: applied.seq }
    } catch (error) {
      throw ioError(error, 'The catalogue could not be written.', { path: join(this.dir, NAMES.catalogue) })
    }
  }

  /** Waits for what is under way and lets go of the lock. Fine to call twice. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#publisher?.idle()
    await this.desk.idle()
    await this.#parts.writing?.queue.idle()
    this.#parts.writing?.bodies.close()
    this.#parts.writing?.unlock()
  }

  #writer(): WritingEnd {
    const { writing, dir } = this.#parts
    if (this.#closed) throw new StetError('internal', 'The archive is closed.', { path: dir })
    if (writing) return writing
    throw new StetError('archive-readonly', 'The archive is open for reading only.', { path: dir })
  }

  async #submit(doing: string, change: Change): Promise<{ seq: number; line: LogLine }> {
    this.#writer()
    try {
      const { line } = await this.#publisher!.submit(change)
      return { seq: line.seq, line }
    } catch (error) {
      throw ioError(error, doing, { path: this.dir })
    }
  }

  async #publishBag(bag: FinishedBag): Promise<number> {
    const { fs, dir } = this.#parts
    let placed = false
    const { seq } = await this.#submit('The snapshot could not be saved; nothing of it was kept.', {
      facts: bag.facts,
      before: async () => {
        const folders = await placeBag(fs, dir, bag.marker, bag.path)
        placed = true
        return folders
      },
      undo: async () => {
        if (placed) await unplaceBag(fs, dir, bag.marker, bag.path)
      },
      after: () => {
        this.#library.addPath(bag.facts.snapshotId, bag.path)
        return this.#orWarn('A work folder could not be removed.', () => fs.rmdir(bag.marker))
      },
    })
    return seq
  }

  #candidates(sha256: string): LinkCandidate[] {
    const staged = this.#staged.get(sha256)
    const held = this.#writer().bodies.find(sha256)
    return [
      ...(held === null ? [] : [{ path: inArchive(this.dir, held), synced: true }]),
      ...(staged === undefined ? [] : [{ path: staged, synced: false }]),
    ]
  }

  async #orWarn(message: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#parts.logger.warn(`${message} (${messageOf(error)})`)
    }
  }
}
