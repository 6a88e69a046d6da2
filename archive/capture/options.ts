import { READER_VIEW } from '../model/picture-choice/reader-view.ts'
import type { Viewport } from '../model/picture-choice/css-length.ts'

/** Everything that shapes a capture by the http engine. All of it is recorded with the snapshot. */
export interface CaptureOptions {
  readonly userAgent: string
  /** `Accept-Language` as sent. */
  readonly acceptLanguage: string
  /** Whether private and loopback addresses may be fetched, whoever names them. */
  readonly allowPrivate: boolean
  /** Whether a person typed the address. Then the host they typed may be a local one, and only that host. */
  readonly typed: boolean
  /** Largest main document, in decoded bytes. A larger one is no capture. */
  readonly maxPageBytes: number
  /** Largest other body, in decoded bytes. A larger one is left out. */
  readonly maxBodyBytes: number
  /** Largest video or audio file, in bytes. 0 leaves all of them out. */
  readonly maxMediaBytes: number
  /** All other bodies together, in decoded bytes. */
  readonly maxTotalBytes: number
  /** Most addresses asked for besides the page. */
  readonly maxResources: number
  /** How deep frames may lie in frames, and style sheets import each other. */
  readonly maxDepth: number
  /** Most hops from the address asked for to the answer, of each request. */
  readonly maxRedirects: number
  /** Longest delay of a meta refresh that is followed, in milliseconds. Nobody waits for it. */
  readonly maxRefreshDelayMs: number
  /** Ceiling for one exchange, in milliseconds. Waiting for one's turn does not count. */
  readonly timeoutMs: number
  /** Ceiling for the whole capture, in milliseconds. What has arrived by then is kept. */
  readonly captureTimeoutMs: number
  /** How often a 429 or 503 with Retry-After is asked again. */
  readonly maxRetries: number
  /** Longest Retry-After that is waited for, in milliseconds. */
  readonly maxRetryAfterMs: number
  /**
   * Also keep the page's script files; the browser engine does so unless told otherwise. They never run here: they are
   * evidence of what the page loaded, and other programs replay the page with them.
   */
  readonly scripts: boolean
  /** The window the page is captured for, in CSS pixels: decides which of several picture sizes is taken. */
  readonly viewport: Viewport
}

export const CAPTURE_DEFAULTS: CaptureOptions = Object.freeze({
  userAgent: 'Mozilla/5.0 (compatible; Stet/0.1; web archiving for one reader)',
  acceptLanguage: 'en-US,en;q=0.9,*;q=0.5',
  allowPrivate: false,
  typed: false,
  maxPageBytes: 16 * 1024 * 1024,
  maxBodyBytes: 32 * 1024 * 1024,
  maxMediaBytes: 16 * 1024 * 1024,
  maxTotalBytes: 512 * 1024 * 1024,
  maxResources: 2_000,
  maxDepth: 6,
  maxRedirects: 20,
  maxRefreshDelayMs: 5_000,
  timeoutMs: 30_000,
  captureTimeoutMs: 180_000,
  maxRetries: 2,
  maxRetryAfterMs: 20_000,
  scripts: false,
  viewport: READER_VIEW,
})

/** `base` with what `changes` sets. A key that is there without a value changes nothing. */
export function changedOptions(base: CaptureOptions, changes: Partial<CaptureOptions>): CaptureOptions {
  return {
    ...base,
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  }
}
