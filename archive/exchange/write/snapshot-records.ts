import type { SnapshotRecord } from '../../model/snapshot.ts'
import { type KeptRecords, KEPT_RECORDS_PATH } from '../kept-records.ts'
import { stetUrn } from '../stet-urn.ts'
import { bareFieldOf, type Fields, fieldOf } from '../warc/fields.ts'
import type { ExportedEntry, ExportedHar, ExportedPart } from './har.ts'
import { keptRecord, requestsOf } from './kept-record.ts'
import { requestBlock, responseHead } from './http-block.ts'
import { mimeOfPath } from './mime-of-path.ts'
import { essence, type ExportedSnapshot, type OutgoingRecord } from './outgoing.ts'
import { recordBytes, sha256Digest, targetUri, uuidOf, WARC_VERSION } from './record-bytes.ts'
import { redactedFile } from './redact.ts'
import { type IndexedRequest, indexedRequest } from './request-query.ts'
import type { Written } from './written.ts'

const PAGE = 'data/page.html'
const HAR = 'data/network.har'
/** What replay programs search pages by, and how many characters of it. */
const TEXT = 'data/article.txt'
const MAX_TEXT = 100_000
const REVISIT = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'
const TRUNCATED: Readonly<Record<string, string>> = {
  'too-large': 'length',
  timeout: 'time',
  broken: 'disconnect',
}
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i

/** Writes the records of one snapshot after the other, each body once in the whole export. */
export class SnapshotRecords {
  readonly #written: Written

  constructor(written: Written) {
    this.#written = written
  }

  /** The records of a snapshot, its page in the list of pages. `warcinfoId` is that of the file they go into. */
  async *of(snapshot: ExportedSnapshot, warcinfoId: () => string): AsyncGenerator<OutgoingRecord> {
    const done = new Set<string>()
    if (snapshot.paths.includes(KEPT_RECORDS_PATH)) yield* this.#kept(snapshot, done)
    else {
      const { log } = JSON.parse((await snapshot.read(HAR)).toString('utf8')) as ExportedHar
      const { entries, _parts: parts } = log
      yield* this.#exchanges(snapshot, entries, done, warcinfoId)
      if (!done.has(PAGE) && snapshot.paths.includes(PAGE))
        yield* this.#importedPage(snapshot, done, warcinfoId)
      for (const part of parts ?? []) yield* this.#part(snapshot, part, done, warcinfoId)
      if (!done.has(PAGE)) await this.#page(snapshot, this.#filelessUrl(snapshot), snapshot.record.capturedAt)
    }
    for (const path of snapshot.paths) if (!done.has(path)) yield* this.#file(snapshot, path, warcinfoId)
  }

