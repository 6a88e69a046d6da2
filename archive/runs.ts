import { basename } from 'node:path'
import PQueue from 'p-queue'
import { noBrowser } from './browser/index.ts'
import {
  browserEngine,
  type CaptureOptions,
  createFetcher,
  createHostQueue,
  httpEngine,
  type PageEngine,
  signedInEngine,
} from './capture/index.ts'
import { articleSchema } from './contract/article.ts'
import { StetError } from './errors.ts'
import { webArchiveKind } from './exchange/read/kind.ts'
import { assertCapturable, importAsk } from './jobs/asks.ts'
import { captureUrl } from './jobs/capture-url.ts'
import { filesToImport, readFileToImport } from './jobs/files-to-import.ts'
import { type FileToImport, importFile } from './jobs/import-file.ts'
import type { KeepDeps } from './jobs/keep.ts'
import { finishListRun, resumeListRun } from './jobs/list-run.ts'
import { OneAtATime } from './jobs/one-at-a-time.ts'
import { type CaptureProgress, ProgressMeter } from './jobs/progress.ts'
import { runAll, type RunAllAnswer, type RunAllOptions } from './jobs/run-all.ts'
import type { WebArchiveReport } from './jobs/web-archive/import-archive.ts'
import { createWorkerPool } from './jobs/worker-pool.ts'
import type { Article } from './model/article.ts'
import type { BrowserSource } from './ports/browser.ts'
import type { ProfileStore } from './profiles/index.ts'
import type { Logger } from './ports/logger.ts'

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
  /** `auto` takes the browser where this computer has one. Default `auto`. */
  readonly engine?: 'auto' | 'http' | 'browser'
  /** Name of the signed-in profile the pages are shown with; needs the browser engine. Default null: nobody's. */
  readonly profile?: string | null
  /** Agree where a page asks for consent and nothing there refuses; needs the browser engine. Default false. */
  readonly acceptConsent?: boolean
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

/** What an import gives back: with WARC and WACZ files, a result for every page in them. */
export interface ImportAnswer extends RunAllAnswer {
  readonly archives: readonly WebArchiveReport[]
}

const IMPORTS_AT_ONCE = 2
/** Pages that are cleaned or sealed while others are fetched: the network never waits for the processor. */
const IN_HAND_PER_FETCH = 4

export interface RunsDeps extends Omit<KeepDeps, 'sources'> {
  readonly logger: Logger
  readonly browser: BrowserSource
  readonly profiles: ProfileStore
}

