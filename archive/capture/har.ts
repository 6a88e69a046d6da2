import type { BodyRef } from '../model/captured.ts'
import type { FetchResponse } from '../ports/fetcher.ts'
import { headerOf, headersOf, mimeOf, redirectTarget, type HeaderLines } from './headers.ts'
import { withoutSecrets } from './redact/har.ts'
import type { Har, HarEntry, HarPair, HarPart, HarTimings } from './har-types.ts'

const PAGE_ID = 'page_1'
const NOTHING: HarTimings = { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 }

export interface ExchangeRecord {
  readonly url: string
  /** RFC 3339. */
  readonly startedAt: string
  readonly kind: string
  readonly initiator: string | null
  readonly requestHeaders: HeaderLines
  readonly response: FetchResponse | null
  /** `<code>: <words>`; null where an answer came. */
  readonly error: string | null
  readonly body: Pick<BodyRef, 'path' | 'sha256'> | null
  /** GET where it is not said. */
  readonly method?: string
  /** What was sent with it; null or left out: nothing, or nobody knows. */
  readonly postData?: string | null
  /** Bytes of a body that lies in the bag already, where `response.body` no longer holds it. */
  readonly bodyBytes?: number
}

function pairs(lines: HeaderLines): HarPair[] {
  return lines.map(([name, value]) => ({ name, value }))
}

function cookiePairs(texts: readonly string[]): HarPair[] {
  return texts
    .map(text => text.trim())
    .filter(text => text !== '')
    .map(text => ({ name: text.split('=', 1)[0]!.trim(), value: text.slice(text.indexOf('=') + 1).trim() }))
}

/** Whole microseconds: more digits are noise of the clock. */
function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}

function rounded(timings: HarTimings): HarTimings {
  return {
    blocked: round(timings.blocked),
    dns: round(timings.dns),
    connect: round(timings.connect),
    ssl: round(timings.ssl),
    send: round(timings.send),
    wait: round(timings.wait),
    receive: round(timings.receive),
  }
}

/** HAR 1.2: `ssl` is part of `connect`, and a phase of -1 did not happen. */
function totalOf(timings: HarTimings): number {
  const { blocked, dns, connect, send, wait, receive } = timings
  const sum = [blocked, dns, connect, send, wait, receive].reduce((total, ms) => total + Math.max(ms, 0), 0)
  return round(sum)
}

function responseOf(record: ExchangeRecord): HarEntry['response'] {
  const { response, body } = record
  if (!response) {
    const content = { size: 0, mimeType: 'x-unknown' }
    return {
      status: 0,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: [],
      content,
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    }
  }
  const size = record.bodyBytes ?? response.body.byteLength
  const saved = size - response.wireBytes
  return {
    status: response.status,
    statusText: response.statusText,
    httpVersion: response.httpVersion,
    cookies: cookiePairs(headersOf(response.headers, 'set-cookie').map(line => line.split(';', 1)[0]!)),
    headers: pairs(response.headers),
    content: {
      size,
      ...(saved > 0 ? { compression: saved } : {}),
      mimeType: headersOf(response.headers, 'content-type').at(-1) ?? mimeOf(response.headers) ?? 'x-unknown',
      ...(body ? { _file: body.path, _sha256: body.sha256 } : {}),
    },
    redirectURL: redirectTarget(response.status, response.headers, response.url)?.href ?? '',
    headersSize: -1,
    bodySize: response.wireBytes,
  }
}

/** One exchange, or one address that was never asked for, as a HAR 1.2 entry. */
export function harEntry(record: ExchangeRecord): HarEntry {
  const { response } = record
  const timings = response ? rounded(response.timings) : NOTHING
  const sent = response?.requestHeaders ?? record.requestHeaders
  const { postData } = record
  return {
    pageref: PAGE_ID,
    startedDateTime: record.startedAt,
    time: totalOf(timings),
    request: {
      method: record.method ?? 'GET',
      url: record.url,
      httpVersion: response?.httpVersion ?? 'HTTP/1.1',
      cookies: cookiePairs((headerOf(sent, 'cookie') ?? '').split(';')),
      headers: pairs(sent),
      queryString: [...new URL(record.url).searchParams].map(([name, value]) => ({ name, value })),
      ...(postData ? { postData: { mimeType: headerOf(sent, 'content-type') ?? '', text: postData } } : {}),
      headersSize: -1,
      bodySize: Buffer.byteLength(postData ?? ''),
    },
    response: responseOf(record),
    cache: {},
    timings,
    ...(response?.remoteAddress ? { serverIPAddress: response.remoteAddress } : {}),
    ...(response?.remotePort ? { connection: String(response.remotePort) } : {}),
    _resourceType: record.kind,
    _initiator: record.initiator,
    ...(response?.tls ? { _tls: response.tls } : {}),
    ...(record.error ? { _error: record.error } : {}),
    ...(response?.cut ? { _cut: response.cut } : {}),
  }
}

export interface HarFacts {
  /** Of the page; RFC 3339. */
  readonly startedAt: string
  readonly title: string
  readonly creator: { readonly name: string; readonly version: string }
  /** Entries in any order. */
  readonly entries: readonly HarEntry[]
  readonly parts?: readonly HarPart[]
}

/**
 * The whole `network.har`: HAR 1.2 with bodies by reference, entries in the order they began. Values that sign somebody
 * in are left out here, where all captures and imports pass.
 */
export function harOf(facts: HarFacts): Har {
  const { parts = [] } = facts
  const entries = facts.entries
    .map(withoutSecrets)
    .toSorted((a, b) =>
      a.startedDateTime < b.startedDateTime ? -1 : a.startedDateTime > b.startedDateTime ? 1 : 0,
    )
  const page = {
    startedDateTime: facts.startedAt,
    id: PAGE_ID,
    title: facts.title,
    pageTimings: { onContentLoad: -1, onLoad: -1 },
  }
  return {
    log: {
      version: '1.2',
      creator: facts.creator,
      pages: [page],
      entries,
      ...(parts.length > 0 ? { _parts: parts } : {}),
    },
  }
}
