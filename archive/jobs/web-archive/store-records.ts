import { headerOf, mimeOf, PAGE_PATH, type HeaderLines } from '../../capture/index.ts'
import {
  decodedBody,
  fieldOf,
  type IndexedRecord,
  type KeptRecord,
  MAX_BLOCK_BYTES,
  parseRecordHead,
  parseStatusLine,
  type WebArchive,
} from '../../exchange/index.ts'
import type { BodyRef } from '../../model/captured.ts'
import { sha256Hex } from '../../model/hash.ts'
import { isSecretHeader } from '../../model/secrets/headers.ts'
import type { BodySink } from '../../ports/body-sink.ts'
import { ANSWERS } from './gather.ts'

/** An answer out of a web archive, its body in the bag. */
export interface StoredAnswer {
  readonly record: IndexedRecord
  readonly status: number | null
  readonly statusText: string
  readonly httpVersion: string
  /** As the server sent them: what writers rename where they undo a coding has its name again. */
  readonly headers: HeaderLines
  readonly mime: string | null
  /** The type with its parameters, as the answer or its record names it. */
  readonly contentType: string | null
  /** With the codings undone; null where the archive holds none. */
  readonly body: BodyRef | null
  /** Bytes of body as they stand in the archive. */
  readonly wireBytes: number
  readonly remoteAddress: string | null
  /** Why the body is not whole, as HAR's `_cut` has it. */
  readonly cut: 'too-large' | 'timeout' | 'broken' | null
  readonly request: { readonly method: string; readonly headers: HeaderLines } | null
}

export interface StoredRecords {
  readonly answers: readonly StoredAnswer[]
  readonly kept: readonly KeptRecord[]
  /** Body of the page, codings undone. */
  readonly pageBytes: Buffer
  /** How many records hold values that may sign somebody in. */
  readonly withSecrets: number
}

/** Blocks up to this many bytes that are no HTTP message are kept inside `warc.json`. */
const INLINE_BYTES = 64 * 1024
const ORIGINAL = /^x-orig-/i
const CUTS: Readonly<Record<string, StoredAnswer['cut']>> = { length: 'too-large', time: 'timeout' }

function asReceived(headers: HeaderLines): HeaderLines {
  if (!headers.some(([name]) => ORIGINAL.test(name))) return headers
  const renamed = new Set(
    headers.filter(([name]) => ORIGINAL.test(name)).map(([name]) => name.replace(ORIGINAL, '').toLowerCase()),
  )
  return headers
    .filter(([name]) => !renamed.has(name.toLowerCase()))
    .filter(([name]) => name.toLowerCase() !== 'content-length' || renamed.size === 0)
    .map(([name, value]) => [name.replace(ORIGINAL, ''), value] as const)
}

/** Puts the records of one page into the bag: each body once, and what is needed to write the records again. */
export class RecordKeeper {
  readonly #archive: WebArchive
  readonly #sink: BodySink
  readonly #page: IndexedRecord
  readonly #kept: KeptRecord[] = []
  readonly #answers: StoredAnswer[] = []
  readonly #requests = new Map<string, NonNullable<StoredAnswer['request']>>()
  #pageBytes: Buffer = Buffer.alloc(0)
  #withSecrets = 0

  constructor(archive: WebArchive, page: IndexedRecord, sink: BodySink) {
    this.#archive = archive
    this.#page = page
    this.#sink = sink
  }

  async store(records: readonly IndexedRecord[]): Promise<StoredRecords> {
    for (const record of records.filter(({ type }) => type === 'request')) await this.#request(record)
    for (const record of records.filter(({ type }) => type !== 'request')) {
      if (ANSWERS.has(record.type)) await this.#answer(record)
      else await this.#other(record)
    }
    return {
      answers: this.#answers,
      kept: this.#kept,
      pageBytes: this.#pageBytes,
      withSecrets: this.#withSecrets,
    }
  }

