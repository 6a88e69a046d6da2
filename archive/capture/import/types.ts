import type { ImportedPage } from '../../model/captured.ts'
import type { ImportedFileKind } from '../../model/snapshot.ts'

/** A file that travels with the page inside the same file: a picture, a style sheet, a frame. */
export interface ImportedPart {
  /** Address under which the page refers to it: absolute, or `cid:…`. */
  readonly url: string
  /** Lower-case MIME essence; null where the file names none. */
  readonly mime: string | null
  readonly bytes: Uint8Array
}

export interface Imported {
  readonly page: ImportedPage
  readonly kind: ImportedFileKind
  /** The words of a `.txt` or `.md` file; absent for pages. */
  readonly text?: { readonly text: string; readonly markdown: boolean }
  /** The other parts of an MHTML file. What SingleFile keeps in `data:` URLs stays in the page. */
  readonly parts: readonly ImportedPart[]
}

export interface ImportOptions {
  /** The page's address, where the person knows it: goes before any that the file names. */
  readonly url?: string
  /** RFC 3339; when the page was saved, where the person knows it. */
  readonly capturedAt?: string
}

export interface ImportFile {
  /** Name without its folder; `-` for standard input. */
  readonly fileName: string
  /** RFC 3339; null where there is none. */
  readonly modifiedAt: string | null
}
