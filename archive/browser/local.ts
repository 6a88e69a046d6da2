import type { BrowserSource } from '../ports/browser.ts'
import { findBrowser } from './find.ts'
import { launchBrowser, type RunningBrowser } from './launch.ts'
import { noBrowser } from './none.ts'
import { productOf } from './product.ts'
import { signInWindow } from './sign-in.ts'

export interface LocalBrowserOptions {
  /** A browser without a page for so long is closed, in milliseconds. The next capture starts one. */
  readonly idleMs: number
  /** A browser that opened so many pages is replaced by a fresh one: what it leaks goes with it. */
  readonly maxPages: number
}

export const LOCAL_BROWSER_DEFAULTS: LocalBrowserOptions = Object.freeze({
  idleMs: 120_000,
  maxPages: 200,
})

/** Who asked for a browser opens its page within this time, in milliseconds. */
const OPENS_WITHIN_MS = 5_000

/** The browser of this computer, started when it is first asked for and closed after a while without work. */
export function localBrowser(
  env: NodeJS.ProcessEnv = process.env,
  changes: Partial<LocalBrowserOptions> = {},
): BrowserSource {
  const { idleMs, maxPages } = { ...LOCAL_BROWSER_DEFAULTS, ...changes }
  let running: Promise<RunningBrowser> | null = null
  let timer: NodeJS.Timeout | null = null
  let usedAt = 0
  /** Those that had their share of pages, and since when. */
  const retired = new Map<RunningBrowser, number>()

  async function start(): Promise<RunningBrowser> {
    const path = await findBrowser(env)
    if (path === null) throw noBrowser(env)
    return launchBrowser(path)
  }

  function begin(): Promise<RunningBrowser> {
    const begun = start()
    const forget = (): void => {
      if (running === begun) running = null
    }
    begun.then(({ gone }) => gone.addEventListener('abort', forget, { once: true }), forget)
    timer ??= setInterval(() => void tidy(), Math.min(idleMs, OPENS_WITHIN_MS)).unref()
    return (running = begun)
  }

  /** Closes what nobody has used for a while. */
  async function tidy(): Promise<void> {
    const browser = await running?.catch(() => null)
    const now = performance.now()
    if (browser && browser.openPages > 0) usedAt = now
    const done = [...retired].flatMap(([one, since]) =>
      one.openPages === 0 && now - since >= OPENS_WITHIN_MS ? [one] : [],
    )
    if (browser && now - usedAt >= idleMs) done.push(browser)
    for (const one of done) {
      retired.delete(one)
      await one.close()
    }
    if (running !== null || retired.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }

  return {
    find: () => findBrowser(env),
    async product() {
      const path = await findBrowser(env)
      return path === null ? null : productOf(path)
    },
    async get() {
      usedAt = performance.now()
      const asked = running ?? begin()
      const browser = await asked
      const isFresh = browser.opened < maxPages && !browser.gone.aborted
      if (isFresh) return browser
      if (running === asked) {
        running = null
        retired.set(browser, performance.now())
      }
      return running ?? begin()
    },
    signIn: options => signInWindow(options, { env }),
    async close() {
      if (timer) clearInterval(timer)
      timer = null
      const browser = await running?.catch(() => null)
      running = null
      await Promise.all([...(browser ? [browser] : []), ...retired.keys()].map(one => one.close()))
      retired.clear()
    },
  }
}
