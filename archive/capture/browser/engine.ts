import type { BrowserPage, BrowserSource } from '../../ports/browser.ts'
import type { PageEngine } from '../engine.ts'
import { bareHost, isLocalHost } from '../fetch/address.ts'
import { changedOptions, type CaptureOptions } from '../options.ts'
import { capturableUrl } from '../page.ts'
import { captureSignal, createContext } from '../visit.ts'
import { BrowserCapture } from './capture.ts'
import { hostPortOf } from './entries.ts'
import { BROWSER_DEFAULTS, type BrowserOptions, SEEN_DEFAULTS } from './options.ts'
import { type SignIn, SignedInPage } from './signed-in.ts'
import { openTunnel } from './tunnel.ts'

const CONNECT_MS = 10_000

/** Private addresses a page may reach: all, or the one host and port that a person typed. */
function mayBePrivate(options: CaptureOptions, url: URL): (host: string, port: number) => boolean {
  const typed = options.typed && isLocalHost(bareHost(url.hostname)) ? hostPortOf(url.href) : null
  return (host, port) =>
    options.allowPrivate || `${host.includes(':') ? `[${host}]` : host}:${port}` === typed
}

/**
 * Shows each page in a browser, as a reader would see it, and keeps what was received and what was rendered. The
 * browser starts with the first page. With a sign-in, pages are shown as its person sees them.
 */
export function browserEngine(
  source: BrowserSource,
  changes: Partial<BrowserOptions> = {},
  signIn: SignIn | null = null,
): PageEngine {
  const budgets: BrowserOptions = { ...BROWSER_DEFAULTS, ...changes }
  return {
    async reach(requestedUrl, optionChanges, deps) {
      const url = capturableUrl(requestedUrl)
      const options = changedOptions(SEEN_DEFAULTS, optionChanges)
      const browser = await source.get()
      const capturedAt = deps.clock.now()
      const stop = captureSignal(createContext(options, url), deps.signal)
      const tunnel = await openTunnel({
        mayBePrivate: mayBePrivate(options, url),
        connectTimeoutMs: CONNECT_MS,
        lookup: null,
        onBytes: bytes => deps.onBytes?.(bytes),
      })
      let page: BrowserPage | null = null
      try {
        page = await browser.openPage({ proxy: tunnel.url })
        const { session } = page
        const signedIn = signIn && (await SignedInPage.enter(session, signIn))
        const context = {
          url,
          requestedUrl,
          options,
          budgets,
          browser,
          session,
          tunnel,
          deps,
          stop,
          capturedAt,
        }
        try {
          return await new BrowserCapture(context).run()
        } finally {
          await signedIn?.leave()
        }
      } finally {
        stop.clear()
        // Nothing of the page is needed any more, and nobody has to wait for it to go.
        void page?.close()
        void tunnel.close()
      }
    },
  }
}
