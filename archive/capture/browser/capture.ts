import type { BehaviourRecord, Warning } from '../../model/snapshot.ts'
import type { Browser, CdpSession } from '../../ports/browser.ts'
import type { EngineDeps, ReachedPage } from '../engine.ts'
import type { CaptureOptions } from '../options.ts'
import { PAGE_PATH } from '../page.ts'
import type { CaptureStop } from '../visit.ts'
import { behave } from './behaviours.ts'
import { BodyTaker } from './bodies.ts'
import { renderedPage, type RenderedPage } from './documents.ts'
import { isHtml, Navigation } from './navigation.ts'
import { type BrowserOptions, ownUserAgent } from './options.ts'
import { Recording } from './recording.ts'
import { pageOf, resourcesOf, type ResultFacts } from './result.ts'
import { takeScreenshot, type Screenshot } from './screenshot.ts'
import { wordsKept } from './seen.ts'
import { Tab } from './tab.ts'
import { Targets } from './targets.ts'
import type { Tunnel } from './tunnel.ts'
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
  readonly stop: CaptureStop
  readonly capturedAt: string
}

/** One capture of one page through a browser. */
export class BrowserCapture {
  readonly #context: BrowserCaptureContext
  readonly #signal: AbortSignal
  readonly #tab: Tab
  readonly #targets: Targets
  readonly #recording: Recording
  readonly #navigation: Navigation
  readonly #userAgent: string
  #failure: unknown = null

  constructor(context: BrowserCaptureContext) {
    const { url, options, budgets, browser, session, tunnel, deps, stop } = context
    const { signal } = stop
    this.#context = context
    this.#signal = signal
    const recording = new Recording((done, wanted) => deps.onResources?.(done, wanted))
    const tab = new Tab(session, signal, loaderId => recording.leave(loaderId))
    const navigation = new Navigation({ url, options, budgets, tab, recording, tunnel, signal })
    this.#recording = recording
    this.#tab = tab
    this.#navigation = navigation
    this.#userAgent = ownUserAgent(options) ?? browser.userAgent
    const bodies = new BodyTaker({
      options,
      sink: deps.sink,
      recording,
      isMain: ({ resourceType, frameId }) => resourceType === 'Document' && frameId === tab.mainFrameId,
      onMain: (networkId, body) => navigation.take(networkId, body),
      onFailure: error => this.#fail(error),
    })
    this.#targets = new Targets(session, {
      options,
      userAgent: this.#userAgent,
      signal,
      onSession: one => {
        recording.listen(one)
        bodies.listen(one)
      },
    })
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    this.#context.stop.abort(error)
  }

  async run(): Promise<ReachedPage> {
    const { url, requestedUrl, options, budgets, deps, tunnel, capturedAt } = this.#context
    const tab = this.#tab
    const navigation = this.#navigation
    await Promise.all([tab.init(), this.#targets.prepare()])
    await navigation.go(url.href, null)
    const endsAt = performance.now() + budgets.behaviourBudgetMs
    let main = await navigation.settle()
    let behaviours: readonly BehaviourRecord[] = []
    const isPage = main.body.status < 400 && isHtml(main.body)
    for (let turn = 0; turn < (isPage ? 2 : 0); turn++) {
      const document = tab.loaderId
      behaviours = await behave({
        tab,
        targets: this.#targets,
        recording: this.#recording,
        budgets,
        signal: this.#signal,
        left: () => endsAt - performance.now(),
      })
      if (tab.loaderId === document) break
      main = await navigation.settle()
    }
    const warnings: Warning[] = []
    const rendered =
      isPage && !tab.crashed
        ? await renderedPage(tab, await this.#targets.frames(), deps.sink, this.#signal)
        : null
    if (isPage && rendered === null) warnings.push(NOT_RENDERED)
    const screenshot = rendered ? await takeScreenshot(tab, budgets, this.#signal) : null
    if (this.#failure !== null) throw this.#failure
    this.#recording.settle()
    const facts: ResultFacts = {
      requestedUrl,
      capturedAt,
      main,
      tab,
      recording: this.#recording,
      wire: await wireFacts(tab, this.#recording, tunnel, this.#signal),
      options,
      html: rendered?.forCleaning ?? null,
    }
    return this.#result(facts, rendered, screenshot, behaviours, warnings)
  }

  #result(
    facts: ResultFacts,
    rendered: RenderedPage | null,
    screenshot: Screenshot | null,
    behaviours: readonly BehaviourRecord[],
    warnings: readonly Warning[],
  ): ReachedPage {
    const { options, budgets, browser } = this.#context
    const userAgent = this.#userAgent
    const text = rendered
      ? [rendered.text, ...rendered.frames.map(frame => frame.text)].join('\n\n') + '\n'
      : null
    const resources = resourcesOf(facts, rendered?.parts ?? [])
    return {
      engine: { name: 'browser', version: browser.product },
      page: pageOf(facts),
      warnings,
      options: { ...options, ...budgets, userAgent },
      files: {
        [PAGE_PATH]: facts.main.body.bytes,
        ...(rendered ? { 'data/dom.html': Buffer.from(rendered.stored) } : {}),
        ...(text === null ? {} : { 'data/text.txt': Buffer.from(text) }),
        ...(screenshot ? { 'data/screenshot.png': screenshot.png } : {}),
      },
      view: rendered && {
        userAgent,
        viewport: { ...options.viewport },
        behaviours,
        frames: rendered.frameDocuments.length,
        screenshot: screenshot?.facts ?? null,
        words: wordsKept(text ?? '', [rendered.stored, ...rendered.frameDocuments]),
      },
      frames: rendered?.frames ?? [],
      resources: () => Promise.resolve(resources),
    }
  }
}

const NOT_RENDERED: Warning = {
  code: 'not-rendered',
  message: 'The browser could not write the page down as rendered. The page as received is kept.',
}
