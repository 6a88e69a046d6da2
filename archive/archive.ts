import { join } from 'node:path'
import { articleHtml, articleMarkdown, type PictureFile } from './clean/index.ts'
import { StetError } from './errors.ts'
import { exportReport, type ReportFile, type ReportOptions } from './jobs/export-report.ts'
import {
  type ExportRunOptions,
  type ExportScope,
  exportSize,
  exportSnapshots,
} from './jobs/export-web-archive.ts'
import { exportedFile } from './jobs/exports-folder.ts'
import { pictureFilesOf, readArticle } from './jobs/read-snapshot.ts'
import {
  createLibrary,
  exhibitFacts,
  historyBags,
  makeHistory,
  type Pair,
  type HistoryRange,
  type ToldHistory,
} from './library/index.ts'
import type { Article } from './model/article.ts'
import { articleText } from './model/article-text.ts'
import type { SnapshotRecord } from './model/snapshot.ts'
import {
  completenessIn,
  type PageFile,
  pageFile,
  type PageFileOptions,
  type ShownParts,
} from './replay/index.ts'
import type { BrowserSource } from './ports/browser.ts'
import type { Clock } from './ports/clock.ts'
import type { Logger } from './ports/logger.ts'
import { createProfiles, type ProfileStore } from './profiles/index.ts'
import { createRuns } from './runs.ts'
import type {
  History,
  LogLine,
  PostRow,
  RebuildCounts,
  SnapshotFiles,
  SourceRow,
  Store,
  VerifyOptions,
  VerifyReport,
  VersionRow,
  WorkQueue,
} from './store/index.ts'

