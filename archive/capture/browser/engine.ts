import { StetError } from '../../errors.ts'
import type { Warning } from '../../model/snapshot.ts'
import type { Browser, BrowserPage, BrowserSource } from '../../ports/browser.ts'
import type { EngineDeps, PageEngine, ReachedPage } from '../engine.ts'
import { networkError, type NetworkReason } from '../fetch/network-errors.ts'
import { bareHost, isLocalHost } from '../fetch/address.ts'
import { headerOf, mimeOf } from '../headers.ts'
import { CAPTURE_DEFAULTS, changedOptions, type CaptureOptions } from '../options.ts'
import { capturableUrl, PAGE_PATH } from '../page.ts'
import { refreshTarget } from '../refresh.ts'
import { isHtmlType, isTextual, sniffMime } from '../sniff.ts'
import { decodeHtml } from '../../model/charset/decode.ts'
import { captureSignal, createContext } from '../visit.ts'
import { behave } from './behaviours.ts'
import { BodyTaker, type MainBody } from './bodies.ts'
import { renderedPage, type RenderedPage } from './documents.ts'
import { fingerprintOf, hostPortOf, type WireFacts } from './entries.ts'
import { BROWSER_DEFAULTS, type BrowserOptions, ownUserAgent } from './options.ts'
import { Recording } from './recording.ts'
import { pageOf, resourcesOf, type MainDocument, type ResultFacts } from './result.ts'
import { takeScreenshot, type Screenshot } from './screenshot.ts'
import { wordsKept } from './seen.ts'
import { orNull, Tab } from './tab.ts'
import { Targets } from './targets.ts'
import { openTunnel, type Tunnel } from './tunnel.ts'

const CONNECT_MS = 10_000
/** Documents that follow each other by script before the last one is taken. */
const MAX_DOCUMENTS = 8
/** After the load event a page may still send its reader on; in milliseconds. */
const LEAVES_WITHIN_MS = 60
/** A challenge answers with one of these and lets the page through by itself, in milliseconds. */
const CHALLENGES = new Set([403, 429, 503])
const CHALLENGE_MS = 5_000
const MAX_ORIGINS = 20

const REASONS: readonly (readonly [RegExp, NetworkReason, string])[] = [
  [/NAME_NOT_RESOLVED|DNS/, 'dns', 'no address was found for this host. Check the spelling of the address'],
  [
    /CERT|SSL/,
    'tls',
    'no secure connection could be made; the certificate or the protocol was not acceptable',
  ],
  [/TIMED_OUT/, 'timeout', 'the server did not answer in time. Try again later, or allow more time'],
  [
    /INTERNET_DISCONNECTED|NETWORK/,
    'offline',
    'the network cannot be reached. Check the connection and try again',
  ],
  [/TOO_MANY_REDIRECTS/, 'refused', 'the redirects go in a circle'],
]

interface Parts {
  readonly page: BrowserPage
  readonly tunnel: Tunnel
}

/** One capture of one page through a browser. */
class BrowserCapture {
  readonly #url: URL
  readonly #requestedUrl: string
  readonly #options: CaptureOptions
  readonly #budgets: BrowserOptions
  readonly #deps: EngineDeps
  readonly #browser: Browser
  readonly #signal: AbortSignal
  readonly #tab: Tab
  readonly #tunnel: Tunnel
  readonly #targets: Targets
  readonly #recording: Recording
  readonly #mains = new Map<string, MainBody>()
  readonly #capturedAt: string
  readonly #userAgent: string
  #failure: unknown = null
  /** Ends the capture for a reason of our own. */
  readonly #abort: (reason: unknown) => void

