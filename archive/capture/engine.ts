import type { CapturedPage } from '../model/captured.ts'
import type { BrowserView, Redaction, SnapshotRecord, Warning } from '../model/snapshot.ts'
import type { BodySink } from '../ports/body-sink.ts'
import type { HarEntry, HarPart } from './har-types.ts'
import type { CaptureOptions } from './options.ts'
import { fetchPage, PAGE_PATH } from './page.ts'
import { fetchResources, type ResourceDeps } from './resources.ts'
import type { FetchedResources } from './resource-ledger.ts'
import type { CaptureDeps } from './visit.ts'

/** A frame's words, as a reader saw them, its document as rendered, and its address. */
export interface SeenFrame {
  readonly url: string
  readonly text: string
  readonly html: string
}

/** A page that answered, with what is to be judged and cleaned of it. */
export interface ReachedPage {
  readonly engine: SnapshotRecord['engine']
  readonly page: CapturedPage
  readonly warnings: readonly Warning[]
  readonly options: Readonly<Record<string, unknown>>
  /** Files of the bag besides resources, by path. */
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly view: BrowserView | null
  readonly frames: readonly SeenFrame[]
  /** Whether the page was shown with a person's sign-in, and what was left out of the files for it. */
  readonly signedIn?: boolean
  readonly redactions?: readonly Redaction[]
  /** Whether `resources` asks the network for them; a browser has them already. */
  readonly fetchesResources: boolean
  /** What the page shows, kept in the sink. Asked for once the page is known to be the story. */
  readonly resources: () => Promise<KeptResources>
}

export interface KeptResources extends Omit<FetchedResources, 'entries'> {
  /** Every exchange of the capture, those of the page among them. */
  readonly entries: readonly HarEntry[]
  /** What is kept and has no request of its own. */
  readonly parts: readonly HarPart[]
}

export interface EngineDeps extends Omit<CaptureDeps, 'signal'> {
  readonly sink: BodySink
  readonly signal: AbortSignal
  readonly onResources?: ResourceDeps['onResources']
  /** Of the browser engine: the page has loaded and is looked through; what it shows is written down. */
  readonly onStep?: (step: 'looking' | 'writing') => void
}

/** What brings a page: over http alone, or through a browser. */
export interface PageEngine {
  /** How many pages it reaches at the same time where nobody says how many. */
  readonly atOnce: number
  /**
   * Reaches the page. Throws `StetError`: `invalid-url`; `network` (with `data.reason`) where no answer came;
   * `private-address`; `too-large`; `cancelled`.
   */
  reach(url: string, options: Partial<CaptureOptions>, deps: EngineDeps): Promise<ReachedPage>
}

/** Fetching waits for servers more than it works. */
const FETCHES_AT_ONCE = 4

/** Fetches what the server sent, and what that names; runs no script. */
export function httpEngine(version: string): PageEngine {
  return {
    atOnce: FETCHES_AT_ONCE,
    async reach(url, options, deps) {
      const fetched = await fetchPage(url, options, deps)
      return {
        engine: { name: 'http', version },
        page: fetched.page,
        warnings: fetched.warnings,
        options: { ...fetched.context.options },
        files: { [PAGE_PATH]: fetched.page.bytes },
        view: null,
        frames: [],
        fetchesResources: true,
        async resources() {
          const resources = await fetchResources(fetched, options, deps)
          return { ...resources, entries: [...fetched.entries, ...resources.entries], parts: [] }
        },
      }
    },
  }
}
