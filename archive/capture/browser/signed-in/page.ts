import { StetError } from '../../../errors.ts'
import type { BrowserState, CdpSession } from '../../../ports/browser.ts'
import {
  READ_SESSION_STORAGE,
  READ_STORAGE,
  readCookies,
  setCookies,
  storageScript,
} from '../../../ports/browser-state.ts'
import type { Frame, FrameTree } from '../protocol.ts'

/** A person's sign-in, wherever it is kept. */
export interface SignIn {
  /** As it is now. */
  read(): Promise<BrowserState>
  /** Told how a capture that began with `before` left it. */
  refresh(before: BrowserState, after: BrowserState): Promise<void>
}

const WORLD = 'stet-sign-in'
const ANSWER_MS = 2_000
/** More frames than have a sign-in of their own. */
const MAX_FRAMES = 20

/** What comes of it within a moment, or null: a page may be gone or busy. */
async function answered<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), ANSWER_MS)
  })
  try {
    return await Promise.race([work.catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}

function framesOf({ frame, childFrames = [] }: FrameTree): readonly Frame[] {
  return [frame, ...childFrames.flatMap(framesOf)]
}

async function storageOf(
  page: CdpSession,
  { id: frameId }: Frame,
  expression: string,
): Promise<readonly [origin: string, items: Readonly<Record<string, string>>] | null> {
  const ask = async () => {
    const { executionContextId: contextId } = await page.send<{ executionContextId: number }>(
      'Page.createIsolatedWorld',
      { frameId, worldName: WORLD },
    )
    const { result } = await page.send<{ result: { value?: readonly [string, Record<string, string>] } }>(
      'Runtime.evaluate',
      { expression, contextId, returnByValue: true },
    )
    return result.value ?? null
  }
  const found = await answered(ask())
  return found && /^https?:/.test(found[0]) ? found : null
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
    const source = storageScript(kept.storage)
    await page.send('Page.enable')
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD })
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
      [READ_STORAGE, READ_SESSION_STORAGE].map(async expression => {
        const found = await Promise.all(frames.map(frame => storageOf(page, frame, expression)))
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