  constructor(
    url: URL,
    requestedUrl: string,
    options: CaptureOptions,
    budgets: BrowserOptions,
    browser: Browser,
    { page, tunnel }: Parts,
    deps: EngineDeps,
    stop: { readonly signal: AbortSignal; readonly abort: (reason: unknown) => void },
    capturedAt: string,
  ) {
    this.#url = url
    this.#requestedUrl = requestedUrl
    this.#options = options
    this.#budgets = budgets
    this.#browser = browser
    this.#tunnel = tunnel
    this.#deps = deps
    this.#signal = stop.signal
    this.#abort = stop.abort
    this.#capturedAt = capturedAt
    this.#tab = new Tab(page.session, stop.signal, loaderId => this.#recording.leave(loaderId))
    this.#userAgent = ownUserAgent(options) ?? browser.userAgent
    this.#recording = new Recording((done, wanted) => deps.onResources?.(done, wanted))
    const bodies = new BodyTaker({
      options,
      sink: deps.sink,
      recording: this.#recording,
      isMain: ({ resourceType, frameId }) => resourceType === 'Document' && frameId === this.#tab.mainFrameId,
      onMain: (networkId, body) => this.#takeMain(networkId, body),
      onFailure: error => this.#fail(error),
    })
    this.#targets = new Targets(page.session, {
      options,
      userAgent: this.#userAgent,
      signal: stop.signal,
      onSession: session => {
        this.#recording.listen(session)
        bodies.listen(session)
      },
    })
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    this.#abort(error)
  }

  /** What is no page needs no browser to show it. */
  #takeMain(networkId: string, body: MainBody): boolean {
    this.#mains.set(networkId, body)
    return body.status >= 400 || isHtmlType(sniffMime(body.bytes, mimeOf(body.headers)))
  }

  async run(): Promise<ReachedPage> {
    const tab = this.#tab
    await Promise.all([tab.init(), this.#targets.prepare()])
    await this.#navigate(this.#url.href, null)
    const endsAt = performance.now() + this.#budgets.behaviourBudgetMs
    let main = await this.#settleOnDocument()
    let behaviours: Awaited<ReturnType<typeof behave>> = []
    const isPage = main.body.status < 400 && this.#isHtml(main.body)
    for (let turn = 0; turn < (isPage ? 2 : 0); turn++) {
      const document = tab.loaderId
      behaviours = await behave({
        tab,
        targets: this.#targets,
        recording: this.#recording,
        budgets: this.#budgets,
        signal: this.#signal,
        left: () => endsAt - performance.now(),
      })
      if (tab.loaderId === document) break
      main = await this.#settleOnDocument()
    }
    const warnings: Warning[] = []
    const rendered = isPage ? await this.#documents() : null
    if (isPage && rendered === null) warnings.push(NOT_RENDERED)
    const screenshot = rendered ? await takeScreenshot(tab, this.#budgets, this.#signal) : null
    if (this.#failure !== null) throw this.#failure
    this.#recording.settle()
    const facts: ResultFacts = {
      requestedUrl: this.#requestedUrl,
      capturedAt: this.#capturedAt,
      main,
      tab,
      recording: this.#recording,
      wire: await this.#wireFacts(),
      options: this.#options,
      html: rendered?.forCleaning ?? null,
    }
    return this.#result(facts, rendered, screenshot, behaviours, warnings)
  }

  #result(
    facts: ResultFacts,
    rendered: RenderedPage | null,
    screenshot: Screenshot | null,
    behaviours: Awaited<ReturnType<typeof behave>>,
    warnings: readonly Warning[],
  ): ReachedPage {
    const text = rendered
      ? [rendered.text, ...rendered.frames.map(frame => frame.text)].join('\n\n') + '\n'
      : null
    const resources = resourcesOf(facts, rendered?.parts ?? [])
    return {
      engine: { name: 'browser', version: this.#browser.product },
      page: pageOf(facts),
      warnings,
      options: { ...this.#options, ...this.#budgets, userAgent: this.#userAgent },
      files: {
        [PAGE_PATH]: facts.main.body.bytes,
        ...(rendered ? { 'data/dom.html': Buffer.from(rendered.stored) } : {}),
        ...(text === null ? {} : { 'data/text.txt': Buffer.from(text) }),
        ...(screenshot ? { 'data/screenshot.png': screenshot.png } : {}),
      },
      view: rendered && {
        userAgent: this.#userAgent,
        viewport: { ...this.#options.viewport },
        behaviours,
        frames: rendered.frameDocuments.length,
        screenshot: screenshot?.facts ?? null,
        words: wordsKept(text ?? '', [rendered.stored, ...rendered.frameDocuments]),
      },
      frames: rendered?.frames ?? [],
      resources: () => Promise.resolve(resources),
    }
  }

  #isHtml({ bytes, headers }: MainBody): boolean {
    return isHtmlType(sniffMime(bytes, mimeOf(headers)))
  }

  /** Goes to an address. A failure counts only where nothing answered. */
  async #navigate(url: string, referrer: string | null): Promise<void> {
    const before = this.#mains.size
    const { timeoutMs } = this.#options
    const going = this.#tab.navigate(url, referrer).then(error => ({ error }))
    const { error } = (await orNull(going, timeoutMs, this.#signal)) ?? { error: 'net::ERR_TIMED_OUT' }
    if (error === null || this.#mains.size > before) return
    this.#tab.session.gone.throwIfAborted()
    throw this.#unreachable(error)
  }

  #unreachable(error: string): StetError {
    const last = this.#recording.hops.findLast(hop => hop.kind === 'Document')
    const url = last?.url ?? this.#url.href
    const known = this.#tunnel.failure(hostPortOf(url))
    if (known) {
      const message = known.message.replace(`${hostPortOf(url)}:`, `${url}:`)
      return new StetError(known.code, message, { ...known.data, url }, known)
    }
    const [, reason, words] = REASONS.find(([pattern]) => pattern.test(error)) ?? [
      null,
      'refused' as const,
      'the server refused or broke the connection',
    ]
    return networkError(reason, url, `${words} (${error})`)
  }

  /** Waits for the document that stays: loaded, with no other on its way. */
  async #settleOnDocument(): Promise<MainDocument> {
    const tab = this.#tab
    const { loadTimeoutMs } = this.#budgets
    for (let turn = 0; turn < MAX_DOCUMENTS; turn++) {
      const main = this.#main()
      if (main && !this.#isHtml(main.body)) return main
      await tab.until(() => tab.isLoaded || this.#hasNothingToWaitFor(), loadTimeoutMs)
      const document = tab.loaderId
      const challenged = main !== null && CHALLENGES.has(main.body.status)
      await tab.until(
        () => tab.isLeaving || tab.loaderId !== document,
        challenged ? CHALLENGE_MS : LEAVES_WITHIN_MS,
      )
      if (!tab.isLeaving && tab.loaderId === document && !(await this.#refresh())) break
    }
    const main = this.#main()
    if (main) return main
    throw this.#unreachable('no answer')
  }

  /** A picture that never comes keeps a page from being loaded for good. */
  #hasNothingToWaitFor(): boolean {
    const now = performance.now()
    return this.#tab.isParsed && this.#recording.isIdle(now) && now - this.#recording.lastActivity > 500
  }

  /** Follows a refresh that the page asks for later; nobody waits for it. */
  async #refresh(): Promise<boolean> {
    const main = this.#main()
    const hop = main && this.#recording.current(main.requestId)
    if (!main || !hop || !isTextual(sniffMime(main.body.bytes, mimeOf(main.body.headers)))) return false
    const { html } = decodeHtml(main.body.bytes, headerOf(main.body.headers, 'content-type'))
    const target = refreshTarget(main.body.headers, html, hop.url, this.#options.maxRefreshDelayMs)
    if (!target) return false
    this.#tab.noteVia(target.href, 'meta-refresh')
    await this.#navigate(target.href, hop.url)
    return true
  }

  /** The answer that made the document that is there now. */
  #main(): MainDocument | null {
    const { loaderId } = this.#tab
    const own = loaderId === null ? undefined : this.#mains.get(loaderId)
    if (own) return { requestId: loaderId!, body: own }
    const last = [...this.#mains].at(-1)
    return last ? { requestId: last[0], body: last[1] } : null
  }

  async #documents(): Promise<RenderedPage | null> {
    if (this.#tab.crashed) return null
    return renderedPage(this.#tab, await this.#targets.frames(), this.#deps.sink, this.#signal)
  }

  async #wireFacts(): Promise<WireFacts> {
    const secure = this.#recording.hops.filter(hop => hop.response?.securityDetails)
    const origins = [...new Set(secure.map(hop => new URL(hop.url).origin))].slice(0, MAX_ORIGINS)
    const fingerprints = new Map<string, string>()
    await Promise.all(
      origins.map(async origin => {
        const asked = this.#tab.session.send<{ tableNames: readonly string[] }>('Network.getCertificate', {
          origin,
        })
        const answer = await orNull(asked, 2_000, this.#signal)
        const fingerprint = answer?.tableNames[0] ? fingerprintOf(answer.tableNames[0]) : null
        if (fingerprint) fingerprints.set(origin, fingerprint)
      }),
    )
    return { tunnel: this.#tunnel, fingerprints }
  }
}

const NOT_RENDERED: Warning = {
  code: 'not-rendered',
  message: 'The browser could not write the page down as rendered. The page as received is kept.',
}

/** Private addresses a page may reach: all, or the one host and port that a person typed. */
function mayBePrivate(options: CaptureOptions, url: URL): (host: string, port: number) => boolean {
  const typed = options.typed && isLocalHost(bareHost(url.hostname)) ? hostPortOf(url.href) : null
  return (host, port) =>
    options.allowPrivate || `${host.includes(':') ? `[${host}]` : host}:${port}` === typed
}

/**
 * Shows each page in a browser, as a reader would see it, and keeps what was received and what was rendered. The
 * browser starts with the first page.
 */
export function browserEngine(source: BrowserSource, budgets: Partial<BrowserOptions> = {}): PageEngine {
  return {
    async reach(url, changes, deps) {
      const start = capturableUrl(url)
      const options = changedOptions(CAPTURE_DEFAULTS, changes)
      const browser = await source.get()
      const capturedAt = deps.clock.now()
      const stop = captureSignal(createContext(options, start), deps.signal)
      const tunnel = await openTunnel({
        mayBePrivate: mayBePrivate(options, start),
        connectTimeoutMs: CONNECT_MS,
        lookup: null,
        onBytes: bytes => deps.onBytes?.(bytes),
      })
      let page: BrowserPage | null = null
      try {
        page = await browser.openPage({ proxy: tunnel.url })
        const all = { ...BROWSER_DEFAULTS, ...budgets }
        const capture = new BrowserCapture(
          start,
          url,
          options,
          all,
          browser,
          { page, tunnel },
          deps,
          stop,
          capturedAt,
        )
        return await capture.run()
      } finally {
        stop.clear()
        // Nothing of the page is needed any more, and nobody has to wait for it to go.
        void page?.close()
        void tunnel.close()
      }
    },
  }
}
