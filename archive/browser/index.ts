import { StetError } from '../errors.ts'
import type { BrowserSource } from '../ports/browser.ts'
import { findBrowser } from './find.ts'
import { launchBrowser, type RunningBrowser } from './launch.ts'
import { productOf } from './product.ts'

export { findBrowser } from './find.ts'
export { launchBrowser, type RunningBrowser } from './launch.ts'

/** The error of a capture that asks for a browser where there is none. */
export function noBrowser(env: NodeJS.ProcessEnv = process.env): StetError {
  const named = env['STET_BROWSER']
  const what = named
    ? `STET_BROWSER names ${named}, which cannot be run`
    : 'No Chromium, Chrome or Edge was found on this computer'
  const message = `${what}. Nothing was captured; install one, name one in STET_BROWSER, or choose the http engine.`
  return new StetError('not-found', message)
}

/** The browser of this computer, started when it is first asked for and kept until `close`. */
export function localBrowser(env: NodeJS.ProcessEnv = process.env): BrowserSource {
  let running: Promise<RunningBrowser> | null = null

  async function start(): Promise<RunningBrowser> {
    const path = await findBrowser(env)
    if (path === null) throw noBrowser(env)
    const browser = await launchBrowser(path)
    browser.gone.addEventListener('abort', () => (running = null), { once: true })
    return browser
  }

  return {
    find: () => findBrowser(env),
    async product() {
      const path = await findBrowser(env)
      return path === null ? null : productOf(path)
    },
    get() {
      running ??= start().catch((error: unknown) => {
        running = null
        throw error
      })
      return running
    },
    async close() {
      const browser = await running?.catch(() => null)
      running = null
      await browser?.close()
    },
  }
}
