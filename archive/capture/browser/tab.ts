import type { CdpSession } from '../../ports/browser.ts'
import type { BusyScripts } from './busy-scripts.ts'
import { WORLD } from './inside/index.ts'
import type { Frame } from './protocol.ts'
import { LATE, orLate, orNull, pause } from './waiting.ts'

export { orNull, pause } from './waiting.ts'

/** How a document came to follow another without an answer of a server saying so. */
export type NavigationVia = 'script' | 'meta-refresh'

const REFRESHES = new Set(['httpHeaderRefresh', 'metaTagRefresh'])
const POLL_MS = 20
/** A navigation that was asked for and never began is forgotten after so long, in milliseconds. */
const NAVIGATION_WAIT_MS = 3_000
/** A script may keep a page from answering for so long before it is stopped, in milliseconds. */
const BUSY_MS = 10_000
const WORLD_MS = 2_000
/** Where no script runs any more, what waits for one would wait in vain; in milliseconds. */
const WITHOUT_SCRIPTS_MS = 2_000

/** The page's own document as it comes, goes and is asked things. */
export class Tab {
  readonly session: CdpSession
  readonly #signal: AbortSignal
  readonly #scripts: BusyScripts
  readonly #crash = new AbortController()
  readonly #vias = new Map<string, NavigationVia>()
  #mainFrameId: string | null = null
  #loaderId: string | null = null
  #loaded = false
  #parsed = false
  #asked = -Infinity

  /** `onLeave` is told of each document that another one takes the place of. */
  constructor(
    session: CdpSession,
    scripts: BusyScripts,
    signal: AbortSignal,
    onLeave: (loaderId: string) => void,
  ) {
    this.session = session
    this.#scripts = scripts
    this.#signal = signal
    session.on<{ frame: Frame }>('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      if (this.#loaderId !== null && this.#loaderId !== frame.loaderId) onLeave(this.#loaderId)
      this.#loaderId = frame.loaderId
      this.#loaded = this.#parsed = false
      this.#asked = -Infinity
    })
    session.on('Page.domContentEventFired', () => (this.#parsed = true))
    session.on('Page.loadEventFired', () => (this.#loaded = true))
    session.on<{ frameId: string; reason: string; url: string; disposition: string }>(
      'Page.frameRequestedNavigation',
      ({ frameId, reason, url, disposition }) => {
        if (frameId !== this.#mainFrameId || disposition !== 'currentTab') return
        this.#vias.set(url.split('#', 1)[0]!, REFRESHES.has(reason) ? 'meta-refresh' : 'script')
        this.#asked = performance.now()
      },
    )
    for (const end of ['Inspector.targetCrashed', 'Inspector.detached']) {
      session.on(end, () => this.#crash.abort())
    }
  }

  get mainFrameId(): string | null {
    return this.#mainFrameId
  }

  /** Names the document that is there now; a navigation gives another. */
  get loaderId(): string | null {
    return this.#loaderId
  }

  /** Whether it crashed, or a script closed it. */
  get crashed(): boolean {
    return this.#crash.signal.aborted
  }

  /** Whether the document is loaded and no other is on its way. */
  get isLoaded(): boolean {
    return this.#loaded && !this.isLeaving
  }

  get isParsed(): boolean {
    return this.#parsed && !this.isLeaving
  }

  get isLeaving(): boolean {
    return performance.now() - this.#asked < NAVIGATION_WAIT_MS
  }

  viaOf(url: string): NavigationVia {
    return this.#vias.get(url.split('#', 1)[0]!) ?? 'script'
  }

  noteVia(url: string, via: NavigationVia): void {
    this.#vias.set(url.split('#', 1)[0]!, via)
  }

  async init(): Promise<void> {
    const { frameTree } = await this.session.send<{ frameTree: { frame: Frame } }>('Page.getFrameTree')
    this.#mainFrameId = frameTree.frame.id
  }

  /** Goes to an address. Gives the browser's own words where no document came. */
  async navigate(url: string, referrer: string | null): Promise<string | null> {
    this.#loaded = this.#parsed = false
    const sent = this.session.send<{ errorText?: string }>('Page.navigate', {
      url,
      ...(referrer === null ? {} : { referrer }),
    })
    const crash = new Promise<{ errorText: string }>(resolve => {
      this.#crash.signal.addEventListener('abort', () => resolve({ errorText: 'net::ERR_ABORTED' }))
    })
    const { errorText } = await Promise.race([sent, crash])
    return errorText ?? null
  }

  /** Waits until something is so, `ms` milliseconds at most; says whether it is. */
  async until(holds: () => boolean, ms: number): Promise<boolean> {
    const endsAt = performance.now() + ms
    while (!holds()) {
      if (performance.now() >= endsAt || this.crashed) return holds()
      await pause(POLL_MS, this.#signal)
    }
    return true
  }

  /**
   * A context of our own world in a frame's document; null where the frame is gone or never answers. A script that
   * keeps it from answering is stopped.
   */
  async world(session: CdpSession, frameId: string): Promise<number | null> {
    if (this.#scripts.isDeaf(session) || this.crashed) return null
    const params = { frameId, worldName: WORLD }
    const ask = (ms: number) => {
      const made = session.send<{ executionContextId: number }>('Page.createIsolatedWorld', params)
      return orLate(
        made.then(
          ({ executionContextId }) => executionContextId,
          () => null,
        ),
        ms,
        this.#signal,
      )
    }
    const made = await ask(BUSY_MS)
    if (made !== LATE) return made
    if (!(await this.#scripts.stop(session))) return null
    const again = await ask(WORLD_MS)
    return again === LATE ? null : again
  }

  /** Sees to it that the page answers; says whether it does. */
  async wake(): Promise<boolean> {
    return this.#mainFrameId !== null && (await this.world(this.session, this.#mainFrameId)) !== null
  }

  /** What an expression gives, as plain data; null where it throws, takes longer than `ms`, or its document is gone. */
  async evaluate<T>(
    session: CdpSession,
    contextId: number,
    expression: string,
    ms: number,
  ): Promise<T | null> {
    if (this.crashed || this.#scripts.isDeaf(session)) return null
    const answer = await orNull(
      session.send<{ result: { value?: unknown }; exceptionDetails?: unknown }>('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
        userGesture: false,
      }),
      this.#scripts.areOff(session) ? Math.min(ms, WITHOUT_SCRIPTS_MS) : ms,
      this.#signal,
    )
    return answer === null || answer.exceptionDetails ? null : (answer.result.value as T)
  }

  /** The same in the page's own document. */
  async evaluateMain<T>(expression: string, ms: number): Promise<T | null> {
    if (this.#mainFrameId === null || this.crashed) return null
    const contextId = await this.world(this.session, this.#mainFrameId)
    return contextId === null ? null : this.evaluate<T>(this.session, contextId, expression, ms)
  }
}
