import { decodeHtml } from '../../model/charset/decode.ts'
import { headerOf, mimeOf } from '../headers.ts'
import type { CaptureOptions } from '../options.ts'
import { refreshTarget } from '../refresh.ts'
import { isHtmlType, isTextual, sniffMime } from '../sniff.ts'
import type { BodyTaker, MainBody } from './bodies.ts'
import type { BrowserOptions } from './options.ts'
import type { Recording } from './recording.ts'
import type { MainDocument } from './result.ts'
import type { Tab } from './tab.ts'
import type { Tunnel } from './tunnel.ts'
import { brokeOff, unreachable } from './unreachable.ts'
import { LATE, orLate } from './waiting.ts'

/** Documents that follow each other by script before the last one is taken. */
const MAX_DOCUMENTS = 8
/** After the load event a page may still send its reader on; in milliseconds. */
const LEAVES_WITHIN_MS = 60
/** A challenge answers with one of these and lets the page through by itself, in milliseconds. */
const CHALLENGES = new Set([403, 429, 503])
const CHALLENGE_MS = 5_000
/** A page that is parsed and asked for nothing for so long has loaded, whatever it waits for; in milliseconds. */
const NOTHING_COMES_MS = 500

/** A page that takes longer to load may be held up by a script of its own; in milliseconds. */
const SLOW_MS = 3_000
/** A document's body that took so long, with nothing coming for a while, may never end; in milliseconds. */
const STALLS_MS = 8_000
const STALLS_IDLE_MS = 4_000
const POLL_MS = 250
/** What is still to be done where a body was taken piece by piece to the last moment, in milliseconds. */
const HANDING_MS = 3_000
/** Answers that leave the browser where it was. */
const NO_CONTENT = new Set([204, 205])
const STALLED = Symbol('stalled')

/** Whether a browser shows an answer as a page; anything else it would save, or take no notice of. */
export function isShown({ bytes, headers, status }: MainBody): boolean {
  if (NO_CONTENT.has(status)) return false
  const disposition = headerOf(headers, 'content-disposition') ?? ''
  return !/^\s*attachment\b/i.test(disposition) && isHtmlType(sniffMime(bytes, mimeOf(headers)))
}

/** A body that broke off is whole enough where the document's end had arrived. */
function isWholeEnough({ bytes, cut }: MainBody): boolean {
  return cut === null || /<\/html\s*>/i.test(Buffer.from(bytes.slice(-4000)).toString('latin1'))
}

export interface NavigationOptions {
  readonly url: URL
  readonly options: CaptureOptions
  readonly budgets: BrowserOptions
  readonly tab: Tab
  readonly recording: Recording
  readonly bodies: BodyTaker
  readonly tunnel: Tunnel
  readonly signal: AbortSignal
}

/** The way from the address that was asked for to the document that stays. */
export class Navigation {
  readonly #context: NavigationOptions
  readonly #mains = new Map<string, MainBody>()
  #closed = false
  #broken: MainBody | null = null

  constructor(context: NavigationOptions) {
    this.#context = context
  }

