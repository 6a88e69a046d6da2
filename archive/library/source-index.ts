import { setImmediate as turn } from 'node:timers/promises'
import { join } from 'node:path'
import type { Logger } from '../ports/logger.ts'
import type { LogLine, LogPosition, SourceOverview, Store } from '../store/index.ts'
import { type DeskView, deskView } from './desk-view.ts'
import { type Entry, entryOf, isAttemptsOnly, type QuietChanges } from './entry.ts'
import { facetsOf, filtered } from './filter.ts'
import { Ordered } from './order.ts'
import { RowCache } from './row-cache.ts'
import type { Facets, LibraryFilter, LibraryOrder, LibraryQuery, LibraryRow } from './types.ts'

const LIBRARY_FILE = 'library.sqlite'

/** So many changes at once are cheaper to sort anew than to put in one by one. */
const SORT_ANEW_FROM = 500
/** Filtered lists that are kept: the one that is scrolled, and those a person goes back to. */
const KEPT_LISTS = 4

/**
 * Every source in memory: what lists, filters and counts ask. Read once, when it is first asked for, and kept up
 * with the archive after each write; an answer knows of everything that was acknowledged before the question.
 */
export class SourceIndex {
  readonly #store: Store
  readonly #quiet: QuietChanges
  readonly #logger: Logger
  readonly #entries = new Map<string, Entry>()
  readonly #orders = new Map<string, Ordered>()
  readonly #lists = new Map<string, readonly Entry[]>()
  #cache: RowCache | null = null
  #opened: Promise<void> | null = null
  #turn: Promise<void> = Promise.resolve()
  #desk: { readonly of: unknown; readonly view: DeskView } | null = null
  #stop: () => void = () => {}

  constructor(store: Store, quiet: QuietChanges, logger: Logger) {
    this.#store = store
    this.#quiet = quiet
    this.#logger = logger
  }

  /** Begins to read, so that the first question need not wait for it. What fails is told to that question. */
  warmUp(): void {
    this.#ready().catch(() => {})
  }

  async list(query: LibraryQuery): Promise<{ total: number; rows: LibraryRow[] }> {
    const [found, desk] = [await this.#found(query), await this.#deskView()]
    const rows = found.slice(query.offset, query.offset + query.limit).map(entry => rowOf(entry, desk))
    return { total: found.length, rows }
  }

  async ids(query: LibraryFilter & LibraryOrder): Promise<string[]> {
    return (await this.#found(query)).map(({ overview }) => overview.sourceId)
  }

  async facets(filter: LibraryFilter): Promise<Facets> {
    await this.#ready()
    return facetsOf(this.#entries.values(), filter, { desk: await this.#deskView(), quiet: this.#quiet })
  }

  async row(sourceId: string): Promise<LibraryRow | null> {
    await this.#ready()
    const entry = this.#entries.get(sourceId)
    return entry ? rowOf(entry, await this.#deskView()) : null
  }

  /** What is known of a source without asking the desk. */
  async overview(sourceId: string): Promise<SourceOverview | null> {
    await this.#ready()
    return this.#entries.get(sourceId)?.overview ?? null
  }

  /** Those of the ids that are no source's. */
  async unknown(sourceIds: readonly string[]): Promise<string[]> {
    await this.#ready()
    return sourceIds.filter(id => !this.#entries.has(id))
  }

  /** Fine to call twice. */
  async close(): Promise<void> {
    this.#stop()
    await this.#opened?.catch(() => {})
    await this.#turn
    this.#cache?.close()
    this.#cache = null
  }

  /** Waits until everything written so far is in. */
  async #ready(): Promise<void> {
    this.#opened ??= this.#open().catch((error: unknown) => {
      // Who asks is told why, and who asks again tries again.
      this.#opened = null
      throw error
    })
    await this.#opened
    await this.#turn
  }

  /** Takes in what was written, in its order, and not before the first reading is done: that would undo it. */
  #follow(lines: readonly LogLine[]): void {
    const ids = lines.flatMap(line => ('sourceId' in line ? [line.sourceId] : []))
    this.#turn = this.#takeIn(this.#turn, new Set(ids))
  }

  async #takeIn(before: Promise<void>, sourceIds: ReadonlySet<string>): Promise<void> {
    await before
    try {
      await this.#opened
      await (sourceIds.size === 0 ? this.#readAll() : this.#refresh(sourceIds))
    } catch (error) {
      // The log and the catalogue hold it; the view is made anew with the next opening.
      this.#logger.warn(`The list of sources could not be brought up to date. (${String(error)})`)
    }
  }

  async #open(): Promise<void> {
    const { overview, dir, readOnly } = this.#store
    this.#stop()
    this.#cache ??= RowCache.open(join(dir, LIBRARY_FILE), readOnly ? 'read' : 'write')
    this.#stop = overview.onApplied(lines => this.#follow(lines))
    const position = this.#cachedPosition()
    const changed = position && (await overview.sourcesSince(position))
    if (!changed || !(await this.#readCached())) return this.#readAll()
    if (changed.size > 0) await this.#refresh(changed)
  }

  /** Whether the cached rows could be read to their end. */
  async #readCached(): Promise<boolean> {
    try {
      for (const rows of this.#cache!.rows()) {
        for (const row of rows) this.#entries.set(row.sourceId, entryOf(row))
        await turn()
      }
      return true
    } catch {
      return false
    }
  }

  #cachedPosition(): LogPosition | null {
    try {
      return this.#cache?.position() ?? null
    } catch {
      return null
    }
  }

