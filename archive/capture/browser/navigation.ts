import { decodeHtml } from '../../model/charset/decode.ts'
import { headerOf, mimeOf } from '../headers.ts'
import type { CaptureOptions } from '../options.ts'
import { refreshTarget } from '../refresh.ts'
import { isHtmlType, isTextual, sniffMime } from '../sniff.ts'
import type { MainBody } from './bodies.ts'
import type { BrowserOptions } from './options.ts'
import type { Recording } from './recording.ts'
import type { MainDocument } from './result.ts'
import { orNull, type Tab } from './tab.ts'
import type { Tunnel } from './tunnel.ts'
import { unreachable } from './unreachable.ts'

/** Documents that follow each other by script before the last one is taken. */
const MAX_DOCUMENTS = 8
/** After the load event a page may still send its reader on; in milliseconds. */
const LEAVES_WITHIN_MS = 60
/** A challenge answers with one of these and lets the page through by itself, in milliseconds. */
const CHALLENGES = new Set([403, 429, 503])
const CHALLENGE_MS = 5_000
/** A page that is parsed and asked for nothing for so long has loaded, whatever it waits for; in milliseconds. */
const NOTHING_COMES_MS = 500

export function isHtml({ bytes, headers }: MainBody): boolean {
  return isHtmlType(sniffMime(bytes, mimeOf(headers)))
}

export interface NavigationOptions {
  readonly url: URL
  readonly options: CaptureOptions
  readonly budgets: BrowserOptions
  readonly tab: Tab
  readonly recording: Recording
  readonly tunnel: Tunnel
  readonly signal: AbortSignal
}

/** The way from the address that was asked for to the document that stays. */
export class Navigation {
  readonly #context: NavigationOptions
  readonly #mains = new Map<string, MainBody>()

  constructor(context: NavigationOptions) {
    this.#context = context
  }

  /** Notes a document's answer; false where the browser is not to have it: what is no page needs none to show it. */
  take(networkId: string, body: MainBody): boolean {
    this.#mains.set(networkId, body)
    return body.status >= 400 || isHtml(body)
  }

  /** The answer that made the document that is there now. */
  get main(): MainDocument | null {
    const { loaderId } = this.#context.tab
    const own = loaderId === null ? undefined : this.#mains.get(loaderId)
    if (own) return { requestId: loaderId!, body: own }
    const last = [...this.#mains].at(-1)
    return last ? { requestId: last[0], body: last[1] } : null
  }

  /** Goes to an address. A failure counts only where nothing answered. */
  async go(url: string, referrer: string | null): Promise<void> {
    const { tab, options, signal, recording, tunnel } = this.#context
    const before = this.#mains.size
    const going = tab.navigate(url, referrer).then(error => ({ error }))
    const { error } = (await orNull(going, options.timeoutMs, signal)) ?? { error: 'net::ERR_TIMED_OUT' }
    if (error === null || this.#mains.size > before) return
    tab.session.gone.throwIfAborted()
    const last = recording.hops.findLast(hop => hop.kind === 'Document')
    throw unreachable(last?.url ?? url, error, tunnel)
  }

  /** Waits for the document that stays: loaded, with no other on its way. */
  async settle(): Promise<MainDocument> {
    const { tab, budgets, url, tunnel } = this.#context
    for (let turn = 0; turn < MAX_DOCUMENTS; turn++) {
      const { main } = this
      if (main && !isHtml(main.body)) return main
      await tab.until(() => tab.isLoaded || this.#hasNothingToWaitFor(), budgets.loadTimeoutMs)
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
    throw unreachable(url.href, 'no answer', tunnel)
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
