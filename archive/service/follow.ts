import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How often a reader looks whether the writer went on, in milliseconds. */
const LOOK_EVERY_MS = 2_000
/** Opening a large archive takes a while: it may take at most this part of the time. */
const SHARE_OF_TIME = 0.1

/** Changes with every line that a writer adds; null where it cannot be read just now. */
export const endOfLog = (dir: string): Promise<string | null> =>
  readFile(join(dir, 'log.head'), 'utf8').catch(() => null)

/** Calls `reopen` when the log of an archive that another process writes has grown. Returns the function that ends it. */
export function followLog(dir: string, seen: string | null, reopen: () => Promise<void>): () => void {
  let known = seen
  let timer: NodeJS.Timeout
  let ended = false

  const look = async (): Promise<void> => {
    const began = performance.now()
    const now = await endOfLog(dir)
    if (now !== null && now !== known && !ended) {
      // What fails now, because the writer is in the middle of something, is tried again.
      await reopen().then(
        () => (known = now),
        () => {},
      )
    }
    plan(Math.max(LOOK_EVERY_MS, (performance.now() - began) / SHARE_OF_TIME))
  }
  const plan = (afterMs: number): void => {
    if (ended) return
    timer = setTimeout(() => void look(), afterMs)
    timer.unref()
  }

  plan(LOOK_EVERY_MS)
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
