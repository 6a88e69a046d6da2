import { resolve } from 'node:path'
import { StetError } from '../errors.ts'
import type { ExportedSnapshot, WebArchiveExportReport } from '../exchange/index.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store, VersionRow } from '../store/index.ts'
import { readRecord } from './read-snapshot.ts'

export interface ExportRunOptions {
  readonly as: 'warc' | 'wacz'
  /** The file to write; there must be none of that name. */
  readonly out: string
  readonly signal?: AbortSignal
  readonly onSnapshot?: (done: number, total: number) => void
}

interface ExportDeps {
  readonly store: Store
  readonly clock: Clock
  readonly software: SnapshotRecord['software']
}

const isMissing = (error: unknown) => error instanceof StetError && error.code === 'not-found'

/** The snapshots that a word stands for: all of a source, or one. */
async function rowsOf(store: Store, text: string): Promise<readonly VersionRow[]> {
  const source = await store.resolveSource(text).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  return source ? (await store.versions(source.sourceId)).versions : [await store.resolveSnapshot(text)]
}

/** Snapshots in the order of their capture, each once. */
async function chosen(store: Store, scope: readonly string[] | 'all'): Promise<readonly VersionRow[]> {
  const texts = scope === 'all' ? (await store.sources()).map(({ sourceId }) => sourceId) : scope
  const rows = new Map<string, VersionRow>()
  for (const text of texts) for (const row of await rowsOf(store, text)) rows.set(row.snapshotId, row)
  return [...rows.values()].toSorted((a, b) =>
    a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0,
  )
}

/** Writes snapshots as WARC or WACZ. Throws `not-found` where there is nothing to export, and as `exportWebArchive`. */
export async function exportSnapshots(
  scope: readonly string[] | 'all',
  { as, out, signal = new AbortController().signal, onSnapshot = () => {} }: ExportRunOptions,
  { store, clock, software }: ExportDeps,
): Promise<WebArchiveExportReport> {
  const rows = await chosen(store, scope)
  if (rows.length === 0)
    throw new StetError('not-found', 'There is no snapshot to export; no file was written.')
  async function* snapshots(): AsyncGenerator<ExportedSnapshot> {
    for (const { snapshotId } of rows) {
      const files = await store.readSnapshot(snapshotId)
      const [record, entries] = await Promise.all([readRecord(files), files.files()])
      yield { record, paths: entries.map(({ path }) => path), read: path => files.read(path) }
    }
  }
  const { exportWebArchive } = await import('../exchange/index.ts')
  const [first] = rows
  return exportWebArchive({
    as,
    out: resolve(out),
    title: rows.length === 1 ? (first!.title ?? first!.url) : `${rows.length} snapshots`,
    snapshots: snapshots(),
    software,
    created: clock.now(),
    signal,
    onSnapshot: done => onSnapshot(done, rows.length),
  })
}
