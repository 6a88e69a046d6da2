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
import type { AttemptReason, Redirect, Warning } from '../model/snapshot.ts'
import type { Fetcher } from '../ports/fetcher.ts'
import type { Cleaned, Workers } from '../ports/workers.ts'
import type { Told } from '../posts/index.ts'
import type { Stage } from '../store/index.ts'
import { type Attempt, recordAttempt } from './attempt.ts'
import { keepStory, type KeepDeps, type Story } from './keep.ts'
import { type AskedPost, askedPost, goneInAnswer, judgePost, ofPost, sayGone } from './own-post.ts'
import { framesToRead, withRefusedPosts } from './posts-seen.ts'
import type { ProgressMeter } from './progress.ts'
import { pageWithoutSecrets } from './without-secrets.ts'

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
    if ('reason' in reached) {
      const post = await askedPost([reached.finalUrl, url], deps.store)
      return await recordAttempt(url, { ...reached, capturedAt: startedAt, ...ofPost(post, null) }, deps)
    }

    const { page } = reached
    const post = await askedPost([page.finalUrl, page.requestedUrl], deps.store)
    const answer = judgeAnswer(page)
    if (answer?.outcome === 'attempt') {
      const told = post && goneInAnswer(page)
      return await recordAttempt(url, attemptOf(url, reached, answer, post, told), deps)
    }
    meter.step('cleaning')
    const frames = framesToRead(reached.frames)
    const task = { kind: 'page', html: page.html, url: page.finalUrl, frames } as const
    const cleaned = await deps.workers.clean(task, deps.signal)
    const ofItsPost = judgePost(post, page.finalUrl, cleaned)
    const told = ofItsPost?.told ?? null
    const judgement = ofItsPost?.judgement ?? (await judgePage(reached, cleaned, deps))
    if (judgement.outcome === 'attempt')
      return await recordAttempt(url, attemptOf(url, reached, judgement, post, told), deps)

    meter.step('resources')
    // What is there already must not wait behind pages that are slow to come.
    const resources = reached.fetchesResources
      ? await deps.network.add(() => reached.resources())
      : await reached.resources()
    meter.step('keeping')
    const article = withRefusedPosts(cleaned.article, resources.entries)
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
      signedIn: reached.signedIn ?? false,
      redactions: reached.redactions ?? [],
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
    const reached = await deps.engine.reach(url, limits, { ...deps, ...deps.meter.hooks, sink })
    return { ...reached, page: pageWithoutSecrets(reached.page) }
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

function attemptOf(
  url: string,
  { page, signedIn, warnings }: ReachedPage,
  judgement: FailedJudgement,
  post: AskedPost | null,
  told: Told | null,
): Attempt {
  const inVain = signedIn && SIGNED_IN_IN_VAIN.has(judgement.reason)
  return {
    reason: judgement.reason,
    evidence:
      told && judgement.evidence !== sayGone(told)
        ? [judgement.evidence, sayGone(told)]
        : [judgement.evidence, ...(inVain ? [SIGN_IN_AGAIN] : [])],
    requestedUrl: url,
    capturedAt: page.capturedAt,
    finalUrl: page.finalUrl,
    status: page.http?.status ?? null,
    // What is wrong with the profile, or what broke the page off, may be why the story was not reached.
    warnings: [
      ...warnings.filter(({ code }) => code.startsWith('profile-')),
      ...warnings.filter(({ code }) => BROKE_OFF.has(code)).map(whatHappened),
      ...judgement.warnings,
    ],
    ...ofPost(post, told),
  }
}

const BROKE_OFF: ReadonlySet<string> = new Set([
  'browser-lost',
  'tab-crashed',
  'time-over',
  'scripts-stopped',
  'page-broke-off',
  'not-rendered',
])
/** The first sentence says what happened; what follows says what is kept, and of an attempt nothing is. */
const whatHappened = ({ code, message }: Warning): Warning => ({
  code,
  message: message.split(/(?<=\.) /)[0]!,
})

/** What a signed-in reader is not to meet. */
const SIGNED_IN_IN_VAIN: ReadonlySet<AttemptReason> = new Set(['login', 'paywall'])
/** Without the profile's name: it may be private, and this goes into the log. */
const SIGN_IN_AGAIN =
  "the profile's sign-in has ended, or does not count for this page: sign in again (Settings, or stet profile sign-in NAME URL) and capture once more"
