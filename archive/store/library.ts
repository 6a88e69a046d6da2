import { join } from 'node:path'
import { StetError } from '../errors.ts'
import type { SnapshotId, SourceId } from '../model/ids.ts'
import { readRecord } from './bag-facts.ts'
import { listBags } from './bag-list.ts'
import { eventsOf, sourceKey } from './catalogue/apply.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import { entryForUrl, findPosts, findSources, historyOf, sourceRow, versionRow } from './catalogue/queries.ts'
import { idOfBagName, inArchive, isSnapshotId, NAMES } from './layout.ts'
import { readEntries } from './log-read.ts'
import type { History, PostRow, SourceRow, VersionRow } from './types.ts'

/** Runs a question against the catalogue; where that turns out damaged, makes it anew and asks again. */
/** The address by which the thing at an address is known, where it goes by several. */
export type KnownAs = (url: string) => string | null

export type AskCatalogue = <T>(question: (catalogue: Catalogue) => Promise<T>) => Promise<T>

/** Everything that can be asked of an archive. Folder names and log lines are looked up as they stand now. */
export class Library {
  readonly #dir: string
  readonly #ask: AskCatalogue
  readonly #knownAs: KnownAs
  #paths: Promise<Map<SnapshotId, string>> | null = null

  constructor(dir: string, ask: AskCatalogue, knownAs: KnownAs) {
    this.#dir = dir
    this.#ask = ask
    this.#knownAs = knownAs
  }

  /** The archive changed: folder names are read again when they are next asked for. */
  forgetPaths(): void {
    this.#paths = null
  }

  /** A snapshot came: cheaper than reading the folders again. */
  addPath(id: SnapshotId, path: string): void {
    this.#paths?.then(paths => paths.set(id, path)).catch(() => {})
  }

  sources(query?: string): Promise<SourceRow[]> {
    return this.#ask(catalogue => findSources(catalogue.tables, query))
  }

  sourcesByPrefix(prefix: string): Promise<SourceRow[]> {
    return this.#ask(async catalogue => {
      const rows: SourceRow[] = []
      for await (const entry of catalogue.tables.sources.rows(sourceKey(prefix))) rows.push(sourceRow(entry))
      return rows
    })
  }

  source(id: SourceId): Promise<SourceRow | null> {
    return this.#ask(async catalogue => {
      const entry = await catalogue.tables.sources.get(sourceKey(id))
      return entry ? sourceRow(entry) : null
    })
  }

  sourceForUrl(url: string): Promise<SourceRow | null> {
    return this.#ask(async catalogue => {
      const known = this.#knownAs(url)
      const entry =
        (known === null ? null : await entryForUrl(catalogue.tables, known)) ??
        (await entryForUrl(catalogue.tables, url))
      return entry ? sourceRow(entry) : null
    })
  }

  versions(id: SourceId): Promise<History> {
    return this.#ask(async catalogue => {
      const entry = await catalogue.tables.sources.get(sourceKey(id))
      if (entry) return historyOf(catalogue.tables, entry)
      return { versions: [], checks: [], attempts: [], purged: [] }
    })
  }

  latest(id: SourceId): Promise<VersionRow | null> {
    return this.#ask(async catalogue => {
      const entry = await catalogue.tables.sources.get(sourceKey(id))
      return entry?.latest ? versionRow(entry, entry.latest) : null
    })
  }

  nextVersion(id: SourceId): Promise<number> {
    return this.#ask(async ({ tables }) => ((await tables.sources.get(sourceKey(id)))?.lastVersion ?? 0) + 1)
  }

  async snapshot(id: SnapshotId): Promise<VersionRow | null> {
    const path = (await this.#snapshotPaths()).get(id)
    const record = path === undefined ? null : await readRecord(inArchive(this.#dir, path))
    const sourceId = record?.sourceId ?? (await this.#sourceInLog(id))
    if (sourceId === null) return null
    return this.#ask(async catalogue => {
      const entry = await catalogue.tables.sources.get(sourceKey(sourceId))
      const events = entry ? await eventsOf(catalogue.tables, entry) : []
      const event = events.findLast(each => each.kind === 'snapshot' && each.snapshotId === id)
      return entry && event?.kind === 'snapshot' && event.purged === null ? versionRow(entry, event) : null
    })
  }

  async snapshotIdsByPrefix(prefix: string): Promise<SnapshotId[]> {
    const paths = await this.#snapshotPaths()
    if (isSnapshotId(prefix)) return paths.has(prefix) ? [prefix] : []
    return [...paths.keys()].filter(id => id.startsWith(prefix)).toSorted()
  }

  async posts(
    of: { readonly sourceId?: SourceId; readonly snapshotId?: SnapshotId } = {},
  ): Promise<PostRow[]> {
    const { sourceId, snapshotId } = of
    if (snapshotId !== undefined)
      return this.#ask(({ tables }) => findPosts(tables, { snapshots: [snapshotId], noted: false }))
    if (sourceId === undefined) return this.#ask(({ tables }) => findPosts(tables, { noted: true }))
    const { versions } = await this.versions(sourceId)
    const ids = versions.filter(row => row.posts > 0).map(row => row.snapshotId)
    return this.#ask(({ tables }) => findPosts(tables, { snapshots: ids, sourceId, noted: true }))
  }

  /** Throws `not-found` with the tombstone's words where the id is a purged snapshot's. */
  async refusePurged(prefix: string): Promise<void> {
    for await (const entry of readEntries(join(this.#dir, NAMES.log))) {
      if (!entry.complete || entry.line?.type !== 'purge' || !entry.line.snapshotId.startsWith(prefix))
        continue
      const { snapshotId, at, reason } = entry.line
      const message = `The snapshot ${snapshotId} was purged on ${at.slice(0, 10)}: ${reason}`
      throw new StetError('not-found', message, { snapshotId, purgedAt: at, reason })
    }
  }

  /** Read once, however many ask at the same time. */
  #snapshotPaths(): Promise<Map<SnapshotId, string>> {
    if (this.#paths) return this.#paths
    const paths = listBags(this.#dir).then(
      ({ bags }) => new Map(bags.map(path => [idOfBagName(path.split('/').at(-1)!)!, path])),
    )
    this.#paths = paths
    paths.catch(() => (this.#paths = null))
    return paths
  }

  /** For a snapshot whose own record cannot be read. */
  async #sourceInLog(id: SnapshotId): Promise<SourceId | null> {
    for await (const entry of readEntries(join(this.#dir, NAMES.log))) {
      if (entry.complete && entry.line?.type === 'snapshot' && entry.line.snapshotId === id) {
        return entry.line.sourceId
      }
    }
    return null
  }
}
