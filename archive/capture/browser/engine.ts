import { availableParallelism } from 'node:os'
import { StetError } from '../../errors.ts'
import type { BrowserSource } from '../../ports/browser.ts'
import type { EngineDeps, PageEngine, ReachedPage } from '../engine.ts'
import { bareHost, isLocalHost } from '../fetch/address.ts'
import { changedOptions, type CaptureOptions } from '../options.ts'
import { capturableUrl } from '../page.ts'
import { BrowserCapture, type EarlierTry } from './capture.ts'
import { hostPortOf } from './entries.ts'
import { captureLimits, type CaptureLimits } from './limits.ts'
import { BROWSER_DEFAULTS, type BrowserOptions, SEEN_DEFAULTS } from './options.ts'
import { type OpenTab, prepareTab, type TabUse, takeTab } from './tabs.ts'
import { unlessStopped } from './waiting.ts'

/** A page in a browser is work for the processor: two tabs help on two of them, four do not. */
export const TABS_AT_ONCE = Math.min(4, Math.max(2, availableParallelism()))
/** On the wire a capture may take so many times what is kept of it at most. */
const WIRE_FACTOR = 1.25

/** Private addresses a page may reach: all, or the one host and port that a person typed. */
function mayBePrivate(options: CaptureOptions, url: URL): (host: string, port: number) => boolean {
  const typed = options.typed && isLocalHost(bareHost(url.hostname)) ? hostPortOf(url.href) : null
  return (host, port) =>
    options.allowPrivate || `${host.includes(':') ? `[${host}]` : host}:${port}` === typed
}

interface Ask {
  readonly url: URL
  readonly requestedUrl: string
  readonly options: CaptureOptions
  readonly budgets: BrowserOptions
  readonly deps: EngineDeps
  readonly limits: CaptureLimits
}

/** The browser went away under a capture. `soFar` is what another try needs to know. */
class BrowserLost extends Error {
  readonly soFar: EarlierTry

  constructor(soFar: EarlierTry, cause: unknown) {
    super('The browser was lost.', { cause })
    this.soFar = soFar
  }
}

function isLost(error: unknown): boolean {
  return error instanceof StetError && error.data['reason'] === 'browser-gone'
}

/** What a page may do with its way out. What streams without end is broken off. */
function useOf({ url, options, deps }: Ask, breakOff: () => void): TabUse {
  const maxBytes = (options.maxPageBytes + options.maxTotalBytes) * WIRE_FACTOR
  let total = 0
  return {
    mayBePrivate: mayBePrivate(options, url),
    onBytes(bytes) {
      deps.onBytes?.(bytes)
      total += bytes
      if (total > maxBytes) breakOff()
    },
  }
}

/** One try. Throws `BrowserLost` where the browser went away. */
async function tryOnce(source: BrowserSource, ask: Ask, earlier: EarlierTry | null): Promise<ReachedPage> {
  const { deps, limits } = ask
  const nothing = earlier ?? { entries: [], tookBlindly: false }
  let capture: BrowserCapture | null = null
  let opening: Promise<OpenTab> | null = null
  try {
    const browser = await unlessStopped(source.get(), limits.time)
    const capturedAt = deps.clock.now()
    opening = takeTab(
      browser,
      useOf(ask, () => void opening?.then(tab => tab.tunnel.shut())),
    )
    const tab = await unlessStopped(opening, limits.time)
    const { session, tunnel } = tab
    const onLoaded = (): void => prepareTab(browser)
    capture = new BrowserCapture({ ...ask, browser, session, tunnel, capturedAt, earlier, onLoaded })
    return await capture.run()
  } catch (error) {
    if (isLost(error)) throw new BrowserLost(capture?.soFar ?? nothing, error)
    const message = `${ask.requestedUrl}: the browser could not show the page. Nothing was kept; try again.`
    throw StetError.from(error, 'io', message, { url: ask.requestedUrl })
  } finally {
    opening?.then(
      tab => tab.close(),
      () => {},
    )
  }
}

/** The last of the second tries of each browser; the next one waits for it. */
const lastAgain = new WeakMap<BrowserSource, Promise<unknown>>()

function again(source: BrowserSource, ask: Ask, { soFar }: BrowserLost): Promise<ReachedPage> {
  const mine = (lastAgain.get(source) ?? Promise.resolve()).then(() => {
    ask.limits.time.throwIfAborted()
    return tryOnce(source, ask, soFar)
  })
  lastAgain.set(
    source,
    mine.catch(() => {}),
  )
  return unlessStopped(mine, ask.limits.end)
}

function lostTwice(url: string, { cause }: BrowserLost): StetError {
  const { message, data } = StetError.from(cause, 'io', 'The browser was lost.')
  const told = message.replace(/ Nothing that was saved.*$/, '')
  const advice = 'Nothing that was saved is affected. Try again later, or capture the page without a browser.'
  return new StetError('io', `${url}: ${told} This happened twice. ${advice}`, { ...data, url }, cause)
}

/**
 * Shows each page in a browser, as a reader would see it, and keeps what was received and what was rendered. The
 * browser starts with the first page. A page whose browser is lost is tried once more, in a fresh one; such tries
 * are made one after the other, so that a page that ends its browser does not take the same others with it twice.
 */
export function browserEngine(source: BrowserSource, changes: Partial<BrowserOptions> = {}): PageEngine {
  const budgets: BrowserOptions = { ...BROWSER_DEFAULTS, ...changes }
  return {
    atOnce: TABS_AT_ONCE,
    async reach(requestedUrl, optionChanges, deps) {
      const url = capturableUrl(requestedUrl)
      const options = changedOptions(SEEN_DEFAULTS, optionChanges)
      const limits = captureLimits(options, url, deps.signal)
      const ask: Ask = { url, requestedUrl, options, budgets, deps, limits }
      try {
        return await tryOnce(source, ask, null)
          .catch((error: unknown) => {
            if (error instanceof BrowserLost) return again(source, ask, error)
            throw error
          })
          .catch((error: unknown) => {
            throw error instanceof BrowserLost ? lostTwice(requestedUrl, error) : error
          })
      } finally {
        limits.clear()
        // Whatever still waits for something in the page need not wait any longer.
        limits.abort(new StetError('cancelled', 'The capture is over.'))
      }
    },
  }
}
