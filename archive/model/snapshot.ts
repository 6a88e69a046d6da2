import type { SnapshotId, SourceId } from './ids.ts'
import type { Timestamp } from './time.ts'

/** Why a capture did not reach the story. */
export const ATTEMPT_REASONS = [
  'http-404',
  'http-410',
  'http-4xx',
  'http-5xx',
  'blocked',
  'consent-wall',
  'paywall',
  'login',
  'empty',
  'not-html',
  'too-large',
  'timeout',
  'dns',
  'tls',
  'refused',
  'offline',
] as const
export type AttemptReason = (typeof ATTEMPT_REASONS)[number]

export const OUTCOMES = ['snapshot', 'check', 'attempt'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Something to tell the person about a capture that is not a failure. `code` is stable, `message` is for people. */
export interface Warning {
  readonly code: string
  readonly message: string
}

/** One step from the address that was asked for to the page that answered. */
export interface Redirect {
  readonly from: string
  readonly to: string
  /** HTTP status, or 0 where the page itself sent the reader on. */
  readonly status: number
  readonly via: 'http' | 'meta-refresh' | 'script'
}

/** Facts of one TLS connection, as the socket reported them. */
export interface TlsFacts {
  readonly protocol: string | null
  readonly cipher: string | null
  readonly subject: string | null
  readonly issuer: string | null
  /** RFC 3339. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** SHA-256 of the certificate, 64 hex digits. */
  readonly fingerprint256: string | null
}

/** The answer that carried the main document. */
export interface HttpFacts {
  readonly status: number
  readonly statusText: string
  readonly mime: string | null
  /** Encoding Standard name the bytes were read with, and where that name came from. */
  readonly charset: string | null
  readonly charsetFrom: 'bom' | 'http' | 'meta' | 'default' | null
  readonly httpVersion: string | null
  /** IP address and port actually connected to. */
  readonly remoteAddress: string | null
  readonly tls: TlsFacts | null
  readonly lastModified: string | null
  readonly etag: string | null
}

export type ImportedFileKind = 'html' | 'mhtml' | 'singlefile' | 'text' | 'markdown'

/** What an imported snapshot knows of the web archive (WARC, WACZ) its page stood in. */
export interface WebArchiveFacts {
  readonly fileName: string
  readonly sha256: string
  /** `WARC-Record-ID` of the record that holds the page. */
  readonly recordId: string
  /** The page's id in that archive; for an export of Stet the id of the snapshot it was. */
  readonly pageId: string | null
  readonly signature: {
    readonly state: 'unsigned' | 'signed' | 'unproven' | 'wrong'
    readonly by: string | null
    readonly at: string | null
    readonly note: string
  } | null
}

/** What an imported snapshot knows of the file it came from. */
export interface ImportFacts {
  /** File name without its folder; `-` for standard input. */
  readonly fileName: string
  readonly kind: ImportedFileKind | 'warc' | 'wacz'
  readonly sha256: string
  readonly bytes: number
  /** The file's own modification time, a claim of the file system. */
  readonly fileModifiedAt: Timestamp | null
  /** When the page was saved, as the file's header says it; null where it does not. */
  readonly savedAt: string | null
  /** Program that saved it, as the file says it. */
  readonly savedBy: string | null
  /** Absent where the page did not come out of a web archive. */
  readonly webArchive?: WebArchiveFacts
}

/** Values that sign somebody in and were not kept, by where they stood. The values themselves are nowhere. */
export interface Redaction {
  /** File of the bag. */
  readonly where: string
  /**
   * `headers`: whole values of headers and cookies. `addresses`: parameters of addresses. `values`: what the profile
   * is known by, wherever it stood in a text; the file is not byte for byte what was received.
   */
  readonly what: 'headers' | 'addresses' | 'values'
  readonly count: number
}

/** What asked-for resources became; counts, with the list in network.har. */
export interface ResourceCounts {
  readonly wanted: number
  readonly kept: number
  readonly failed: number
  readonly skipped: number
}

/** One thing the browser engine did in the page before it was kept. */
export interface BehaviourRecord {
  readonly name: string
  readonly outcome: string
  readonly ms: number
}

/** What the browser engine knows of the page as a reader saw it. */
export interface BrowserView {
  readonly userAgent: string
  /** As `navigator` and the rendered page had it, in CSS pixels. */
  readonly viewport: { readonly width: number; readonly height: number; readonly pixelRatio: number }
  readonly behaviours: readonly BehaviourRecord[]
  /** Frames whose documents were kept as rendered. */
  readonly frames: number
  /** Scale of `screenshot.png`, and how much of the page it shows, in CSS pixels; null where there is none. */
  readonly screenshot: { readonly scale: number; readonly width: number; readonly height: number } | null
  /** Words of `text.txt`, and how many of them the kept documents hold. */
  readonly words: { readonly seen: number; readonly kept: number }
}

/** `data/snapshot.json`: where a snapshot comes from. */
export interface SnapshotRecord {
  readonly format: 'stet-snapshot/1'
  readonly snapshotId: SnapshotId
  readonly sourceId: SourceId
  /** The source's canonical URL. */
  readonly url: string
  /** As it was asked for, and as it answered after redirects. */
  readonly requestedUrl: string
  readonly finalUrl: string
  readonly redirects: readonly Redirect[]
  /** When the capture began (as WARC-Date) and when its last byte arrived. For imports: when the page was saved, where known. */
  readonly capturedAt: Timestamp
  readonly endedAt: Timestamp
  /** The clock that `capturedAt` was read from. */
  readonly clock: 'system' | 'file' | 'person'
  readonly witness: 'captured' | 'imported'
  readonly engine: { readonly name: 'http' | 'browser' | 'import'; readonly version: string }
  readonly software: { readonly name: 'stet'; readonly version: string; readonly runtime: string }
  /** Options that shaped the capture, as plain JSON. */
  readonly options: Readonly<Record<string, unknown>>
  readonly version: number
  readonly contentHash: ContentHash
  /** SHA-256 of each picture's bytes by its URL in article.json: with article.json, all that the content hash needs. */
  readonly pictures: Readonly<Record<string, string>>
  readonly title: string | null
  readonly http: HttpFacts | null
  readonly import: ImportFacts | null
  /** Of the browser engine only. */
  readonly view?: BrowserView
  /** Set where the page was shown with a person's sign-in. Whose is not told: a profile's name may be private itself. */
  readonly profile?: true
  /** Absent where there was nothing to leave out. */
  readonly redactions?: readonly Redaction[]
  readonly resources: ResourceCounts
  readonly warnings: readonly Warning[]
}

export interface ContentHash {
  readonly algorithm: 'content-hash/1'
  /** 64 hex digits. */
  readonly value: string
}
