import type { TlsFacts } from '../model/snapshot.ts'

export interface HarPair {
  readonly name: string
  readonly value: string
  /** Why the value is not the one that was sent. */
  readonly comment?: string
}

export interface HarTimings {
  readonly blocked: number
  readonly dns: number
  readonly connect: number
  readonly ssl: number
  readonly send: number
  readonly wait: number
  readonly receive: number
}

export interface HarContent {
  /** Bytes of body with the content codings undone. */
  readonly size: number
  /** `size` less what went over the wire; absent where nothing was saved. */
  readonly compression?: number
  readonly mimeType: string
  /** Where the body lies inside the bag, and its SHA-256. Absent where no body was kept. */
  readonly _file?: string
  readonly _sha256?: string
}

/** One exchange. Fields that begin with `_` are ours, as HAR 1.2 allows. */
export interface HarEntry {
  readonly pageref: string
  readonly startedDateTime: string
  /** Milliseconds, the sum of the phases that happened. */
  readonly time: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly httpVersion: string
    readonly cookies: readonly HarPair[]
    readonly headers: readonly HarPair[]
    readonly queryString: readonly HarPair[]
    readonly postData?: { readonly mimeType: string; readonly text: string }
    readonly headersSize: number
    readonly bodySize: number
  }
  readonly response: {
    /** 0 where no answer came. */
    readonly status: number
    readonly statusText: string
    readonly httpVersion: string
    readonly cookies: readonly HarPair[]
    readonly headers: readonly HarPair[]
    readonly content: HarContent
    readonly redirectURL: string
    readonly headersSize: number
    /** Bytes of body on the wire; -1 where no answer came. */
    readonly bodySize: number
  }
  readonly cache: Readonly<Record<string, never>>
  readonly timings: HarTimings
  readonly serverIPAddress?: string
  readonly connection?: string
  readonly _resourceType: string
  /** Address of the document or style sheet that asked for this; null for the page itself. */
  readonly _initiator: string | null
  readonly _tls?: TlsFacts
  /** Why there is no usable answer: `<code>: <words>`. */
  readonly _error?: string
  /** Why the body is not whole. */
  readonly _cut?: string
}

export interface HarPart {
  /** `urn:sha256:<64 hex>` */
  readonly url: string
  readonly mimeType: string
  readonly size: number
  readonly _file: string
  readonly _sha256: string
}

export interface Har {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string }
    readonly pages: readonly {
      readonly startedDateTime: string
      readonly id: string
      readonly title: string
      readonly pageTimings: { readonly onContentLoad: number; readonly onLoad: number }
    }[]
    readonly entries: readonly HarEntry[]
    /** What has no request of its own: documents as rendered, drawings of scripts. Named by their bytes. */
    readonly _parts?: readonly HarPart[]
  }
}
