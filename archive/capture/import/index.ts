import { StetError } from '../../errors.ts'
import type { ImportedPage } from '../../model/captured.ts'
import { sha256Hex } from '../../model/hash.ts'
import type { ImportedFileKind } from '../../model/snapshot.ts'
import { decodeHtml } from '../../model/charset/decode.ts'
import { decodeText } from './decode-text.ts'
import { looksLikeMhtml, readMhtml } from './mhtml.ts'
import { readSavedFrom, webAddress } from './read-marks.ts'
import { isNamedMhtml, kindOfWords, refuseForeign } from './recognise.ts'
import { refusal } from './refuse.ts'
import type { Imported, ImportFile, ImportOptions } from './types.ts'

export type { Imported, ImportOptions } from './types.ts'

interface PageFacts {
  readonly bytes: Uint8Array
  readonly html: string
  readonly mime: string
  readonly url: string | null
  readonly kind: ImportedFileKind
  readonly savedAt: string | null
  readonly savedBy: string | null
}

interface Request {
  readonly bytes: Uint8Array
  readonly file: ImportFile
  readonly options: ImportOptions
}

/** Set where nothing tells when the page was saved: the caller puts the time of the import in its place. */
const UNKNOWN_TIME = new Date(0).toISOString()

function checkOptions({ url, capturedAt }: ImportOptions): void {
  if (url !== undefined && webAddress(url) === null) {
    throw new StetError('invalid-url', `"${url}" is not an http or https address. Nothing was imported.`, {
      url,
    })
  }
  if (capturedAt !== undefined && Number.isNaN(Date.parse(capturedAt))) {
    const example = '2026-11-21T19:22:55Z'
    throw new StetError('usage', `"${capturedAt}" is not a time Stet can read. Write it like ${example}.`, {
      capturedAt,
    })
  }
}

function pageOf(found: PageFacts, { bytes, file, options }: Request): ImportedPage {
  const url = options.url === undefined ? (found.url ?? '') : (webAddress(options.url) ?? '')
  return {
    requestedUrl: url,
    finalUrl: url,
    redirects: [],
    capturedAt:
      (options.capturedAt && new Date(options.capturedAt).toISOString()) ??
      found.savedAt ??
      file.modifiedAt ??
      UNKNOWN_TIME,
    bytes: found.bytes,
    html: found.html,
    mime: found.mime,
    headers: [],
    http: null,
    import: {
      fileName: file.fileName,
      kind: found.kind,
      sha256: sha256Hex(bytes),
      bytes: bytes.length,
      fileModifiedAt: file.modifiedAt,
      savedAt: found.savedAt,
      savedBy: found.savedBy,
    },
  }
}

function importMhtml(request: Request): Imported {
  const { bytes, file } = request
  const mhtml = readMhtml(bytes)
  if (!mhtml) {
    throw refusal(
      file.fileName,
      'it is a mail-like file (MIME) without a page in it.',
      'Save the page again as MHTML or HTML.',
    )
  }
  const { page, url, savedAt, savedBy, parts } = mhtml
  return { page: pageOf({ ...page, url, kind: 'mhtml', savedAt, savedBy }, request), kind: 'mhtml', parts }
}

function importPage(request: Request): Imported {
  const { bytes } = request
  const { html } = decodeHtml(bytes, null)
  const { singleFile, ...from } = readSavedFrom(html)
  const kind = singleFile ? 'singlefile' : 'html'
  return { page: pageOf({ html, bytes, mime: 'text/html', kind, ...from }, request), kind, parts: [] }
}

function importText(request: Request, text: string, markdown: boolean): Imported {
  const { bytes } = request
  const kind = markdown ? 'markdown' : 'text'
  const mime = markdown ? 'text/markdown' : 'text/plain'
  const unknown = { url: null, savedAt: null, savedBy: null }
  const page = pageOf({ bytes, html: '', mime, kind, ...unknown }, request)
  return { page, kind, text: { text, markdown }, parts: [] }
}

/**
 * Reads a file somebody else saved: MHTML, SingleFile, a page from a browser's "Save as", plain text, Markdown.
 * The content decides what it is; the name only where the content leaves it open. `page.finalUrl` is empty where
 * neither file nor options name an address. Throws `StetError`: `bad-input` for what is no page and no text,
 * `invalid-url` and `usage` for unusable options.
 */
export async function readImport(
  bytes: Uint8Array,
  file: ImportFile,
  options: ImportOptions = {},
): Promise<Imported> {
  checkOptions(options)
  const request = { bytes, file, options }
  refuseForeign(bytes, file.fileName)
  if (looksLikeMhtml(bytes)) return importMhtml(request)
  if (isNamedMhtml(file.fileName)) {
    throw refusal(
      file.fileName,
      'it is named as MHTML, but does not begin as one.',
      'Check the file, or save the page again.',
    )
  }
  const text = decodeText(bytes)
  const kind = kindOfWords(text, file.fileName)
  return kind === 'html' ? importPage(request) : importText(request, text, kind === 'markdown')
}
