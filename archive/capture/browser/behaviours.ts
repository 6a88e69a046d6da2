import type { BehaviourRecord } from '../../model/snapshot.ts'
import { LAZY_SRCSETS, LAZY_URLS } from '../../model/markup/lazy-attributes.ts'
import { ACCEPTANCES, CONSENT_RULES, REFUSALS } from './consent-rules.ts'
import type { ConsentButton } from './inside/answer-consent.ts'
import { callOf, SINCE_CHANGE } from './inside/index.ts'
import type { ScrollResult } from './inside/scroll.ts'
import type { BrowserOptions } from './options.ts'
import type { Recording } from './recording.ts'
import { pause, type Tab } from './tab.ts'
import type { Targets } from './targets.ts'

export interface BehaviourContext {
  readonly tab: Tab
  readonly targets: Targets
  readonly recording: Recording
  readonly budgets: BrowserOptions
  readonly signal: AbortSignal
  /** Milliseconds left for all that is still to be done. */
  readonly left: () => number
}

/** One thing that is done in a page before it is kept. `run` says in few words what came of it; null: nothing to do. */
export interface Behaviour {
  readonly name: string
  readonly run: (context: BehaviourContext) => Promise<string | null>
}

const POLL_MS = 25
/** A document that changes for good (a clock, a ticker) is waited for no longer than so, in milliseconds. */
const CHANGING_MS = 1_500
const CALL_MS = 3_000

/**
 * What an answer brings about shows in the document or in what is asked for next, and soon; in milliseconds. Answers
 * that change nothing, as of pictures, are not waited for longer.
 */
const AFTER_ANSWER_MS = 150

/** Waits until nothing changed for `quietMs`, and nothing is asked for or was just answered. Gives how it ended. */
async function quiet(context: BehaviourContext, quietMs: number, ceilingMs: number): Promise<string> {
  const { tab, recording, signal } = context
  const startedAt = performance.now()
  const endsAt = startedAt + Math.min(ceilingMs, context.left())
  for (;;) {
    const now = performance.now()
    if (now >= endsAt || tab.crashed) return 'still busy at the limit'
    const rest = Math.min(quietMs, AFTER_ANSWER_MS) - (now - recording.lastActivity)
    if (!recording.isIdle(now) || tab.isLeaving) {
      await pause(POLL_MS, signal)
      continue
    }
    if (rest > 0) {
      await pause(Math.min(rest, endsAt - now), signal)
      continue
    }
    const since = (await tab.evaluateMain<number>(SINCE_CHANGE, CALL_MS)) ?? Infinity
    if (since >= quietMs) return 'quiet'
    if (now - startedAt > quietMs + CHANGING_MS) return 'quiet but for changes of its own'
    await pause(quietMs - since, signal)
  }
}

/** How long a page that shows next to nothing, or says that it is busy, is waited for, in milliseconds. */
const EMPTY_MS = 4_000
const EMPTY_POLL_MS = 100

/** A page that quietly waits to be filled (a timer, a worker) has nothing to keep yet. */
async function untilFilled({ tab, signal, left }: BehaviourContext): Promise<string | null> {
  const isEmpty = async (): Promise<boolean> =>
    (await tab.evaluateMain<boolean>(callOf('seemsEmpty'), CALL_MS)) === true
  if (!(await isEmpty())) return null
  const endsAt = performance.now() + Math.min(EMPTY_MS, left())
  while (performance.now() < endsAt && !tab.crashed && !tab.isLeaving) {
    await pause(EMPTY_POLL_MS, signal)
    if (!(await isEmpty())) return 'waited until it was filled'
  }
  return 'still all but empty'
}

const REFUSE: readonly ConsentButton[] = CONSENT_RULES.map(({ name, box, refuse }) => ({
  name,
  box,
  button: refuse,
}))
const ACCEPT: readonly ConsentButton[] = CONSENT_RULES.flatMap(({ name, box, accept }) =>
  accept === undefined ? [] : [{ name, box, button: accept }],
)

/** What the first frame that has an answer gives, the page's own first. */
async function inFrames<T>({ tab, targets }: BehaviourContext, call: string): Promise<T | null> {
  for (const { frame, session } of await targets.frames()) {
    const contextId = await tab.world(session, frame.id)
    const answer = contextId === null ? null : await tab.evaluate<T>(session, contextId, call, CALL_MS)
    if (answer !== null) return answer
  }
  return null
}

