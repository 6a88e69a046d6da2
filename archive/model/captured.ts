import type { HttpFacts, ImportFacts, Redirect, ResourceCounts, Warning } from './snapshot.ts'
import type { Timestamp } from './time.ts'

/** A stored body: where it lies inside the bag (`data/…`, forward slashes) and what it is. */
export interface BodyRef {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/**
 * The page itself, as an engine or an importer hands it over: received bytes, decoded words, and the facts
 * about how they came. Nothing in it is judged yet.
 */
export interface CapturedPage {
  readonly requestedUrl: string
  readonly finalUrl: string
  readonly redirects: readonly Redirect[]
  readonly capturedAt: Timestamp
  /** Body with the transfer and content codings undone, otherwise byte for byte. */
  readonly bytes: Uint8Array
  /** `bytes` decoded by the Encoding Standard. */
  readonly html: string
  /** Lower-case MIME essence, e.g. `text/html`; null where the answer named none. */
  readonly mime: string | null
  /** Response header lines in order, as received. Empty for imports. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly http: HttpFacts | null
}

/** What was fetched besides the page. */
export interface CapturedResources {
  /** Body by the URL it was asked for under; only those that were kept. */
  readonly bodies: ReadonlyMap<string, BodyRef & { readonly mime: string | null }>
  readonly counts: ResourceCounts
  readonly warnings: readonly Warning[]
}

/** The file an import came from. */
export interface ImportedPage extends CapturedPage {
  readonly import: ImportFacts
}
