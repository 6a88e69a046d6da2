import { basename, join } from 'node:path'
import PQueue from 'p-queue'
import { type CaptureOptions, createFetcher, createHostQueue } from './capture/index.ts'
import { articleHtml, articleMarkdown, type PictureFile } from './clean/index.ts'
import { compareArticles } from './compare/index.ts'
import { StetError } from './errors.ts'
import { assertCapturable, importAsk } from './jobs/asks.ts'
import { captureUrl } from './jobs/capture-url.ts'
import { filesToImport, readFileToImport } from './jobs/files-to-import.ts'
import { type FileToImport, importFile } from './jobs/import-file.ts'
import { finishListRun, resumeListRun } from './jobs/list-run.ts'
import { OneAtATime } from './jobs/one-at-a-time.ts'
import { type CaptureProgress, ProgressMeter } from './jobs/progress.ts'
import { pictureFilesOf, readArticle, readRecord } from './jobs/read-snapshot.ts'
import { runAll, type RunAllAnswer, type RunAllOptions } from './jobs/run-all.ts'
import { createWorkerPool } from './jobs/worker-pool.ts'
import { createLibrary } from './library/index.ts'
import type { Article } from './model/article.ts'
import { articleText } from './model/article-text.ts'
import type { Comparison } from './model/comparison.ts'
import type { SnapshotRecord } from './model/snapshot.ts'
import type { Clock } from './ports/clock.ts'
import type { Logger } from './ports/logger.ts'
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

/** How one run of many captures or imports is watched and stopped. */
interface RunOptions extends Partial<RunAllOptions> {
  /** Told of every step and every piece of body; comes often. */
  readonly onProgress?: (progress: CaptureProgress) => void
  /** Stops one input and no other. Asked once for each. */
  readonly signalOf?: (input: string) => AbortSignal
}

export interface CaptureRunOptions extends RunOptions {
  /** Whether a person gave each of the URLs; else none may name a private address. Default true. */
  readonly typed?: boolean
  /** A list of URLs besides those typed: what it names may not be private, and a stopped run resumes. */
  readonly list?: readonly string[] | null
  readonly engine?: 'auto' | 'http' | 'browser'
  /** Keep a snapshot even when the story is unchanged. Default false. */
  readonly keep?: boolean
  /** Let pages, redirects and lists lead to private and loopback addresses. Default false. */
  readonly allowPrivate?: boolean
  /** Limits and identity of the engine; see `CAPTURE_DEFAULTS`. */
  readonly limits?: Partial<CaptureOptions>
}

/** A file that a host was handed: where its bytes lie for now, and what it was called. */
export interface HandedFile {
  readonly path: string
  readonly name: string
}

export interface ImportRunOptions extends RunOptions {
  readonly url?: string | null
  /** RFC 3339. */
  readonly capturedAt?: string | null
}

