import { type CaptureOptions } from '../options.ts'
import { captureSignal, createContext } from '../visit.ts'

/** Once the time is over, what is there is written down; that may take so long, in milliseconds. */
const GRACE_MS = 20_000

/** What ends a capture in a browser. */
export interface CaptureLimits {
  /** Ends the wait for the page: the time is over, or one of the reasons of `end`. */
  readonly time: AbortSignal
  /** Ends everything: the person's wish, a failure, or the time and what was granted besides. */
  readonly end: AbortSignal
  /** Ends everything for a reason of the caller's own. */
  readonly abort: (reason: unknown) => void
  readonly clear: () => void
}

/** Reasons come as `StetError`s, of code `cancelled` and `network` (reason `timeout`). Call `clear` when done. */
export function captureLimits(options: CaptureOptions, url: URL, wish: AbortSignal): CaptureLimits {
  const time = captureSignal(createContext(options, url), wish)
  const captureTimeoutMs = options.captureTimeoutMs + GRACE_MS
  const end = captureSignal(createContext({ ...options, captureTimeoutMs }, url), wish)
  return {
    time: time.signal,
    end: end.signal,
    abort(reason) {
      time.abort(reason)
      end.abort(reason)
    },
    clear() {
      time.clear()
      end.clear()
    },
  }
}