/** What an open archive does that takes a while: captures and imports, many at a time. */
export function createRuns({ logger, browser, profiles, ...deps }: RunsDeps) {
  const { store } = deps
  const closing = new AbortController()
  const workers = createWorkerPool()
  const fetcher = createFetcher()
  const queue = createHostQueue()
  const keepDeps: KeepDeps = { ...deps, sources: new OneAtATime() }

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

  function archiveDeps(input: string, run: RunAllOptions, options: RunOptions) {
    const { signal } = inputDeps(input, run, options)
    return { ...keepDeps, workers, signal, parseArticle, onProgress: options.onProgress ?? (() => {}) }
  }

  /**
   * Throws `StetError` `not-found` where a browser is asked for and there is none, and `usage` where the http engine is
   * to use a profile: it would send the cookies, but no script of the page would run to keep the sign-in alive.
   */
  async function engineFor({
    engine: name = 'auto',
    profile = null,
    acceptConsent = false,
  }: CaptureRunOptions): Promise<PageEngine> {
    const budgets = { acceptConsent }
    if (profile !== null) {
      if (name === 'http') throw profileNeedsBrowser(profile)
      if ((await browser.find()) === null) throw noBrowser()
      await profiles.read(profile)
      return signedInEngine(
        browser,
        {
          read: async () => (await profiles.read(profile)).state,
          refresh: (before, after) => profiles.refresh(profile, before, after),
        },
        budgets,
      )
    }
    if (name === 'http') return httpEngine(deps.software.version)
    if (name === 'auto')
      return (await hasBrowser()) ? browserEngine(browser, budgets) : httpEngine(deps.software.version)
    if ((await browser.find()) === null) throw noBrowser()
    return browserEngine(browser, budgets)
  }

  /** Whether there is a browser that starts: one that does not must not keep anybody from capturing. */
  async function hasBrowser(): Promise<boolean> {
    if ((await browser.find()) === null) return false
    try {
      await browser.get()
      return true
    } catch (error) {
      if (!(error instanceof StetError)) throw error
      logger.warn(`${error.message} Pages are fetched without a browser meanwhile.`)
      return false
    }
  }

  return {
    /** Captures pages. A failure of one never stops the others; see `RunAllAnswer`. */
    async capture(urls: readonly string[], options: CaptureRunOptions = {}): Promise<RunAllAnswer> {
      const { list = null, keep = false, allowPrivate = false, limits = {} } = options
      const { typed = true } = options
      if (typed) for (const url of urls) assertCapturable(url)
      const engine = await engineFor(options)
      const run = runOptions(options, engine.atOnce)
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
        input =>
          captureUrl(
            input.url,
            { ...limits, keep, allowPrivate, typed: input.typed },
            { ...keepDeps, engine, fetcher, queue, network, workers, ...inputDeps(input.url, run, options) },
          ),
        { ...run, concurrency: run.concurrency * IN_HAND_PER_FETCH },
      )
      if (list !== null && !run.signal.aborted) await finishListRun(store, list)
      return answer
    },

    /** Imports files and folders; `-` is standard input. A WARC or WACZ file gives a result for each of its pages. */
    async import(paths: readonly string[], options: ImportRunOptions = {}): Promise<ImportAnswer> {
      const asked = importAsk(options)
      const run = runOptions(options, IMPORTS_AT_ONCE)
      const [files, webArchives] = await apart(await filesToImport(paths))
      if (webArchives.length > 0 && (options.url ?? options.capturedAt) != null) {
        throw new StetError(
          'usage',
          `${webArchives[0]} says itself what its pages are and when they were captured: leave out --url and --captured-at.`,
          { path: webArchives[0] },
        )
      }
      const plain = await runAll(
        files,
        path => path,
        async path =>
          importFile(await readFileToImport(path), asked, {
            ...keepDeps,
            workers,
            ...inputDeps(path, run, options),
          }),
        run,
      )
      const results = [...plain.results]
      const failed = [...plain.failed]
      const archives: WebArchiveReport[] = []
      for (const path of webArchives) {
        const { importWebArchive } = await import('./jobs/web-archive/import-archive.ts')
        const answer = await importWebArchive({ path, name: path }, archiveDeps(path, run, options), run)
        results.push(...answer.results)
        failed.push(...answer.failed)
        if (answer.archive) archives.push(answer.archive)
      }
      return { results, failed, archives }
    },

    /**
     * Imports files that were handed over under other names than those they had. Nobody knows how old they are. Each
     * file is one input with one result: of a web archive that of its last page, with the sum of all in its warnings.
     */
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
        async file => {
          const own = inputDeps(file.name, run, options)
          if ((await webArchiveKind(file.path, file.name)) === null) {
            return importFile(await read(file), asked, { ...keepDeps, workers, ...own })
          }
          const { importWebArchive, summedUp } = await import('./jobs/web-archive/import-archive.ts')
          own.meter.step('page')
          const archiveRun = {
            ...keepDeps,
            workers,
            signal: own.signal,
            parseArticle,
            onProgress: () => own.meter.step('keeping'),
          }
          const pagesRun = { concurrency: 1, signal: own.signal, onResult: () => {} }
          const imported = await importWebArchive(file, archiveRun, pagesRun)
          own.signal.throwIfAborted()
          return summedUp(file.name, imported)
        },
        run,
      )
    },

    /** Ends what is under way and waits for it. */
    stop: async (): Promise<void> => {
      closing.abort(new StetError('cancelled', 'The archive was closed.'))
      await Promise.all([workers.close(), fetcher.close(), browser.close()])
    },
  }
}

function profileNeedsBrowser(profile: string): StetError {
  return new StetError(
    'usage',
    `The profile "${profile}" needs the browser engine: only a browser keeps a sign-in as its site wants it. ` +
      'Leave the engine out, or choose "browser". Nothing was captured.',
    { profile },
  )
}

/** WARC and WACZ files are read in another way than single pages. */
async function apart(paths: readonly string[]): Promise<readonly [files: string[], webArchives: string[]]> {
  const files: string[] = []
  const webArchives: string[] = []
  for (const path of paths) {
    const isWebArchive = path !== '-' && (await webArchiveKind(path).catch(() => null)) !== null
    ;(isWebArchive ? webArchives : files).push(path)
  }
  return [files, webArchives]
}

/** Reads an article that came from outside. */
function parseArticle(value: unknown): Article | null {
  const parsed = articleSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
