/** The files of a bag, as the store gives them. */
export interface BagFiles {
  /** Every data file, `data/…`. */
  files(): Promise<readonly { readonly path: string; readonly sha256: string }[]>
  /** Bytes of a data file. Throws `StetError` `not-found`. */
  read(path: string): Promise<Uint8Array>
  json(path: string): Promise<unknown>
}

/** A stored body and the addresses that led to it. */
export interface StoredBody {
  /** `data/resources/<sha256>.<ext>` */
  readonly path: string
  /** Null where nobody wrote it down. */
  readonly bytes: number | null
  /** As the server said it, with parameters; null where it said nothing. */
  readonly contentType: string | null
  readonly urls: readonly string[]
}

/** What asks for an address decides how the answer is served. */
export type AskKind = 'image' | 'style' | 'font' | 'frame' | 'media'

/** A font that no text is set in, and a picture of a rule that fits nothing, are never asked for. */
export type Want = 'always' | 'font' | 'picture-of-rule'

/** A stored file a page can only name. */
export interface HeldFile {
  /** `data/resources/…` */
  readonly path: string
  /** As its address calls it. */
  readonly name: string
  /** Where it can be had from the page; null where a page may hand out nothing. */
  readonly href: string | null
}

/** Answers one address as written in a document or style sheet. */
export interface Answering {
  /** Where the stored body is served, relative to who asks; null where the bag does not hold it. */
  readonly stored: (url: string, kind: AskKind) => string | null
  /** Facts of what is held under an address, without asking for it; null where nothing is. */
  readonly held: (url: string) => Pick<StoredBody, 'bytes'> | null
  /** A body that is held and cannot be shown in a page: a PDF. Null where it can, or is not held. */
  readonly file: (url: string) => HeldFile | null
  /** The text of a held drawing (SVG), for what is used of it in place; null where none is held. */
  readonly drawing: (url: string) => string | null
  /** Whether scripts had run in the document when it was kept. */
  readonly rendered: boolean
  /** The address in full, for people; null where it is none. */
  readonly inFull: (url: string) => string | null
  /** Whether an address is this document itself; its fragments then lead to places within. */
  readonly isHere: (url: string) => boolean
  /** Takes note of what is not held. `want`: whether a browser asks for it in any case, or only where it is needed. */
  readonly missing: (url: string, want?: Want) => void
}

/** Asks nobody: the empty body, which is no picture, no style sheet and no font. */
export const BLOCKED = 'data:,'
export const BLOCKED_FRAME = 'about:blank'
