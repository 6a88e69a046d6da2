import type { KeptRecord } from '../kept-records.ts'
import { bareFieldOf, type Fields, fieldOf } from '../warc/fields.ts'
import { parseRecordHead, parseStatusLine } from '../warc/http-head.ts'
import { essence, type ExportedSnapshot, type OutgoingRecord } from './outgoing.ts'
import { recordBytes, sha256Digest, targetUri } from './record-bytes.ts'
import { redactedRecord } from './redact.ts'
import { type IndexedRequest, indexedRequest } from './request-query.ts'

/** Requests by the ids that lead to them: that of their answer, and their own. */
export function requestsOf(records: readonly KeptRecord[]): ReadonlyMap<string, KeptRecord> {
  const requests = new Map<string, KeptRecord>()
  for (const one of records) {
    if (fieldOf(one.fields, 'WARC-Type')?.toLowerCase() !== 'request') continue
    for (const name of ['WARC-Record-ID', 'WARC-Concurrent-To']) {
      const id = bareFieldOf(one.fields, name)
      if (id !== null) requests.set(id, one)
    }
  }
  return requests
}

async function blockOf(snapshot: ExportedSnapshot, { start, rest }: KeptRecord): Promise<Buffer> {
  return Buffer.concat([
    Buffer.from(start, 'latin1'),
    rest ? await snapshot.read(rest.path) : Buffer.alloc(0),
  ])
}

async function askedOfKept(
  snapshot: ExportedSnapshot,
  fields: Fields,
  requests: ReadonlyMap<string, KeptRecord>,
): Promise<IndexedRequest | null> {
  const ids = ['WARC-Record-ID', 'WARC-Concurrent-To'].map(name => bareFieldOf(fields, name) ?? '')
  const kept = ids.map(id => requests.get(id)).find(one => one !== undefined)
  const method = kept?.start.split(' ', 1)[0] ?? 'GET'
  if (!kept || method === 'GET') return null
  const { http, body } = parseRecordHead({ fields: kept.fields, block: await blockOf(snapshot, kept) })
  return indexedRequest(method, http ? fieldOf(http.headers, 'Content-Type') : null, body)
}

function withBlockDigest(fields: Fields, digest: string): Fields {
  return fields.map(([name, value]) => [name, /^warc-block-digest$/i.test(name) ? digest : value] as const)
}

/** A record of somebody else's, byte for byte as it was but for what signs somebody in. */
export async function keptRecord(
  snapshot: ExportedSnapshot,
  given: KeptRecord,
  requests: ReadonlyMap<string, KeptRecord>,
): Promise<OutgoingRecord> {
  const kept = redactedRecord(given)
  const { version } = kept
  const block = await blockOf(snapshot, kept)
  // A block that lost lines has another digest; that of its payload stays.
  const fields = kept === given ? kept.fields : withBlockDigest(kept.fields, sha256Digest(block))
  const type = fieldOf(fields, 'WARC-Type')?.toLowerCase() ?? ''
  const uri = bareFieldOf(fields, 'WARC-Target-URI')
  const date = fieldOf(fields, 'WARC-Date')
  // A record whose length was wrong gets the one it has.
  const lengths = fields.map(
    ([name, value]) => [name, /^content-length$/i.test(name) ? String(block.length) : value] as const,
  )
  const bytes = recordBytes(version, lengths, block)
  if (uri === null || date === null || !['response', 'revisit', 'resource'].includes(type))
    return { bytes, index: null, type }
  const { http } = parseRecordHead({ fields, block })
  const status = http ? (parseStatusLine(http.startLine)?.status ?? null) : null
  const mime = http
    ? (fieldOf(http.headers, 'Content-Type') ?? 'unk')
    : (fieldOf(fields, 'Content-Type') ?? 'unk')
  const digest =
    fieldOf(fields, 'WARC-Payload-Digest') ?? fieldOf(fields, 'WARC-Block-Digest') ?? sha256Digest(block)
  const index = {
    uri: targetUri(uri),
    date,
    mime: type === 'revisit' ? 'warc/revisit' : essence(mime),
    status,
    digest,
    request: await askedOfKept(snapshot, fields, requests),
  }
  return { bytes, index, type }
}