  /** Notes a document's answer; false where the browser is not to have it. */
  take(networkId: string, body: MainBody): boolean {
    if (this.#mains.size >= MAX_DOCUMENTS) this.close()
    if (this.#closed) return false
    if (!isWholeEnough(body)) {
      this.#broken = body
      return false
    }
    this.#mains.set(networkId, body)
    return isShown(body)
  }

  /** The document that is there now stays: no other is let in. */
  close(): void {
    this.#closed = true
  }

  /** The answer that made the document that is there now. */
  get main(): MainDocument | null {
    const { loaderId } = this.#context.tab
    const own = loaderId === null ? undefined : this.#mains.get(loaderId)
    if (own) return { requestId: loaderId!, body: own }
    const last = [...this.#mains].at(-1)
    return last ? { requestId: last[0], body: last[1] } : null
  }

  /**
   * Goes to an address. A failure counts only where nothing answered. A document that does not end is asked for once
   * more, and taken as far as it comes.
   */
  async go(url: string, referrer: string | null): Promise<void> {
    const { tab, recording, tunnel, bodies } = this.#context
    const before = this.#mains.size
    for (let again = false; ; again = true) {
      const outcome = await this.#ask(url, referrer)
      if (this.#mains.size > before) return
      tab.session.gone.throwIfAborted()
      if (this.#broken) throw brokeOff(url, this.#broken.cut)
      if (outcome === null) return
      if (again || !(outcome === STALLED || bodies.mainBroke)) {
        const last = recording.hops.findLast(hop => hop.kind === 'Document')
        throw unreachable(last?.url ?? url, outcome === STALLED ? 'net::ERR_TIMED_OUT' : outcome, tunnel)
      }
      bodies.streamMain()
      tab.session.send('Page.stopLoading').catch(() => {})
    }
  }

  /** What the browser says of a navigation: null where all went well, its words where not. */
  async #ask(url: string, referrer: string | null): Promise<string | typeof STALLED | null> {
    const { tab, options, signal, tunnel, bodies } = this.#context
    const going = tab.navigate(url, referrer).catch((error: unknown) => String(error))
    const endsAt = performance.now() + options.timeoutMs + (bodies.streamsMain ? HANDING_MS : 0)
    for (;;) {
      const outcome = await orLate(going, POLL_MS, signal)
      if (outcome !== LATE) return outcome
      const now = performance.now()
      const since = bodies.mainSince
      if (now >= endsAt) return since === null ? 'net::ERR_TIMED_OUT' : STALLED
      const stalls = since !== null && now - since > STALLS_MS && tunnel.idleMs() > STALLS_IDLE_MS
      if (stalls && !bodies.streamsMain) return STALLED
    }
  }

  /** Waits for the document that stays: loaded, with no other on its way. */
  async settle(): Promise<MainDocument> {
    const { tab, url, tunnel } = this.#context
    for (let turn = 0; turn < MAX_DOCUMENTS && !tab.crashed; turn++) {
      const { main } = this
      if (main && !isShown(main.body)) return main
      await this.#loaded()
      const document = tab.loaderId
      const challenged = main !== null && CHALLENGES.has(main.body.status)
      await tab.until(
        () => tab.isLeaving || tab.loaderId !== document,
        challenged ? CHALLENGE_MS : LEAVES_WITHIN_MS,
      )
      if (!tab.isLeaving && tab.loaderId === document && !(await this.#refresh())) break
    }
    const { main } = this
    if (main) return main
    throw unreachable(url.href, tab.crashed ? 'the page ended its tab' : 'no answer', tunnel)
  }

  async #loaded(): Promise<void> {
    const { tab, budgets } = this.#context
    const isDone = (): boolean => tab.isLoaded || this.#hasNothingToWaitFor()
    const slowMs = Math.min(SLOW_MS, budgets.loadTimeoutMs)
    if (await tab.until(isDone, slowMs)) return
    await tab.wake()
    await tab.until(isDone, budgets.loadTimeoutMs - slowMs)
  }

  /** A picture that never comes keeps a page from being loaded for good. */
  #hasNothingToWaitFor(): boolean {
    const { tab, recording } = this.#context
    const now = performance.now()
    return tab.isParsed && recording.isIdle(now) && now - recording.lastActivity > NOTHING_COMES_MS
  }

  /** Follows a refresh that the page asks for later; nobody waits for it. */
  async #refresh(): Promise<boolean> {
    const { recording, options, tab } = this.#context
    const { main } = this
    const hop = main && recording.current(main.requestId)
    if (!main || !hop || !isTextual(sniffMime(main.body.bytes, mimeOf(main.body.headers)))) return false
    const { html } = decodeHtml(main.body.bytes, headerOf(main.body.headers, 'content-type'))
    const target = refreshTarget(main.body.headers, html, hop.url, options.maxRefreshDelayMs)
    if (!target) return false
    tab.noteVia(target.href, 'meta-refresh')
    await this.go(target.href, hop.url)
    return true
  }
}
