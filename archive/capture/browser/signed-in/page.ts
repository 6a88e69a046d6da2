import { StetError } from '../../../errors.ts'
import type { BrowserState, CdpSession } from '../../../ports/browser.ts'
import { readCookies, setCookies } from '../../../ports/browser-cookies.ts'
import { answered, fillStorage, readStorage, SIGN_IN_WORLD } from '../../../ports/sign-in-storage.ts'
import type { Frame, FrameTree } from '../protocol.ts'

/** A person's sign-in, wherever it is kept. */
export interface SignIn {
  /** As it is now. */
  read(): Promise<BrowserState>
  /** Told how a capture that began with `before` left it. */
  refresh(before: BrowserState, after: BrowserState): Promise<void>
}

/** More frames than have a sign-in of their own. */
const MAX_FRAMES = 20

function framesOf({ frame, childFrames = [] }: FrameTree): readonly Frame[] {
  return [frame, ...childFrames.flatMap(framesOf)]
}

async function storageOf(
  page: CdpSession,
  { id: frameId }: Frame,
  kind: 'localStorage' | 'sessionStorage',
): ReturnType<typeof readStorage> {
  const { executionContextId: contextId } = await page.send<{ executionContextId: number }>(
    'Page.createIsolatedWorld',
    { frameId, worldName: SIGN_IN_WORLD },
  )
  return readStorage(page, kind, { contextId })
}

/** One page that is shown with a person's sign-in. */
export class SignedInPage {
  readonly #page: CdpSession
  readonly #signIn: SignIn
  /** As it was kept, and as the browser took it. */
  readonly #kept: BrowserState
  readonly #before: BrowserState
  #leaving: Promise<readonly BrowserState[]> | null = null
  #refreshError: StetError | null = null

  private constructor(page: CdpSession, signIn: SignIn, kept: BrowserState, before: BrowserState) {
    this.#page = page
    this.#signIn = signIn
    this.#kept = kept
    this.#before = before
  }

  /** Why the sign-in could not be handed back; null where it could, or was not yet. */
  get refreshError(): StetError | null {
    return this.#refreshError
  }

  /** Signs a blank page in, before its first request. */
  static async enter(page: CdpSession, signIn: SignIn): Promise<SignedInPage> {
    const kept = await signIn.read()
    await setCookies(page, kept.cookies)
    await fillStorage(page, kept.storage)
    // Only what the browser took can have been taken away by the site.
    const before = { cookies: await readCookies(page), storage: kept.storage }
    return new SignedInPage(page, signIn, kept, before)
  }

  /**
   * Reads the sign-in as the site left it, and hands it back, once. Gives all that was known of it, before and after,
   * what stood in the page's session storage among it.
   */
  leave(): Promise<readonly BrowserState[]> {
    return (this.#leaving ??= this.#read())
  }

  async #read(): Promise<readonly BrowserState[]> {
    const page = this.#page
    const cookies = await answered(readCookies(page))
    // A page that is gone says nothing of its cookies; what was kept stays.
    if (cookies === null) return [this.#kept, this.#before]
    const tree = await answered(page.send<{ frameTree: FrameTree }>('Page.getFrameTree'))
    const frames = tree ? framesOf(tree.frameTree).slice(0, MAX_FRAMES) : []
    const [local, session] = await Promise.all(
      (['localStorage', 'sessionStorage'] as const).map(async kind => {
        const found = await Promise.all(frames.map(frame => answered(storageOf(page, frame, kind))))
        return Object.fromEntries(found.flatMap(one => (one === null ? [] : [one])))
      }),
    )
    const after: BrowserState = { cookies, storage: local ?? {} }
    // What was captured stands, whatever becomes of the profile.
    await this.#signIn.refresh(this.#before, after).catch((error: unknown) => {
      this.#refreshError = StetError.from(error, 'io', String(error))
    })
    return [this.#kept, this.#before, after, { cookies: [], storage: session ?? {} }]
  }
}