  async #request(record: IndexedRecord): Promise<void> {
    const read = await this.#archive.read(record)
    const { http, start, body } = parseRecordHead(read)
    const rest = body.length > 0 ? await this.#sink.put(body, { mime: null, url: '' }) : null
    this.#kept.push({ version: read.version, fields: read.fields, start: start.toString('latin1'), rest })
    if (!http) return
    this.#lookForSecrets(http.headers)
    const request = { method: http.startLine.split(' ', 1)[0]!, headers: http.headers }
    for (const key of [record.concurrentTo, record.id, `${record.uri} ${record.at}`]) {
      if (key !== null) this.#requests.set(key, request)
    }
  }

  async #other(record: IndexedRecord): Promise<void> {
    const { version, fields, block } = await this.#archive.read(record)
    const small = block.length <= INLINE_BYTES
    const rest = small ? null : await this.#sink.put(block, { mime: null, url: '' })
    this.#kept.push({ version, fields, start: small ? block.toString('latin1') : '', rest })
  }

  async #answer(record: IndexedRecord): Promise<void> {
    const read = await this.#archive.read(record)
    const { http, start, body: raw } = parseRecordHead(read)
    const isRevisit = record.type === 'revisit'
    const original = isRevisit ? this.#archive.originalOf(record) : null
    const isInPieces = this.#archive.segmentsOf(record).length > 0
    const whole =
      original || isInPieces
        ? parseRecordHead(await this.#archive.readWhole(original ?? record))
        : { http, body: raw }
    const headers = http?.headers ?? whole.http?.headers ?? []
    const { bytes } = await decodedBody(whole.http?.headers ?? [], whole.body, MAX_BLOCK_BYTES)
    const mime =
      (http ? mimeOf(headers) : null) ?? (whole.http ? mimeOf(whole.http.headers) : (original ?? record).mime)
    const isPage = record.n === this.#page.n
    if (isPage) this.#pageBytes = bytes
    const hasBody = whole.body.length > 0 && (!isRevisit || original !== null)
    const body = hasBody || isPage ? await this.#body(bytes, mime, record.uri, isPage) : null
    // The bytes as they stood there: most often those that were just stored.
    const same = body !== null && raw.length === bytes.length && raw.equals(bytes)
    const rest = raw.length === 0 ? null : same ? body : await this.#sink.put(raw, { mime: null, url: '' })
    // A block that is too large to be held cannot be written again either.
    const whollyHere = record.blockBytes <= MAX_BLOCK_BYTES
    if (whollyHere) {
      this.#kept.push({ version: read.version, fields: read.fields, start: start.toString('latin1'), rest })
    }

    this.#lookForSecrets(http?.headers ?? [])
    const status = http ? parseStatusLine(http.startLine) : null
    const truncated = fieldOf(read.fields, 'WARC-Truncated')?.toLowerCase() ?? null
    this.#answers.push({
      record,
      status: status?.status ?? null,
      statusText: status?.statusText ?? '',
      httpVersion: status?.httpVersion ?? '',
      headers: asReceived(headers),
      mime,
      contentType: http ? headerOf(headers, 'content-type') : fieldOf(read.fields, 'Content-Type'),
      body,
      wireBytes: whole.body.length,
      remoteAddress: fieldOf(read.fields, 'WARC-IP-Address'),
      cut: truncated === null ? null : (CUTS[truncated] ?? 'broken'),
      request:
        this.#requests.get(record.id) ??
        this.#requests.get(record.concurrentTo ?? '') ??
        this.#requests.get(`${record.uri} ${record.at}`) ??
        null,
    })
  }

  #lookForSecrets(headers: HeaderLines): void {
    if (headers.some(([name, value]) => value !== '' && isSecretHeader(name))) this.#withSecrets++
  }

  async #body(bytes: Buffer, mime: string | null, url: string, isPage: boolean): Promise<BodyRef> {
    // The page's own bytes are written with the story.
    if (isPage) return { path: PAGE_PATH, sha256: sha256Hex(bytes), bytes: bytes.length }
    return this.#sink.put(bytes, { mime, url })
  }
}
