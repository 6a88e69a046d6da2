/** What an export reads of `network.har`. Stet wrote it, so nothing else is expected in it. */
export interface ExportedEntry {
  readonly startedDateTime: string
  readonly request: {
    readonly method: string
    readonly url: string
    readonly httpVersion: string
    readonly headers: readonly { readonly name: string; readonly value: string }[]
    readonly postData?: { readonly mimeType?: string; readonly text?: string }
  }
  readonly response: {
    readonly status: number
    readonly statusText: string
    readonly httpVersion: string
    readonly headers: readonly { readonly name: string; readonly value: string }[]
    readonly content: {
      readonly size: number
      readonly mimeType: string
      readonly _file?: string
      readonly _sha256?: string
    }
    readonly redirectURL?: string
    readonly bodySize?: number
  }
  readonly serverIPAddress?: string
  readonly _cut?: string
}

/** A body that came inside an imported file (MHTML). */
export interface ExportedPart {
  readonly url: string
  readonly mimeType: string | null
  readonly _file: string
  readonly _sha256: string
}

export interface ExportedHar {
  readonly log: { readonly entries: readonly ExportedEntry[]; readonly _parts?: readonly ExportedPart[] }
}
