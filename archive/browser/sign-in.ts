import { StetError } from '../errors.ts'
import type { BrowserCookie, BrowserState, CdpSession, SignInOptions } from '../ports/browser.ts'
import { readWindowCookies, setWindowCookies } from '../ports/browser-cookies.ts'
import { answered, fillStorage, noteStorage } from '../ports/sign-in-storage.ts'
import { findBrowserWithWindow } from './find.ts'
import { launchBrowser } from './launch.ts'

/** A browser as a person uses it; only its tracks are kept apart. */
const WINDOW_FLAGS = [
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--password-store=basic',
  '--use-mock-keychain',
  // A person sits before it, not a program.
  '--disable-blink-features=AutomationControlled',
  '--disable-features=Translate,MediaRouter',
  '--window-size=1100,850',
] as const

const OPENS_WITHIN_MS = 15_000
const READ_EVERY_MS = 200
/** Within this time a browser that is closing says so. */
const CLOSING_MS = 300

export interface SignInWindowOptions {
  /** Flags besides those of every sign-in window. */
  readonly flags?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
}

function cannotShow(why: string): StetError {
  return new StetError(
    'not-found',
    `${why}, so nobody can sign in here. Sign in with a browser elsewhere, save its cookies as a file, and bring them in with "stet profile import NAME FILE".`,
    { reason: 'no-window' },
  )
}

function givenUp({ reason }: AbortSignal): StetError {
  return StetError.from(reason, 'cancelled', 'The sign-in was given up. Nothing was kept of it.')
}

function hasScreen(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

interface Attached {
  readonly sessionId: string
  readonly targetInfo: { readonly type: string }
}

/** The pages of a sign-in window, and what they hold. Closing it ends them, so all is read while it is there. */
class SignInTabs {
  readonly #root: CdpSession
  readonly #state: BrowserState
  readonly #tabs = new Map<string, CdpSession>()
  #cookies: readonly BrowserCookie[]
  readonly #storage: Record<string, Readonly<Record<string, string>>>

  constructor(root: CdpSession, state: BrowserState | null) {
    this.#root = root
    this.#state = state ?? { cookies: [], storage: {} }
    this.#cookies = this.#state.cookies
    this.#storage = { ...this.#state.storage }
    root.on<Attached>('Target.attachedToTarget', event => void this.#attached(event))
    root.on<{ sessionId: string }>('Target.detachedFromTarget', ({ sessionId }) => {
      this.#tabs.delete(sessionId)
    })
  }

  get isOpen(): boolean {
    return this.#tabs.size > 0
  }

  get state(): BrowserState {
    return { cookies: this.#cookies, storage: this.#storage }
  }

  async open(url: string): Promise<void> {
    await this.#root.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    })
    await setWindowCookies(this.#root, this.#state.cookies)
    // A blank page first: what has to be there before the site's own scripts is put in before its first request.
    await this.#root.send('Target.createTarget', { url: 'about:blank', newWindow: true })
    for (const endsAt = performance.now() + OPENS_WITHIN_MS; !this.isOpen;) {
      if (performance.now() > endsAt) throw cannotShow('No window could be opened')
      await pause(20)
    }
    const [first] = this.#tabs.values()
    await first!.send('Page.navigate', { url })
  }

  /** Windows that pages open (other sign-in services do so) begin with the same storage. */
  async #attached({ sessionId, targetInfo: { type } }: Attached): Promise<void> {
    const session = this.#root.child(sessionId)
    await Promise.allSettled([
      type === 'page' ? fillStorage(session, this.#state.storage) : null,
      session.send('Runtime.runIfWaitingForDebugger'),
    ])
    if (type === 'page') this.#tabs.set(sessionId, session)
  }

  /**
   * Reads everything once more; what does not answer keeps what was read before. With its last window the browser
   * forgets the cookies of its session, so nothing is believed that was told after that.
   */
  async read(): Promise<void> {
    const [cookies] = await Promise.all([
      answered(readWindowCookies(this.#root)),
      ...Array.from(this.#tabs.values(), session => noteStorage(session, this.#storage)),
    ])
    if (cookies?.length === 0) await pause(CLOSING_MS)
    if (cookies && this.isOpen) this.#cookies = cookies
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => void setTimeout(resolve, ms))

/**
 * Opens a browser window on an address and waits until the person closes it, or all its pages. See
 * `BrowserSource.signIn`.
 */
export async function signInWindow(
  { url, state, signal }: SignInOptions,
  { flags = [], env = process.env, platform = process.platform }: SignInWindowOptions = {},
): Promise<BrowserState> {
  if (signal?.aborted) throw givenUp(signal)
  if (flags.length === 0 && !hasScreen(env, platform)) {
    throw cannotShow('This computer has no screen that Stet could open a window on')
  }
  const path = await findBrowserWithWindow(env, platform)
  if (path === null) throw cannotShow('No Chromium, Chrome or Edge that can show a window was found')
  const ozone = platform === 'linux' ? ['--ozone-platform-hint=auto'] : []
  const browser = await launchBrowser(path, [...WINDOW_FLAGS, ...ozone, ...flags])
  try {
    const tabs = new SignInTabs(browser.root, state)
    await tabs.open(url)
    while (tabs.isOpen && !browser.gone.aborted) {
      if (signal?.aborted) throw givenUp(signal)
      await tabs.read()
      await pause(READ_EVERY_MS)
    }
    return tabs.state
  } finally {
    await browser.close()
  }
}
