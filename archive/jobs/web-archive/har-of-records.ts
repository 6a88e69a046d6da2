import type { HarEntry, HeaderLines } from '../../capture/index.ts'
import { harOf } from '../../capture/index.ts'
import type { BodyRef } from '../../model/captured.ts'
import type { StoredAnswer } from './store-records.ts'

const UNKNOWN = { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 } as const

const pairs = (lines: HeaderLines) => lines.map(([name, value]) => ({ name, value }))

function kindOf(mime: string | null): string {
  const [type = ''] = (mime ?? '').split('/', 1)
  if (mime === 'text/css') return 'style'
  if (/javascript/.test(mime ?? '')) return 'script'
  return type === 'image' || type === 'font' ? type : type === 'video' || type === 'audio' ? 'media' : 'other'
}

/** One answer of a web archive as a HAR entry. What a WARC does not tell (the timings) is left open. */
function entryOf(answer: StoredAnswer, pageUrl: string, startedAt: string): HarEntry {
  const { record, body, mime, wireBytes } = answer
  const url = URL.parse(record.uri)
  return {
    pageref: 'page_1',
    startedDateTime: record.at === null ? startedAt : new Date(record.at).toISOString(),
    time: 0,
    request: {
      method: answer.request?.method ?? 'GET',
      url: record.uri,
      httpVersion: answer.httpVersion || 'HTTP/1.1',
      cookies: [],
      headers: pairs(answer.request?.headers ?? []),
      queryString: [...(url?.searchParams ?? [])].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: answer.status ?? (body ? 200 : 0),
      statusText: answer.statusText,
      httpVersion: answer.httpVersion,
      cookies: [],
      headers: pairs(answer.headers),
      content: {
        size: body?.bytes ?? 0,
        mimeType: mime ?? 'x-unknown',
        ...(body ? { _file: body.path, _sha256: body.sha256 } : {}),
      },
      redirectURL: record.location ?? '',
      headersSize: -1,
      bodySize: wireBytes,
    },
    cache: {},
    timings: UNKNOWN,
    ...(answer.remoteAddress ? { serverIPAddress: answer.remoteAddress } : {}),
    _resourceType: record.uri === pageUrl ? 'page' : kindOf(mime),
    _initiator: record.uri === pageUrl ? null : (record.referer ?? pageUrl),
    ...(answer.cut ? { _cut: answer.cut } : {}),
  }
}

export interface RecordHarFacts {
  readonly answers: readonly StoredAnswer[]
  readonly pageUrl: string
  readonly startedAt: string
  readonly title: string
  readonly creator: { readonly name: string; readonly version: string }
}

/** `network.har` of a page that came out of a web archive. */
export function harOfRecords({ answers, pageUrl, startedAt, title, creator }: RecordHarFacts) {
  const entries = answers.map(answer => entryOf(answer, pageUrl, startedAt))
  return harOf({ startedAt, title, creator, entries })
}

interface LooseHar {
  readonly log: {
    readonly entries: readonly { readonly response?: { readonly content?: Record<string, unknown> } }[]
    readonly _parts?: readonly Record<string, unknown>[]
  }
}

/** What says where a body lies, saying where it lies now. */
function relocated(
  content: Record<string, unknown>,
  paths: ReadonlyMap<unknown, string>,
): Record<string, unknown> {
  const { _file: was, _sha256: sha256, ...rest } = content
  const path = paths.get(sha256)
  return was !== undefined && path ? { ...rest, _file: path, _sha256: sha256 } : rest
}

/**
 * The `network.har` that an export of Stet carries along, with its bodies where they lie in the new bag; null where
 * it is none. It knows what a WARC does not: timings, TLS, who asked for what, and what was never answered.
 */
export function relocatedHar(text: string, bodies: Iterable<BodyRef>): unknown {
  const paths = new Map<unknown, string>(Array.from(bodies, ({ sha256, path }) => [sha256, path]))
  try {
    const { log } = JSON.parse(text) as LooseHar
    const { _parts: parts } = log
    const entries = log.entries.map(entry =>
      entry.response?.content
        ? { ...entry, response: { ...entry.response, content: relocated(entry.response.content, paths) } }
        : entry,
    )
    return {
      log: { ...log, entries, ...(parts ? { _parts: parts.map(part => relocated(part, paths)) } : {}) },
    }
  } catch {
    return null
  }
}