  /** Text files are no page of the web: what was imported stands in the list under its own name. */
  #filelessUrl({ record, paths }: ExportedSnapshot): string {
    const original = paths.find(path => path.startsWith('data/original.')) ?? 'data/article.html'
    return stetUrn(record.snapshotId, original)
  }

  async #page(snapshot: ExportedSnapshot, url: string, date: string): Promise<void> {
    const { snapshotId, title } = snapshot.record
    const words = snapshot.paths.includes(TEXT)
      ? (await snapshot.read(TEXT)).toString('utf8').slice(0, MAX_TEXT)
      : ''
    const text = words === '' ? {} : { text: words }
    this.#written.addLine(
      'pages',
      JSON.stringify({ id: snapshotId, url, ts: date, title: title ?? url, ...text }),
    )
  }

  async *#kept(snapshot: ExportedSnapshot, done: Set<string>): AsyncGenerator<OutgoingRecord> {
    const { page, records } = JSON.parse(
      (await snapshot.read(KEPT_RECORDS_PATH)).toString('utf8'),
    ) as KeptRecords
    const requests = requestsOf(records)
    for (const kept of records) {
      if (kept.rest) done.add(kept.rest.path)
      const id = bareFieldOf(kept.fields, 'WARC-Record-ID') ?? ''
      if (id === page) {
        done.add(PAGE)
        const uri = bareFieldOf(kept.fields, 'WARC-Target-URI') ?? snapshot.record.finalUrl
        await this.#page(
          snapshot,
          targetUri(uri),
          fieldOf(kept.fields, 'WARC-Date') ?? snapshot.record.capturedAt,
        )
      }
      if (id !== '' && !this.#written.isNew(id)) continue
      yield await keptRecord(snapshot, kept, requests)
    }
  }

  async *#exchanges(
    snapshot: ExportedSnapshot,
    entries: readonly ExportedEntry[],
    done: Set<string>,
    warcinfoId: () => string,
  ): AsyncGenerator<OutgoingRecord> {
    const { record } = snapshot
    const pageEntry = entries.findLast(
      ({
        response: {
          content: { _file: file },
        },
      }) => file === PAGE,
    )
    for (const [i, entry] of entries.entries()) {
      const { request, response, _cut: cutBy } = entry
      if (response.status === 0 || !/^https?:/.test(request.url)) continue
      const uri = targetUri(request.url)
      const date = entry.startedDateTime
      const { _file: file } = response.content
      const body = file && snapshot.paths.includes(file) ? await snapshot.read(file) : Buffer.alloc(0)
      if (file) done.add(file)
      if (entry === pageEntry) await this.#page(snapshot, uri, date)
      const digest = sha256Digest(body)
      const before = body.length > 0 ? this.#written.body(digest) : null
      const type = before ? 'revisit' : 'response'
      const id = uuidOf(record.snapshotId, String(i), type)
      const cut = cutBy ? (TRUNCATED[cutBy] ?? 'unspecified') : file || isEmpty(entry) ? null : 'unspecified'
      const head = responseHead(entry, body.length)
      const block = before ? head : Buffer.concat([head, body])
      const common: Fields = [
        ['WARC-Target-URI', uri],
        ['WARC-Date', date],
        ['WARC-Warcinfo-ID', warcinfoId()],
        ['WARC-Page-ID', record.snapshotId],
        ...(entry.serverIPAddress && IP.test(entry.serverIPAddress)
          ? [['WARC-IP-Address', entry.serverIPAddress] as const]
          : []),
      ]
      const fields: Fields = [
        ['WARC-Type', type],
        ['WARC-Record-ID', id],
        ...common,
        ...(before
          ? ([
              ['WARC-Profile', REVISIT],
              ['WARC-Refers-To', before.recordId],
              ['WARC-Refers-To-Target-URI', before.uri],
              ['WARC-Refers-To-Date', before.date],
            ] as const)
          : []),
        ...(cut ? [['WARC-Truncated', cut] as const] : []),
        ['WARC-Payload-Digest', digest],
        ['WARC-Block-Digest', sha256Digest(block)],
        ['Content-Type', 'application/http; msgtype=response'],
        ['Content-Length', String(block.length)],
      ]
      if (!before && body.length > 0) this.#written.keepBody(digest, { recordId: id, uri, date })
      const mime = before ? 'warc/revisit' : essence(response.content.mimeType)
      const index = { uri, date, mime, status: response.status, digest, request: askedOf(entry) }
      yield { bytes: recordBytes(WARC_VERSION, fields, block), index, type }

      const asked = requestBlock(entry)
      const requestFields: Fields = [
        ['WARC-Type', 'request'],
        ['WARC-Record-ID', uuidOf(record.snapshotId, String(i), 'request')],
        ...common,
        ['WARC-Concurrent-To', id],
        ['WARC-Block-Digest', sha256Digest(asked)],
        ['Content-Type', 'application/http; msgtype=request'],
        ['Content-Length', String(asked.length)],
      ]
      yield { bytes: recordBytes(WARC_VERSION, requestFields, asked), index: null, type: 'request' }
    }
  }

  /** A page that was imported as a file came without any request: it stands there as a resource. */
  async *#importedPage(
    snapshot: ExportedSnapshot,
    done: Set<string>,
    warcinfoId: () => string,
  ): AsyncGenerator<OutgoingRecord> {
    const { record } = snapshot
    const { snapshotId, finalUrl, capturedAt, http } = record
    done.add(PAGE)
    const uri = /^https?:/.test(finalUrl) ? targetUri(finalUrl) : stetUrn(snapshotId, PAGE)
    await this.#page(snapshot, uri, capturedAt)
    const mime = http?.mime ?? 'text/html'
    yield this.#resource(record, uri, mime, await snapshot.read(PAGE), warcinfoId)
  }

  async *#part(
    snapshot: ExportedSnapshot,
    { url, mimeType, _file }: ExportedPart,
    done: Set<string>,
    warcinfoId: () => string,
  ): AsyncGenerator<OutgoingRecord> {
    if (!/^https?:/.test(url) || !snapshot.paths.includes(_file)) return
    done.add(_file)
    const body = await snapshot.read(_file)
    yield this.#resource(
      snapshot.record,
      targetUri(url),
      mimeType ?? 'application/octet-stream',
      body,
      warcinfoId,
    )
  }

  /** Everything else that the bag holds: the article, the posts, the picture of the screen, where it came from. */
  async *#file(
    snapshot: ExportedSnapshot,
    path: string,
    warcinfoId: () => string,
  ): AsyncGenerator<OutgoingRecord> {
    const body = redactedFile(path, await snapshot.read(path))
    yield this.#resource(
      snapshot.record,
      stetUrn(snapshot.record.snapshotId, path),
      mimeOfPath(path),
      body,
      warcinfoId,
    )
  }

  #resource(
    { snapshotId, capturedAt }: SnapshotRecord,
    uri: string,
    mime: string,
    body: Buffer,
    warcinfoId: () => string,
  ): OutgoingRecord {
    const digest = sha256Digest(body)
    const fields: Fields = [
      ['WARC-Type', 'resource'],
      ['WARC-Record-ID', uuidOf(snapshotId, uri, 'resource')],
      ['WARC-Target-URI', uri],
      ['WARC-Date', capturedAt],
      ['WARC-Warcinfo-ID', warcinfoId()],
      ['WARC-Page-ID', snapshotId],
      ['WARC-Payload-Digest', digest],
      ['WARC-Block-Digest', digest],
      ['Content-Type', mime],
      ['Content-Length', String(body.length)],
    ]
    const index = { uri, date: capturedAt, mime: essence(mime), status: 200, digest, request: null }
    return { bytes: recordBytes(WARC_VERSION, fields, body), index, type: 'resource' }
  }
}

/** Whether an answer without a stored body had none. Source: RFC 9110, sections 6.4.1 and 15.4.5. */
function isEmpty({ request, response: { status, headers, content, bodySize } }: ExportedEntry): boolean {
  if (request.method === 'HEAD' || status < 200 || status === 204 || status === 304) return true
  const length = headers.find(({ name }) => /^content-length$/i.test(name))?.value.trim()
  return content.size === 0 && (length === '0' || (length === undefined && (bodySize ?? 0) <= 0))
}

/** How an answer was asked for, for the index; null for a plain GET. */
function askedOf({ request }: ExportedEntry): IndexedRequest | null {
  const { method, headers, postData } = request
  if (method === 'GET') return null
  const type = postData?.mimeType ?? headers.find(({ name }) => /^content-type$/i.test(name))?.value ?? null
  return indexedRequest(method, type, Buffer.from(postData?.text ?? ''))
}
