import type { MessagePortMain } from 'electron'
import { StetError } from '../../archive/errors.ts'
import type {
  Browser,
  BrowserPage,
  BrowserSource,
  BrowserState,
  OpenPageOptions,
  SignInOptions,
} from '../../archive/ports/browser.ts'
import type { GivenBrowser, WantBrowser } from '../capture/messages.ts'
import type { FromCore, ToCore } from '../core/messages.ts'
import { PageSessions } from './page-session.ts'
import { signInOn } from './sign-in.ts'

interface Answer {
  readonly given: GivenBrowser
  readonly port: MessagePortMain | null
}

/** The app's own Chromium, which main opens pages of. */
export class DesktopBrowser implements BrowserSource {
  readonly #send: (message: FromCore) => void
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  readonly #open = new Set<PageSessions>()
  #browser: Promise<Browser> | null = null
  #last = 0

  constructor(send: (message: FromCore) => void) {
    this.#send = send
  }

  /** Main's answer to one of our questions. */
  answered({ want, given }: Extract<ToCore, { type: 'browser' }>, port: MessagePortMain | null): void {
    const waiting = this.#waiting.get(want)
    this.#waiting.delete(want)
    waiting?.({ given, port })
  }

  find(): Promise<string> {
    return Promise.resolve(process.execPath)
  }

  product(): Promise<string> {
    return Promise.resolve(`Chromium ${process.versions['chrome']}`)
  }

  get(): Promise<Browser> {
    this.#browser ??= this.#about()
    return this.#browser
  }

  async signIn(options: SignInOptions): Promise<BrowserState> {
    options.signal?.throwIfAborted()
    return signInOn(await this.#page({ kind: 'sign-in' }), options)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map(page => page.close()))
  }

  async #about(): Promise<Browser> {
    const { given } = await this.#ask({ kind: 'about' })
    if (given.kind !== 'about') throw notOpened(given)
    const { product, userAgent } = given
    return { product, userAgent, openPage: options => this.#openPage(options) }
  }

  async #openPage({ proxy }: OpenPageOptions): Promise<BrowserPage> {
    const page = await this.#page({ kind: 'page', proxy })
    return { session: page.root, close: () => page.close() }
  }

  async #page(wanted: WantBrowser): Promise<PageSessions> {
    const { given, port } = await this.#ask(wanted)
    if (!port) throw notOpened(given)
    const page = new PageSessions(port)
    this.#open.add(page)
    page.root.gone.addEventListener('abort', () => this.#open.delete(page), { once: true })
    return page
  }

  #ask(wanted: WantBrowser): Promise<Answer> {
    const want = ++this.#last
    return new Promise(resolve => {
      this.#waiting.set(want, resolve)
      this.#send({ type: 'browser', want, wanted })
    })
  }
}

function notOpened(given: GivenBrowser): StetError {
  const why = given.kind === 'refused' ? `: ${given.message}` : ''
  return new StetError(
    'io',
    `No window could be opened for the page${why}. Nothing that was saved is affected; try again.`,
    { reason: 'browser-gone' },
  )
}
