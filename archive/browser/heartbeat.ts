import type { CdpSession } from '../ports/browser.ts'

/** How often a browser is asked whether it is there, in milliseconds. */
const EVERY_MS = 15_000
/** Asked so often without an answer, it hangs. A computer that slept makes one question late, not two. */
const MISSED = 2

/** Asks a browser now and then for a sign of life, and calls `onHanging` once where none comes. Ends with the browser. */
export function keepWatch(root: CdpSession, onHanging: () => void): void {
  let unanswered = 0
  const timer = setInterval(() => {
    if (unanswered >= MISSED) {
      clearInterval(timer)
      return onHanging()
    }
    unanswered++
    root.send('Browser.getVersion').then(
      () => (unanswered = 0),
      () => {},
    )
  }, EVERY_MS)
  timer.unref()
  root.gone.addEventListener('abort', () => clearInterval(timer), { once: true })
}
