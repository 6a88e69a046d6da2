import type { BrowserState, CdpSession } from '../../ports/browser.ts'
import { READ_STORAGE, readCookies, setCookies, storageScript } from '../../ports/browser-state.ts'
import type { Frame, FrameTree } from './protocol.ts'

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
): Promise<readonly [origin: string, items: Readonly<Record<string, string>>] | null> {
  const ask = async () => {
    const { executionContextId: contextId } = await page.send<{ executionContextId: number }>(
      'Page.createIsolatedWorld',
      { frameId, worldName: WORLD },
    )
    const { result } = await page.send<{ result: { value?: readonly [string, Record<string, string>] } }>(
      'Runtime.evaluate',
      { expression: READ_STORAGE, contextId, returnByValue: true },
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

  private constructor(page: CdpSession, signIn: SignIn, kept: BrowserState, before: BrowserState) {
    this.#page = page
    this.#signIn = signIn
    this.#kept = kept
    this.#before = before
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

  /** Reads the sign-in as the site left it, and hands it back. Gives all that was known of it, before and after. */
  async leave(): Promise<readonly BrowserState[]> {
    const page = this.#page
    const cookies = await answered(readCookies(page))
    // A page that is gone says nothing of its cookies; what was kept stays.
    if (cookies === null) return [this.#kept, this.#before]
    const tree = await answered(page.send<{ frameTree: FrameTree }>('Page.getFrameTree'))
    const frames = tree ? framesOf(tree.frameTree).slice(0, MAX_FRAMES) : []
    const found = await Promise.all(frames.map(frame => storageOf(page, frame)))
    const storage = Object.fromEntries(found.flatMap(one => (one === null ? [] : [one])))
    const after: BrowserState = { cookies, storage }
    await this.#signIn.refresh(this.#before, after)
    return [this.#kept, this.#before, after]
  }
}