  async #readAll(): Promise<void> {
    const { overview, readOnly } = this.#store
    const position = await overview.applied()
    const rows = await overview.sources()
    this.#entries.clear()
    for (const row of rows) this.#entries.set(row.sourceId, entryOf(row))
    this.#orders.clear()
    this.#lists.clear()
    if (!readOnly) this.#keep(cache => cache.replaceAll(rows, position))
  }

  async #refresh(sourceIds: ReadonlySet<string>): Promise<void> {
    const { overview, readOnly } = this.#store
    const position = await overview.applied()
    const rows: SourceOverview[] = []
    for (const id of sourceIds) {
      const row = await overview.source(id)
      if (row) rows.push(row)
    }
    if (rows.length >= SORT_ANEW_FROM) this.#orders.clear()
    for (const row of rows) {
      const [before, after] = [this.#entries.get(row.sourceId), entryOf(row)]
      this.#entries.set(row.sourceId, after)
      for (const order of this.#orders.values()) order.replace(before, after)
    }
    this.#lists.clear()
    if (!readOnly) this.#keep(cache => cache.put(rows, position))
  }

  /** A cache that missed one write must get no later one: it would look as if it had them all. */
  #keep(write: (cache: RowCache) => void): void {
    if (!this.#cache) return
    try {
      write(this.#cache)
    } catch (error) {
      this.#cache.close()
      this.#cache = null
      this.#logger.warn(
        `${LIBRARY_FILE} could not be written; it catches up at the next opening. (${String(error)})`,
      )
    }
  }

  async #found(query: LibraryFilter & LibraryOrder): Promise<readonly Entry[]> {
    await this.#ready()
    const desk = await this.#deskView()
    const { sites, collection, tag, seenFrom, seenTo, only, sort, descending } = query
    const key = JSON.stringify([
      query.query,
      sites,
      collection,
      tag,
      seenFrom,
      seenTo,
      only,
      this.#quiet.size,
      sort,
      descending,
    ])
    const known = this.#lists.get(key)
    if (known) return known
    const found = filtered(this.#ordered({ sort, descending }), query, { desk, quiet: this.#quiet })
    if (this.#lists.size >= KEPT_LISTS) this.#lists.delete(this.#lists.keys().next().value!)
    this.#lists.set(key, found)
    return found
  }

  #ordered(order: LibraryOrder): readonly Entry[] {
    const key = `${order.sort} ${order.descending}`
    let ordered = this.#orders.get(key)
    if (!ordered) this.#orders.set(key, (ordered = new Ordered(this.#entries.values(), order)))
    return ordered.entries
  }

  async #deskView(): Promise<DeskView> {
    const { data } = this.#store.desk
    if (this.#desk?.of === data) return this.#desk.view
    const view = await deskView(data, async about => {
      if (this.#entries.has(about)) return about
      return (await this.#store.snapshot(about))?.sourceId ?? null
    })
    this.#desk = { of: data, view }
    this.#lists.clear()
    return view
  }
}

function rowOf(entry: Entry, desk: DeskView): LibraryRow {
  const { changed, ...overview } = entry.overview
  const { sourceId } = overview
  return {
    ...overview,
    state: isAttemptsOnly(entry) ? 'attempts-only' : 'kept',
    lastChanged: changed?.at ?? null,
    collections: desk.collectionsOf.get(sourceId) ?? [],
    tags: desk.tagsOf.get(sourceId) ?? [],
    notes: desk.notesOf.get(sourceId) ?? 0,
    seenVersion: desk.seen.get(sourceId) ?? null,
  }
}
