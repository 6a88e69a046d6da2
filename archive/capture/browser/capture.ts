import type { BehaviourRecord } from '../../model/snapshot.ts'
import type { Browser, CdpSession } from '../../ports/browser.ts'
import { StetError } from '../../errors.ts'
import type { EngineDeps, ReachedPage } from '../engine.ts'
import { networkError } from '../fetch/network-errors.ts'
import type { HarEntry } from '../har-types.ts'
import type { CaptureOptions } from '../options.ts'
import { behave } from './behaviours.ts'
import { BodyTaker } from './bodies.ts'
import { BusyScripts } from './busy-scripts.ts'
import { renderedPage, type RenderedPage } from './documents.ts'
import { entryOf } from './entries.ts'
import type { CaptureLimits } from './limits.ts'
import { isShown, Navigation } from './navigation.ts'
import type { Notice } from './notices.ts'
import { type BrowserOptions, ownUserAgent } from './options.ts'
import { reachedPage } from './reached-page.ts'
import { Recording } from './recording.ts'
import type { MainDocument } from './result.ts'
import { takeScreenshot } from './screenshot.ts'
import { Tab } from './tab.ts'
import { Targets } from './targets.ts'
import type { Tunnel } from './tunnel.ts'
import { pause, unlessStopped } from './waiting.ts'
import { wireFacts } from './wire-facts.ts'

export interface BrowserCaptureContext {
  readonly url: URL
  /** As it was asked for. */
  readonly requestedUrl: string
  readonly options: CaptureOptions
  readonly budgets: BrowserOptions
  readonly browser: Browser
  /** Of a blank page that nothing else uses. */
  readonly session: CdpSession
  readonly tunnel: Tunnel
  readonly deps: EngineDeps
  readonly limits: CaptureLimits
  readonly capturedAt: string
  /** Called when the page has loaded, and is only looked at from then on. */
  readonly onLoaded: () => void
  /** What an earlier try asked for, before its browser was lost; null: this is the first. */
  readonly earlier: EarlierTry | null
}

/** What is left of a capture whose browser was lost. */
export interface EarlierTry {
  readonly entries: readonly HarEntry[]
  /** Whether a body that may unfold without end was on its way. */
  readonly tookBlindly: boolean
}

/** In milliseconds. */
const LAST_WORDS_MS = 200

/** One capture of one page through a browser. */
export class BrowserCapture {
  readonly #context: BrowserCaptureContext
  readonly #tab: Tab
  readonly #scripts: BusyScripts
  readonly #targets: Targets
  readonly #recording: Recording
  readonly #navigation: Navigation
  readonly #bodies: BodyTaker
  readonly #userAgent: string
  #failure: unknown = null

