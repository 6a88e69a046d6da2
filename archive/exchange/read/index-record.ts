import { bareFieldOf, type Fields, fieldOf } from '../warc/fields.ts'
import { parseStatusLine } from '../warc/http-head.ts'
import type { ScannedRecord } from '../warc/record.ts'
import type { IndexedRecord } from './record-index.ts'

function timeOf(text: string | null): number | null {
  const at = text === null ? NaN : Date.parse(text)
  return Number.isNaN(at) ? null : at
}

function essence(type: string | null): string | null {
  return type?.split(';', 1)[0]!.trim().toLowerCase() || null
}

function problemsOf({ problems, payloadDiffers }: ScannedRecord): string | null {
  const all = payloadDiffers ? [...problems, 'its payload is not that of its WARC-Payload-Digest'] : problems
  return all.length > 0 ? all.join('; ') : null
}

/** An address as this program writes it; what is no URL stays as it is. */
export function plainUri(uri: string): string {
  const url = URL.parse(uri)
  if (!url || !/^https?:$/.test(url.protocol)) return uri
  url.hash = ''
  return url.href
}

function segmentOf(fields: Fields): number | null {
  const number = fieldOf(fields, 'WARC-Segment-Number') ?? ''
  return /^\d{1,9}$/.test(number) ? Number(number) : null
}

function headerOf(headers: Fields | undefined, name: string): string | null {
  return headers ? fieldOf(headers, name) : null
}

/** What the index holds of a scanned record. */
export function indexedOf(record: ScannedRecord, file: number): Omit<IndexedRecord, 'n'> {
  const { fields, http, offset, headBytes, blockBytes } = record
  const uri = plainUri(bareFieldOf(fields, 'WARC-Target-URI') ?? '')
  const status = http ? parseStatusLine(http.startLine) : null
  const location = headerOf(http?.headers, 'location')
  const refersToUri = bareFieldOf(fields, 'WARC-Refers-To-Target-URI')
  const isRedirect = status !== null && status.status >= 300 && status.status < 400 && location !== null
  return {
    file,
    offset,
    headBytes,
    blockBytes,
    type: fieldOf(fields, 'WARC-Type')?.toLowerCase() ?? '',
    id: bareFieldOf(fields, 'WARC-Record-ID') ?? '',
    uri,
    at: timeOf(fieldOf(fields, 'WARC-Date')),
    status: status?.status ?? null,
    mime: essence(http ? headerOf(http.headers, 'content-type') : fieldOf(fields, 'Content-Type')),
    pageId: fieldOf(fields, 'WARC-Page-ID'),
    concurrentTo: bareFieldOf(fields, 'WARC-Concurrent-To'),
    refersToId: bareFieldOf(fields, 'WARC-Refers-To'),
    refersToUri: refersToUri === null ? null : plainUri(refersToUri),
    refersToAt: timeOf(fieldOf(fields, 'WARC-Refers-To-Date')),
    payloadDigest: fieldOf(fields, 'WARC-Payload-Digest')?.toLowerCase() ?? null,
    location: isRedirect ? (URL.parse(location, uri)?.href ?? null) : null,
    referer: headerOf(http?.headers, 'referer'),
    dest: headerOf(http?.headers, 'sec-fetch-dest'),
    segment: segmentOf(fields),
    segmentOf: bareFieldOf(fields, 'WARC-Segment-Origin-ID'),
    problems: problemsOf(record),
  }
}