export interface CompareOptions {
  /** Version numbers, for comparing within one source. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export interface HistoryOfSource extends ToldHistory {
  readonly source: Pick<SourceRow, 'sourceId' | 'url' | 'title' | 'site'>
}

export type ShowForm = 'json' | 'text' | 'html' | 'markdown'

export interface Shown {
  readonly article: Article
  readonly text: string
}

/** An open archive: everything a face of the app can ask of it. Paths it gives are absolute. */
export type Archive = ReturnType<typeof createArchive>

export interface ArchiveDeps {
  readonly clock: Clock
  readonly logger: Logger
  readonly software: SnapshotRecord['software']
  readonly browser: BrowserSource
  readonly profiles: ProfileStore
}

export function createArchive(store: Store, { clock, logger, software, browser, profiles }: ArchiveDeps) {
  const { stop, ...runs } = createRuns({ store, clock, logger, software, browser, profiles })
  const library = createLibrary(store, { clock, logger })
  const absolute = <T extends { readonly path: string }>(row: T): T => ({
    ...row,
    path: join(store.dir, row.path),
  })

  async function pairOf(
    a: string,
    b: string | null,
    { from, to }: CompareOptions,
  ): Promise<[VersionRow, VersionRow]> {
    if (b !== null) return [await store.resolveSnapshot(a), await store.resolveSnapshot(b)]
    const source = await store.resolveSource(a)
    const { versions } = await store.versions(source.sourceId)
    const numbered = (n: number) => versions.findLast(row => row.version === n)
    const last = to === undefined ? versions.at(-1) : numbered(to)
    const first =
      from === undefined ? last && versions.findLast(row => row.version < last.version) : numbered(from)
    if (first && last) return [first, last]
    const held = [...new Set(versions.map(row => row.version))].join(', ') || 'none'
    throw new StetError(
      'not-found',
      `There are not two such versions of ${source.url} to compare. Versions held: ${held}.`,
      {
        sourceId: source.sourceId,
        versions: held,
      },
    )
  }

  return {
    dir: store.dir,
    identity: store.identity,
    readOnly: store.readOnly,

    /** Lists, filters, marks, reading and the desk: what a window asks. */
    library,

    /** Number of the log's last line. Only a writer knows it without reading. */
    get lastSeq(): number {
      return store.lastSeq
    },

    /** Work that was promised and may not be done yet. Only a writer has it. */
    get queue(): WorkQueue {
      return store.queue
    },

    /** Collections, tags, notes and settings. */
    desk: store.desk,

    /** The person's signed-in profiles. They are the same for every archive, and in none. */
    profiles: createProfiles(profiles, browser),

    /** Calls back after each write with what it was about; nothing named: anything may have changed. */
    onWrite: (listener: (sourceIds: readonly string[]) => void): (() => void) =>
      store.overview.onApplied(lines =>
        listener([...new Set(lines.flatMap(line => ('sourceId' in line ? [line.sourceId] : [])))]),
      ),

    ...runs,

    /** Sources whose headline, outlet or address has every word of the query; all without one. */
    sources: (query: string | null): Promise<readonly SourceRow[]> =>
      store.sources(query === null ? {} : { query }),

    async versions(source: string): Promise<History> {
      const history = await store.versions((await store.resolveSource(source)).sourceId)
      return { ...history, versions: history.versions.map(absolute) }
    },

    async show(snapshot: string, form: ShowForm): Promise<Shown> {
      const row = await store.resolveSnapshot(snapshot)
      const files = await store.readSnapshot(row.snapshotId)
      const [article, pictureFile] = await Promise.all([readArticle(files), pictureFilesOf(files)])
      return { article, text: RENDER[form](article, pictureFile) }
    },

    /** The archived page as one file that needs nothing else. Throws `not-found` where the snapshot has no page. */
    async page(snapshot: string, options: Partial<PageFileOptions> = {}): Promise<PageFile> {
      const row = await store.resolveSnapshot(snapshot)
      return pageFile(await store.readSnapshot(row.snapshotId), options)
    },

    /** What a snapshot can prove, with how complete it is. `shown`: where its page may be prepared already. */
    async evidence(snapshot: string, shown?: (snapshotId: string) => Promise<ShownParts>) {
      const { snapshotId } = await store.resolveSnapshot(snapshot)
      const [evidence, completeness] = await Promise.all([
        library.snapshots.evidence(snapshotId),
        completenessIn(await store.readSnapshot(snapshotId), shown && (() => shown(snapshotId))),
      ])
      return { ...evidence, completeness }
    },

    /**
     * Posts of a snapshot or a source, or all of them. Their states over time are those that the whole archive knows;
     * a snapshot's posts have the state that it shows, others the last one.
     */
    async posts(scope: string | null): Promise<readonly PostRow[]> {
      const all = await store.posts()
      if (scope === null) return all
      const known = new Map(all.map(row => [row.key, row]))
      const source = await store.resolveSource(scope).catch((error: unknown) => {
        if (error instanceof StetError && error.code === 'not-found') return null
        throw error
      })
      if (source) {
        const rows = await store.posts({ sourceId: source.sourceId })
        return rows.map(row => withLastState(row, known.get(row.key)))
      }
      const rows = await store.posts({ snapshotId: (await store.resolveSnapshot(scope)).snapshotId })
      return rows.map(row => ({ ...row, states: known.get(row.key)?.states ?? row.states }))
    },

    /** Compares two snapshots, or, with one source, two of its versions (default: the last two). */
    async compare(
      a: string,
      b: string | null = null,
      options: CompareOptions = {},
    ): Promise<Pair['comparison']> {
      const [from, to] = await pairOf(a, b, options)
      return (await library.pair(from.snapshotId, to.snapshotId)).comparison
    },

    /** Every sentence, figure and claim of a source through its versions. Throws `not-found`, `usage`, `ambiguous`. */
    async history(source: string, range: HistoryRange, signal?: AbortSignal): Promise<HistoryOfSource> {
      const row = await store.resolveSource(source)
      const { versions, checks } = await store.versions(row.sourceId)
      const { sourceId, url, title, site } = row
      const told = await makeHistory(historyBags(store.dir, versions, checks, range), signal)
      return { source: { sourceId, url, title, site }, ...told }
    },

    /** The files of a snapshot, for reading. Throws `not-found`. */
    files: (snapshotId: string): Promise<SnapshotFiles> => store.readSnapshot(snapshotId),

    /** Checks bags and log; without ids, all of them. Changes nothing. */
    async verify(snapshots: readonly string[] = [], options: VerifyOptions = {}): Promise<VerifyReport> {
      const rows = await Promise.all(snapshots.map(text => store.resolveSnapshot(text)))
      return store.verify(rows.length === 0 ? undefined : rows.map(row => row.snapshotId), options)
    },

    /** Lines of the custody log from number `since` on. */
    log: (since: number): Promise<readonly LogLine[]> => Array.fromAsync(store.readLog({ since })),

    /** Writes snapshots, all of a source, or everything as one WARC or WACZ file. Changes nothing in the archive. */
    export: (scope: ExportScope, options: ExportRunOptions) =>
      exportSnapshots(scope, options, { store, clock, software }),

    /** How many snapshots an export would have. Throws `not-found`. */
    exportSize: (scope: ExportScope): Promise<number> => exportSize(scope, store),

    /** Path of a file in the archive's `exports` folder. Throws `not-found`. */
    exportedFile: (fileName: string): Promise<string> => exportedFile(store.dir, fileName),

    /** Writes what changed between two snapshots as one file, HTML or PDF. Changes nothing in the archive. */
    async exportReport(a: string, b: string, options: ReportOptions): Promise<ReportFile> {
      const [from, to] = [await store.resolveSnapshot(a), await store.resolveSnapshot(b)]
      const pair = await library.pair(from.snapshotId, to.snapshotId, options.signal)
      const deps = { store, snapshots: library.snapshots, software, madeAt: clock.now() }
      return exportReport(await exhibitFacts(pair, deps), options, { dir: store.dir, browser })
    },

    /** Makes the catalogue anew from log and bags. */
    rebuild: (): Promise<RebuildCounts> => store.rebuild(),

    /** Removes one snapshot for good; a tombstone with the reason stays. */
    async purge(snapshot: string, reason: string) {
      const row = await store.resolveSnapshot(snapshot)
      const line = await store.purge(row.snapshotId, reason)
      const { snapshotId, version, capturedAt, url, title, fixityHash } = row
      return {
        snapshotId,
        version,
        capturedAt,
        url,
        title,
        fixityHash,
        purgedAt: line.at,
        reason: reason.trim(),
      }
    },

    /** Ends what is under way, waits for it, and lets go of the archive. */
    async close(): Promise<void> {
      await Promise.all([stop(), library.close()])
      await store.close()
    },
  }
}

function withLastState(row: PostRow, known: PostRow | undefined): PostRow {
  if (!known) return row
  const { stateEvidence: _before, ...rest } = row
  const { state, states, stateEvidence } = known
  return { ...rest, state, states, ...(stateEvidence ? { stateEvidence } : {}) }
}

const RENDER: Readonly<Record<ShowForm, (article: Article, pictureFile: PictureFile) => string>> = {
  json: article => JSON.stringify(article, null, 1),
  text: article =>
    [article.title, article.byline.join(', '), articleText(article)].filter(Boolean).join('\n\n'),
  html: articleHtml,
  markdown: articleMarkdown,
}
