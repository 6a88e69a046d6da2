import { CAPTURE_DEFAULTS, type CaptureOptions } from '../options.ts'

/** Budgets of the browser engine. All of them are recorded with the snapshot. */
export interface BrowserOptions {
  /** Ceiling for the page's load event, in milliseconds; what is there by then is worked on. */
  readonly loadTimeoutMs: number
  /** Ceiling for everything that is done in the page after it loaded, in milliseconds. */
  readonly behaviourBudgetMs: number
  /** How long nothing may have changed in the document for the page to count as quiet, in milliseconds. */
  readonly quietMs: number
  /** Ceiling for scrolling, in milliseconds. */
  readonly scrollBudgetMs: number
  /** How many times its first height a page may grow to while it is scrolled. */
  readonly maxGrowth: number
  /** Whether to agree where a page asks for consent and no way to refuse is found. */
  readonly acceptConsent: boolean
  /** Most pixels of the screenshot; a longer page is shown smaller. 0 takes none. */
  readonly maxScreenshotPixels: number
}

export const BROWSER_DEFAULTS: BrowserOptions = Object.freeze({
  loadTimeoutMs: 20_000,
  behaviourBudgetMs: 30_000,
  quietMs: 400,
  scrollBudgetMs: 8_000,
  maxGrowth: 2,
  acceptConsent: false,
  maxScreenshotPixels: 12_000_000,
})

/**
 * A page that its scripts built is built by them again wherever its WARC is replayed: without them it stays empty
 * there.
 */
export const SEEN_DEFAULTS: CaptureOptions = Object.freeze({ ...CAPTURE_DEFAULTS, scripts: true })

/** What the browser says of itself is left as it is unless the person asked for something else. */
export function ownUserAgent(options: CaptureOptions): string | null {
  return options.userAgent === CAPTURE_DEFAULTS.userAgent ? null : options.userAgent
}
