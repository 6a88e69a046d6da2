import type PQueue from 'p-queue'
import {
  attemptReasonOf,
  type CaptureOptions,
  type FetchedPage,
  fetchPage,
  fetchResources,
  harOf,
  type HostQueue,
  judge,
  judgeAnswer,
  type Judgement,
  PAGE_PATH,
} from '../capture/index.ts'
import { StetError } from '../errors.ts'
import type { CaptureResult } from '../model/capture-result.ts'
import { sourceIdOf } from '../model/ids.ts'
import type { AttemptReason, Redirect, Warning } from '../model/snapshot.ts'
import { canonicalUrl } from '../model/url.ts'
import type { Fetcher } from '../ports/fetcher.ts'
import type { Cleaned, Workers } from '../ports/workers.ts'
import { keepStory, type KeepDeps } from './keep.ts'
import type { ProgressMeter } from './progress.ts'

export interface CaptureDeps extends KeepDeps {
  readonly fetcher: Fetcher
  readonly queue: HostQueue
  /** How many captures may be on the network at once; one that waits to be cleaned is not. */
  readonly network: PQueue
  readonly workers: Workers
  readonly signal: AbortSignal
  readonly meter: ProgressMeter
}

export interface CaptureUrlOptions extends Partial<CaptureOptions> {
  /** Keep a snapshot even when the story is unchanged. */
  readonly keep: boolean
}

/**
 * One capture, from URL to sealed folder: fetch the page, clean it, judge whether it is the story, fetch what
 * it shows, keep it. Ends in a snapshot, a check or an attempt; throws `StetError` only where none of these
 * can be said (not a URL, a private address, a full disk, a wish to stop).
 */
export async function captureUrl(
  url: string,
  options: CaptureUrlOptions,
  deps: CaptureDeps,
): Promise<CaptureResult> {
  const { keep, ...limits } = options
  const { meter } = deps
  const startedAt = deps.clock.now()
  deps.workers.warmUp()
  const fetched = await deps.network.add(() => reachPage(url, limits, deps))
  if ('reason' in fetched) return recordAttempt(url, { ...fetched, capturedAt: startedAt }, deps)

  const answer = judgeAnswer(fetched.page)
  if (answer?.outcome === 'attempt') return recordAttempt(url, attemptOf(fetched, answer), deps)
  meter.step('cleaning')
  const cleaned = await deps.workers.clean(
    { kind: 'page', html: fetched.page.html, url: fetched.page.finalUrl },
    deps.signal,
  )
  const judgement = await judgePage(fetched, cleaned, deps)
  if (judgement.outcome === 'attempt') {
    return recordAttempt(url, attemptOf(fetched, judgement), deps)
  }

  const stage = await deps.store.stage()
  try {
    meter.step('resources')
    const resources = await deps.network.add(() =>
      fetchResources(fetched, limits, { ...deps, ...meter.hooks, sink: stage.sink }),
    )
    meter.step('keeping')
    const har = harOf({
      startedAt: fetched.page.capturedAt,
      title: cleaned.article.title ?? '',
      creator: { name: deps.software.name, version: deps.software.version },
      entries: [...fetched.entries, ...resources.entries],
    })
    const story = {
      input: url,
      page: fetched.page,
      article: cleaned.article,
      resources,
      har,
      files: { [PAGE_PATH]: fetched.page.bytes },
      engine: { name: 'http', version: deps.software.version },
      clock: 'system',
      import: null,
      options: { ...fetched.context.options },
      warnings: [...fetched.warnings, ...judgement.warnings, ...resources.warnings],
      keep,
    } as const
    return await keepStory(story, stage, deps)
  } finally {
    await stage.discard()
  }
}

interface Attempt {
  readonly reason: AttemptReason
  readonly evidence: readonly string[]
  readonly capturedAt: string
  /** Null where nothing answered. */
  readonly finalUrl: string | null
  readonly status: number | null
  readonly warnings: readonly Warning[]
}

/** The page, or why it could not be reached. */
async function reachPage(
  url: string,
  limits: Partial<CaptureOptions>,
  deps: CaptureDeps,
): Promise<FetchedPage | Omit<Attempt, 'capturedAt'>> {
  deps.meter.step('page')
  try {
    return await fetchPage(url, limits, { ...deps, ...deps.meter.hooks })
  } catch (error) {
    const reason = attemptReasonOf(error)
    if (reason === null || !(error instanceof StetError)) throw error
    const redirects = (error.data['redirects'] ?? []) as readonly Redirect[]
    return {
      reason,
      evidence: [error.message],
      finalUrl: redirects.at(-1)?.to ?? null,
      status: null,
      warnings: [],
    }
  }
}

async function judgePage(fetched: FetchedPage, cleaned: Cleaned, { store }: CaptureDeps): Promise<Judgement> {
  const { page } = fetched
  const known = (await store.sourceForUrl(page.finalUrl)) ?? (await store.sourceForUrl(page.requestedUrl))
  const last = known === null ? null : await store.latest(known.sourceId)
  return judge({ page, ...cleaned, hadGoodVersion: last === null ? null : { words: last.words } })
}

type FailedJudgement = Extract<Judgement, { readonly outcome: 'attempt' }>

function attemptOf({ page }: FetchedPage, judgement: FailedJudgement): Attempt {
  return {
    reason: judgement.reason,
    evidence: [judgement.evidence],
    capturedAt: page.capturedAt,
    finalUrl: page.finalUrl,
    status: page.http?.status ?? null,
    warnings: judgement.warnings,
  }
}

/** Writes an attempt into the log, under the source the address is known to belong to. */
async function recordAttempt(
  input: string,
  attempt: Attempt,
  { store }: CaptureDeps,
): Promise<CaptureResult> {
  const known =
    (await store.sourceForUrl(input)) ??
    (attempt.finalUrl === null ? null : await store.sourceForUrl(attempt.finalUrl))
  const url = known?.url ?? canonicalUrl(attempt.finalUrl ?? input)
  const sourceId = known?.sourceId ?? sourceIdOf(url)
  await store.recordAttempt({ ...attempt, sourceId, url, requestedUrl: input })
  return {
    input,
    outcome: 'attempt',
    reason: attempt.reason,
    sourceId,
    snapshotId: null,
    version: null,
    url,
    title: known?.title ?? null,
    capturedAt: attempt.capturedAt,
    contentHash: null,
    fixityHash: null,
    path: null,
    words: null,
    posts: null,
    resources: null,
    bytesNew: 0,
    bytesLinked: 0,
    warnings: [...attempt.evidence.map(message => ({ code: attempt.reason, message })), ...attempt.warnings],
  }
}