/** Refuses; agrees only where nothing refuses and the person allows it. */
async function answerConsent(context: BehaviourContext): Promise<string | null> {
  const refused = await inFrames<string>(context, callOf('answerConsent', REFUSE, REFUSALS))
  if (refused !== null) return `refused (${refused})`
  if (!context.budgets.acceptConsent) return null
  const accepted = await inFrames<string>(context, callOf('answerConsent', ACCEPT, ACCEPTANCES))
  return accepted === null ? null : `accepted (${accepted})`
}

async function scroll({ tab, budgets, left }: BehaviourContext): Promise<string | null> {
  const budgetMs = Math.min(budgets.scrollBudgetMs, left())
  const call = callOf('scroll', { budgetMs, maxGrowth: budgets.maxGrowth, maxSteps: 80 })
  const result = await tab.evaluateMain<ScrollResult>(call, budgetMs + CALL_MS)
  if (!result) return 'the page did not answer'
  const { steps, heightBefore, heightAfter, ended, boxes } = result
  const how = {
    end: 'to the end and back',
    endless: 'stopped: the page grows without end',
    'next-story': 'stopped: the page went on to another story',
    time: 'stopped at the time limit',
  }[ended]
  const inside = boxes > 0 ? `, ${boxes} boxes within` : ''
  return `${how}; ${steps} steps, ${heightBefore} to ${heightAfter} pixels${inside}`
}

const LAZY = { urls: [...LAZY_URLS], srcsets: [...LAZY_SRCSETS] }
/** Frames that are looked into besides the page itself: an advertisement brings many. */
const MAX_FRAMES = 20

/** How many the page and its frames found together, in words; null: none. */
async function counted({ tab, targets }: BehaviourContext, call: string): Promise<string | null> {
  let count = 0
  for (const { frame, session } of (await targets.frames()).slice(0, MAX_FRAMES)) {
    const contextId = await tab.world(session, frame.id)
    if (contextId !== null) count += (await tab.evaluate<number>(session, contextId, call, CALL_MS)) ?? 0
  }
  return count > 0 ? String(count) : null
}

async function clearOverlays({ tab }: BehaviourContext): Promise<string | null> {
  const count = await tab.evaluateMain<number>(callOf('clearOverlays'), CALL_MS)
  return count ? String(count) : null
}

/** What a script added while the page came to rest may wait to be scrolled to as well. */
async function lateLazy(context: BehaviourContext): Promise<string | null> {
  const count = await counted(context, callOf('loadLazy', LAZY))
  if (count !== null) await quiet(context, SETTLE_MS, SETTLE_CEILING_MS)
  return count
}

const SETTLE_MS = 100
const SETTLE_CEILING_MS = 2_000
const QUIET_CEILING_MS = 12_000

/** In the order in which they run. */
export const BEHAVIOURS: readonly Behaviour[] = [
  { name: 'settle', run: context => quiet(context, SETTLE_MS, SETTLE_CEILING_MS) },
  { name: 'filled', run: untilFilled },
  { name: 'consent', run: answerConsent },
  // Asked for before the page is scrolled, what they bring is there by its end.
  { name: 'media', run: context => counted(context, callOf('loadMedia')) },
  { name: 'scroll', run: scroll },
  { name: 'lazy', run: context => counted(context, callOf('loadLazy', LAZY)) },
  { name: 'details', run: context => counted(context, callOf('openDetails')) },
  { name: 'quiet', run: context => quiet(context, context.budgets.quietMs, QUIET_CEILING_MS) },
  { name: 'late-lazy', run: lateLazy },
  { name: 'late-consent', run: answerConsent },
  { name: 'overlays', run: clearOverlays },
]

/** Runs them within the budget; stops where the page left for another document or crashed. */
export async function behave(context: BehaviourContext): Promise<readonly BehaviourRecord[]> {
  const records: BehaviourRecord[] = []
  const document = context.tab.loaderId
  for (const { name, run } of BEHAVIOURS) {
    if (context.left() <= 0 || context.tab.crashed || context.tab.loaderId !== document) break
    const startedAt = performance.now()
    const outcome = await run(context)
    if (outcome !== null) records.push({ name, outcome, ms: Math.round(performance.now() - startedAt) })
  }
  return records
}
