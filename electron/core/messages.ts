import type { Job } from '../../archive/contract/jobs.ts'
import type { Settings } from '../../archive/contract/settings.ts'
import type { GivenBrowser, WantBrowser } from '../capture/messages.ts'

/**
 * What main and the core tell each other. Data of the app never comes this way: the renderer has a port of its
 * own to the core. `ask` numbers a question; its answers carry the same number.
 */
export type ToCore =
  /** With a port: somebody who speaks the contract is at its other end. */
  | { readonly type: 'client' }
  /** End what runs, let go of the archive, say `closed`, and end. */
  | { readonly type: 'close' }
  /** Where does this snapshot lie, or (null) the archive? */
  | { readonly type: 'folder'; readonly ask: number; readonly snapshotId: string | null }
  /** Where does this file of the `exports` folder lie? Answered as `folder`. */
  | { readonly type: 'export'; readonly ask: number; readonly fileName: string }
  /** A request of an archived page. Answered by `head`, then a `chunk` for every `pull`, then `end`. */
  | {
      readonly type: 'page'
      readonly ask: number
      readonly snapshotId: string
      readonly path: string
      readonly range: string | null
    }
  | { readonly type: 'pull'; readonly ask: number }
  /** Nobody waits for the rest. */
  | { readonly type: 'cancel'; readonly ask: number }
  /** The answer to `browser`; with the page's port where it is a page. */
  | { readonly type: 'browser'; readonly want: number; readonly given: GivenBrowser }

export type FromCore =
  | { readonly type: 'ready' }
  | { readonly type: 'closed' }
  | { readonly type: 'archive'; readonly dir: string; readonly open: boolean }
  | { readonly type: 'settings'; readonly language: Settings['language']; readonly theme: Settings['theme'] }
  | { readonly type: 'job-ended'; readonly job: EndedJob }
  /** The core's own question; `want` numbers it. */
  | { readonly type: 'browser'; readonly want: number; readonly wanted: WantBrowser }
  | { readonly type: 'folder'; readonly ask: number; readonly dir: string }
  | {
      readonly type: 'head'
      readonly ask: number
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
    }
  | { readonly type: 'chunk'; readonly ask: number; readonly bytes: Uint8Array }
  | { readonly type: 'end'; readonly ask: number }
  /** The question cannot be answered; the message is for people. */
  | { readonly type: 'refused'; readonly ask: number; readonly message: string }

export type EndedJob = Pick<Job, 'kind' | 'state' | 'counts'>
