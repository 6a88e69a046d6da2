import type { Status, StetEvent } from '../contract/status.ts'
import type { Archive } from '../index.ts'
import type { Clock } from '../ports/clock.ts'
import type { Jobs } from './jobs/types.ts'
import type { Pages } from './pages.ts'

/** What the handlers of all calls share. */
export interface ServiceContext {
  /**
   * The archive as it is open now; another one after `archive.open` or when a writer went on, so it is asked for
   * anew in each call. Throws `StetError` (why it is closed) where none is open.
   */
  readonly archive: () => Archive
  readonly status: () => Status
  /** Looks anew what shows pages to the browser engine; the status says it. */
  readonly findBrowser: () => Promise<void>
  /** Opens the archive again; never throws, the answer's `problem` says what went wrong. */
  readonly open: (access: 'read' | 'write') => Promise<Status>
  /** Tells everybody who looks. */
  readonly emit: (event: StetEvent) => void
  /** The events from now on, after a status and every job there is. */
  readonly events: (signal: AbortSignal | undefined) => AsyncIteratorObject<StetEvent, undefined>
  readonly jobs: Jobs
  readonly pages: Pages
  readonly clock: Clock
}
