import type PQueue from 'p-queue'
import {
  attemptReasonOf,
  type CaptureOptions,
  harOf,
  type HostQueue,
  judge,
  judgeAnswer,
  type Judgement,
  type PageEngine,
  type ReachedPage,
} from '../capture/index.ts'
import { StetError } from '../errors.ts'
import type { CaptureResult } from '../model/capture-result.ts'
import type { Redirect } from '../model/snapshot.ts'
import type { Fetcher } from '../ports/fetcher.ts'
import type { Cleaned, Workers } from '../ports/workers.ts'
import type { Stage } from '../store/index.ts'
import { type Attempt, recordAttempt } from './attempt.ts'
import { keepStory, type KeepDeps, type Story } from './keep.ts'
import { withPostsSeen } from './posts-seen.ts'
import type { ProgressMeter } from './progress.ts'

export interface CaptureDeps extends KeepDeps {
  readonly engine: PageEngine
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
 * One capture, from URL to sealed folder: reach the page, clean it, judge whether it is the story, fetch what
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
  const stage = await deps.store.stage()
  try {
    const reached = await deps.network.add(() => reachPage(url, limits, stage, deps))
    if ('reason' in reached) return await recordAttempt(url, { ...reached, capturedAt: startedAt }, deps)

    const { page } = reached
    const answer = judgeAnswer(page)
    if (answer?.outcome === 'attempt') return await recordAttempt(url, attemptOf(url, reached, answer), deps)
    meter.step('cleaning')
    const task = { kind: 'page', html: page.html, url: page.finalUrl } as const
    const cleaned = await deps.workers.clean(task, deps.signal)
    const judgement = await judgePage(reached, cleaned, deps)
    if (judgement.outcome === 'attempt')
      return await recordAttempt(url, attemptOf(url, reached, judgement), deps)

    meter.step('resources')
    const resources = await deps.network.add(() => reached.resources())
    meter.step('keeping')
    const article = withPostsSeen(cleaned.article, reached.frames)
    const har = harOf({
      startedAt: page.capturedAt,
      title: article.title ?? '',
      creator: { name: deps.software.name, version: deps.software.version },
      entries: resources.entries,
      parts: resources.parts,
    })
    const story: Story = {
      input: url,
      page,
      article,
      resources,
      har,
      files: reached.files,
      engine: reached.engine,
      clock: 'system',
      import: null,
      view: reached.view,
      options: reached.options,
      warnings: [...reached.warnings, ...judgement.warnings, ...resources.warnings],
      keep,
    }
    return await keepStory(story, stage, deps)
  } finally {
    await stage.discard()
  }
}

/** The page, or why it could not be reached. */
async function reachPage(
  url: string,
  limits: Partial<CaptureOptions>,
  { sink }: Stage,
  deps: CaptureDeps,
): Promise<ReachedPage | Omit<Attempt, 'capturedAt'>> {
  deps.meter.step('page')
  try {
    return await deps.engine.reach(url, limits, { ...deps, ...deps.meter.hooks, sink })
  } catch (error) {
    const reason = attemptReasonOf(error)
    if (reason === null || !(error instanceof StetError)) throw error
    const redirects = (error.data['redirects'] ?? []) as readonly Redirect[]
    return {
      reason,
      evidence: [error.message],
      requestedUrl: url,
      finalUrl: redirects.at(-1)?.to ?? null,
      status: null,
      warnings: [],
    }
  }
}

async function judgePage(
  { page }: ReachedPage,
  cleaned: Cleaned,
  { store }: CaptureDeps,
): Promise<Judgement> {
  const known = (await store.sourceForUrl(page.finalUrl)) ?? (await store.sourceForUrl(page.requestedUrl))
  const last = known === null ? null : await store.latest(known.sourceId)
  return judge({ page, ...cleaned, hadGoodVersion: last === null ? null : { words: last.words } })
}

type FailedJudgement = Extract<Judgement, { readonly outcome: 'attempt' }>

function attemptOf(url: string, { page }: ReachedPage, judgement: FailedJudgement): Attempt {
  return {
    reason: judgement.reason,
    evidence: [judgement.evidence],
    requestedUrl: url,
    capturedAt: page.capturedAt,
    finalUrl: page.finalUrl,
    status: page.http?.status ?? null,
    warnings: judgement.warnings,
  }
}