export interface CompareOptions {
  /** Version numbers, for comparing within one source. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

type Compared = Pick<VersionRow, 'url' | 'version' | 'capturedAt'>

/** A comparison with the snapshots it was made of. */
export interface ComparedSnapshots extends Comparison {
  readonly from: string
  readonly to: string
  readonly sides: { readonly from: Compared; readonly to: Compared }
}

export type ShowForm = 'json' | 'text' | 'html' | 'markdown'

export interface Shown {
  readonly article: Article
  readonly text: string
}

const CAPTURES_AT_ONCE = 4
const IMPORTS_AT_ONCE = 2
/** Pages that are cleaned or sealed while others are fetched: the network never waits for the processor. */
const IN_HAND_PER_FETCH = 4

/** An open archive: everything a face of the app can ask of it. Paths it gives are absolute. */
export type Archive = ReturnType<typeof createArchive>

export interface ArchiveDeps {
  readonly clock: Clock
  readonly logger: Logger
  readonly software: SnapshotRecord['software']
}

export function createArchive(store: Store, { clock, logger, software }: ArchiveDeps) {
  const sources = new OneAtATime()
  const closing = new AbortController()
  const workers = createWorkerPool()
  const fetcher = createFetcher()
  const queue = createHostQueue()
  const library = createLibrary(store, { clock, logger })
  const keepDeps = { store, clock, sources, software }
  const absolute = <T extends { readonly path: string }>(row: T): T => ({
    ...row,
    path: join(store.dir, row.path),
  })

  function runOptions(options: Partial<RunAllOptions>, concurrency: number): RunAllOptions {
    const signals = options.signal ? [options.signal, closing.signal] : [closing.signal]
    return {
      concurrency: options.concurrency ?? concurrency,
      signal: AbortSignal.any(signals),
      onResult: options.onResult ?? (() => {}),
    }
  }

  /** What one input of a run gets besides: its own stop, and its own meter. */
  function inputDeps(input: string, run: RunAllOptions, { signalOf, onProgress = () => {} }: RunOptions) {
    const own = signalOf?.(input)
    return {
      signal: own ? AbortSignal.any([run.signal, own]) : run.signal,
      meter: new ProgressMeter(input, onProgress),
    }
  }

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

  async function sideOf(row: VersionRow) {
    const files = await store.readSnapshot(row.snapshotId)
    const [article, record] = await Promise.all([readArticle(files), readRecord(files)])
    return { article, pictures: record.pictures }
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

    /** Calls back after each write with what it was about; nothing named: anything may have changed. */
    onWrite: (listener: (sourceIds: readonly string[]) => void): (() => void) =>
      store.overview.onApplied(lines =>
        listener([...new Set(lines.flatMap(line => ('sourceId' in line ? [line.sourceId] : [])))]),
      ),

    /** Captures pages. A failure of one never stops the others; see `RunAllAnswer`. */
    async capture(urls: readonly string[], options: CaptureRunOptions = {}): Promise<RunAllAnswer> {
      const { list = null, engine = 'auto', keep = false, allowPrivate = false, limits = {} } = options
      const { typed = true } = options
      if (engine === 'browser') {
        throw new StetError('usage', 'This version of Stet has no browser engine. Use --engine http.', {
          engine,
        })
      }
      if (typed) for (const url of urls) assertCapturable(url)
      const run = runOptions(options, CAPTURES_AT_ONCE)
      const network = new PQueue({ concurrency: run.concurrency })
      const listed = list === null ? [] : await resumeListRun(store, list)
      if (list !== null && listed.length < list.length) {
        logger.info(
          `${list.length - listed.length} of ${list.length} were done before this list was stopped; going on.`,
        )
      }
      const inputs = [...urls.map(url => ({ url, typed })), ...listed.map(url => ({ url, typed: false }))]
      const answer = await runAll(
        inputs,
        input => input.url,
        ({ url, typed }) =>
          captureUrl(
            url,
            { ...limits, keep, allowPrivate, typed },
            { ...keepDeps, fetcher, queue, network, workers, ...inputDeps(url, run, options) },
          ),
        { ...run, concurrency: run.concurrency * IN_HAND_PER_FETCH },
      )
      if (list !== null && !run.signal.aborted) await finishListRun(store, list)
      return answer
    },

    /** Imports files and folders; `-` is standard input. */
    async import(paths: readonly string[], options: ImportRunOptions = {}): Promise<RunAllAnswer> {
      const asked = importAsk(options)
      const run = runOptions(options, IMPORTS_AT_ONCE)
      return runAll(
        await filesToImport(paths),
        path => path,
        async path =>
          importFile(await readFileToImport(path), asked, {
            ...keepDeps,
            workers,
            ...inputDeps(path, run, options),
          }),
        run,
      )
    },

    /** Imports files that were handed over under other names than those they had. Nobody knows how old they are. */
    async importHanded(files: readonly HandedFile[], options: ImportRunOptions = {}): Promise<RunAllAnswer> {
      const asked = importAsk(options)
      const run = runOptions(options, IMPORTS_AT_ONCE)
      const read = async ({ path, name }: HandedFile): Promise<FileToImport> => {
        const { bytes } = await readFileToImport(path)
        return { input: name, fileName: basename(name), modifiedAt: null, bytes }
      }
      return runAll(
        files,
        file => file.name,
        async file =>
          importFile(await read(file), asked, {
            ...keepDeps,
            workers,
            ...inputDeps(file.name, run, options),
          }),
        run,
      )
    },

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

    /** Posts of a snapshot or a source, or all of them. */
    async posts(scope: string | null): Promise<readonly PostRow[]> {
      if (scope === null) return store.posts()
      const source = await store.resolveSource(scope).catch((error: unknown) => {
        if (error instanceof StetError && error.code === 'not-found') return null
        throw error
      })
      if (source) return store.posts({ sourceId: source.sourceId })
      return store.posts({ snapshotId: (await store.resolveSnapshot(scope)).snapshotId })
    },

    /** Compares two snapshots, or, with one source, two of its versions (default: the last two). */
    async compare(
      a: string,
      b: string | null = null,
      options: CompareOptions = {},
    ): Promise<ComparedSnapshots> {
      const [from, to] = await pairOf(a, b, options)
      const [before, after] = [await sideOf(from), await sideOf(to)]
      const comparison = compareArticles(before.article, after.article, {
        from: before.pictures,
        to: after.pictures,
      })
      const side = ({ url, version, capturedAt }: VersionRow) => ({ url, version, capturedAt })
      return {
        ...comparison,
        from: from.snapshotId,
        to: to.snapshotId,
        sides: { from: side(from), to: side(to) },
      }
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
      closing.abort(new StetError('cancelled', 'The archive was closed.'))
      await Promise.all([workers.close(), fetcher.close(), library.close()])
      await store.close()
    },
  }
}

const RENDER: Readonly<Record<ShowForm, (article: Article, pictureFile: PictureFile) => string>> = {
  json: article => JSON.stringify(article, null, 1),
  text: article =>
    [article.title, article.byline.join(', '), articleText(article)].filter(Boolean).join('\n\n'),
  html: articleHtml,
  markdown: articleMarkdown,
}
