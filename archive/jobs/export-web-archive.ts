import { basename, resolve } from 'node:path'
import { StetError } from '../errors.ts'
import type { ExportedSnapshot, WebArchiveExportReport } from '../exchange/index.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store, VersionRow } from '../store/index.ts'
import { newExportPath } from './exports-folder.ts'
import { readRecord } from './read-snapshot.ts'

/** Snapshots (ids, `URL@N`) and sources (ids, URLs) with all they have, or everything the archive holds. */
export type ExportScope = readonly string[] | 'all'

export interface ExportRunOptions {
  readonly as: 'warc' | 'wacz'
  /** The file to write; there must be none of that name. Default: a new file in the archive's `exports` folder. */
  readonly out?: string
  readonly signal?: AbortSignal
  /** Told first with 0, then after each snapshot. */
  readonly onSnapshot?: (done: number, total: number) => void
}

interface ExportDeps {
  readonly store: Store
  readonly clock: Clock
  readonly software: SnapshotRecord['software']
}

const EXTENSIONS = { wacz: 'wacz', warc: 'warc.gz' } as const

const isMissing = (error: unknown) => error instanceof StetError && error.code === 'not-found'

/** What is remembered of a snapshot until its turn comes. */
type Chosen = Pick<VersionRow, 'snapshotId' | 'sourceId' | 'capturedAt' | 'title' | 'url'>

/** The snapshots that a word stands for: all of a source, or one. */
async function rowsOf(store: Store, text: string): Promise<readonly VersionRow[]> {
  const source = await store.resolveSource(text).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  return source ? (await store.versions(source.sourceId)).versions : [await store.resolveSnapshot(text)]
}

/** Snapshots in the order of their capture, each once. */
async function chosen(store: Store, scope: ExportScope, signal: AbortSignal): Promise<readonly Chosen[]> {
  const texts = scope === 'all' ? (await store.sources()).map(({ sourceId }) => sourceId) : scope
  const rows = new Map<string, Chosen>()
  for (const text of texts) {
    signal.throwIfAborted()
    for (const { snapshotId, sourceId, capturedAt, title, url } of await rowsOf(store, text))
      rows.set(snapshotId, { snapshotId, sourceId, capturedAt, title, url })
  }
  return [...rows.values()].toSorted((a, b) =>
    a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0,
  )
}

/** How many snapshots an export would have. Throws `not-found` for what the archive does not know. */
export async function exportSize(scope: ExportScope, store: Store): Promise<number> {
  return (await chosen(store, scope, new AbortController().signal)).length
}

function titleOf(rows: readonly Chosen[]): string {
  const [first] = rows
  if (rows.length === 1) return first!.title ?? first!.url
  return `${rows.length} snapshots`
}

/** A name that says what is in it: the story's headline, the archive's name, or how many snapshots there are. */
function fileTitle(rows: readonly Chosen[], scope: ExportScope, store: Store): string {
  const { title, url, sourceId } = rows.at(-1)!
  if (scope === 'all') return basename(store.dir)
  if (rows.every(row => row.sourceId === sourceId)) return title ?? url.replace(/^https?:\/\//, '')
  return titleOf(rows)
}

/** Writes snapshots as WARC or WACZ. Throws `not-found` where there is nothing to export, and as `exportWebArchive`. */
export async function exportSnapshots(
  scope: ExportScope,
  { as, out, signal = new AbortController().signal, onSnapshot = () => {} }: ExportRunOptions,
  { store, clock, software }: ExportDeps,
): Promise<WebArchiveExportReport> {
  const rows = await chosen(store, scope, signal)
  if (rows.length === 0)
    throw new StetError('not-found', 'There is no snapshot to export; no file was written.')
  onSnapshot(0, rows.length)
  async function* snapshots(): AsyncGenerator<ExportedSnapshot> {
    for (const { snapshotId } of rows) {
      const files = await store.readSnapshot(snapshotId)
      const [record, entries] = await Promise.all([readRecord(files), files.files()])
      yield { record, paths: entries.map(({ path }) => path), read: path => files.read(path) }
    }
  }
  const { exportWebArchive } = await import('../exchange/index.ts')
  const created = clock.now()
  const extension = EXTENSIONS[as]
  const path =
    out === undefined
      ? await newExportPath(store.dir, { title: fileTitle(rows, scope, store), at: created, extension })
      : resolve(out)
  return exportWebArchive({
    as,
    out: path,
    title: titleOf(rows),
    snapshots: snapshots(),
    software,
    created,
    signal,
    onSnapshot: done => onSnapshot(done, rows.length),
  })
}