  constructor(context: BrowserCaptureContext) {
    const { url, options, budgets, browser, session, tunnel, deps, limits, earlier } = context
    this.#context = context
    const recording = new Recording((done, wanted) => deps.onResources?.(done, wanted))
    const scripts = new BusyScripts({ signal: limits.end, hangUp: () => tunnel.shut() })
    const tab = new Tab(session, scripts, limits.end, loaderId => recording.leave(loaderId))
    const bodies = new BodyTaker({
      options,
      sink: deps.sink,
      signal: limits.end,
      hangUp: () => tunnel.hangUp(),
      isCareful: earlier?.tookBlindly ?? false,
      recording,
      isMain: ({ resourceType, frameId }) => resourceType === 'Document' && frameId === tab.mainFrameId,
      onMain: (networkId, body) => navigation.take(networkId, body),
      onFailure: error => this.#fail(error),
    })
    const way = { url, options, budgets, tab, recording, bodies, tunnel, signal: limits.time }
    const navigation = new Navigation(way)
    this.#userAgent = ownUserAgent(options) ?? browser.userAgent
    this.#targets = new Targets(session, {
      options,
      userAgent: this.#userAgent,
      signal: limits.end,
      scripts,
      onSession: one => {
        recording.listen(one)
        bodies.listen(one)
      },
    })
    this.#recording = recording
    this.#scripts = scripts
    this.#tab = tab
    this.#bodies = bodies
    this.#navigation = navigation
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    this.#context.limits.abort(error)
  }

  /** What there is to tell another try of the same capture. */
  get soFar(): EarlierTry {
    const { tunnel, earlier } = this.#context
    this.#recording.settle()
    const facts = { tunnel, fingerprints: new Map<string, string>() }
    const entries = this.#recording.hops.map(hop => entryOf(hop, facts, this.#tab.mainFrameId, null))
    return { entries: [...(earlier?.entries ?? []), ...entries], tookBlindly: this.#bodies.takesBlindly }
  }

  /**
   * Goes to the page and keeps what it gives. Where the page answered, whatever happens afterwards leaves what there
   * is by then. Throws the reason of the browser's end where that may be tried again.
   */
  async run(): Promise<ReachedPage> {
    const { limits, tunnel, earlier, session } = this.#context
    const tab = this.#tab
    let behaviours: readonly BehaviourRecord[] = []
    let isTimeOver = false
    try {
      behaviours = await unlessStopped(unlessStopped(this.#visit(), limits.time), session.gone)
    } catch (error) {
      isTimeOver = limits.time.aborted && !limits.end.aborted
      const goesOn = this.#navigation.main !== null && (isTimeOver || session.gone.aborted)
      if (this.#failure !== null) throw this.#failure
      if (!goesOn) throw isTimeOver ? this.#tooLate() : error
    }
    // A browser that ends closes its tabs first.
    if (tab.crashed) await pause(LAST_WORDS_MS, limits.end).catch(() => {})
    this.#navigation.close()
    const main = this.#navigation.main
    if (main === null) throw new StetError('internal', 'A page answered and is not there.')
    if (isPage(main)) this.#context.deps.onStep?.('writing')
    const rendered = isPage(main) ? await this.#render() : null
    this.#recording.pageKept()
    const screenshot =
      rendered === null
        ? null
        : await this.#targets
            .frames()
            .then(frames => takeScreenshot(tab, this.#context.budgets, limits.end, frames))
            .catch(() => null)
    this.#bodies.stop()
    this.#failUnlessWhole(earlier === null)
    const wire = await wireFacts(tab, this.#recording, tunnel, limits.end)
    this.#recording.settle()
    const notices: Notice[] = []
    if (main.body.cut !== null) notices.push('page-broke-off')
    if (isTimeOver) notices.push('time-over')
    if (this.#scripts.stopped) notices.push('scripts-stopped')
    if (isPage(main) && rendered === null) {
      notices.push(session.gone.aborted ? 'browser-lost' : tab.crashed ? 'tab-crashed' : 'not-rendered')
    }
    return reachedPage({
      ...this.#context,
      main,
      tab,
      recording: this.#recording,
      wire,
      userAgent: this.#userAgent,
      rendered,
      screenshot,
      behaviours,
      notices,
    })
  }

  #tooLate(): StetError {
    const { url, options } = this.#context
    const seconds = options.captureTimeoutMs / 1000
    const words = `the page had not come within the ${seconds} seconds allowed for its capture. Allow more time`
    return networkError('timeout', url.href, words)
  }

  /** A failure of ours, the person's wish and, the first time, a lost browser leave nothing to keep. */
  #failUnlessWhole(isFirst: boolean): void {
    const { limits, session } = this.#context
    if (this.#failure !== null) throw this.#failure
    const reason: unknown = limits.end.reason
    if (limits.end.aborted && !(reason instanceof StetError && reason.code === 'network')) throw reason
    if (isFirst) session.gone.throwIfAborted()
  }

  async #visit(): Promise<readonly BehaviourRecord[]> {
    const { url, budgets, limits, deps } = this.#context
    const tab = this.#tab
    await Promise.all([tab.init(), this.#targets.prepare()])
    await this.#navigation.go(url.href, null)
    const endsAt = performance.now() + budgets.behaviourBudgetMs
    let main = await this.#navigation.settle()
    this.#context.onLoaded()
    let behaviours: readonly BehaviourRecord[] = []
    for (let turn = 0; turn < (isPage(main) ? 2 : 0); turn++) {
      const document = tab.loaderId
      deps.onStep?.('looking')
      behaviours = await behave({
        tab,
        targets: this.#targets,
        recording: this.#recording,
        budgets,
        signal: limits.time,
        left: () => (limits.time.aborted ? 0 : endsAt - performance.now()),
      })
      if (tab.loaderId === document) break
      main = await this.#navigation.settle()
    }
    return behaviours
  }

  async #render(): Promise<RenderedPage | null> {
    const { deps, limits } = this.#context
    try {
      if (!(await this.#tab.wake())) return null
      return await renderedPage(this.#tab, await this.#targets.frames(), deps.sink, limits.end)
    } catch (error) {
      if (limits.end.aborted && this.#failure === null) return null
      throw error
    }
  }
}

function isPage({ body }: MainDocument): boolean {
  return body.status < 400 && isShown(body)
}
