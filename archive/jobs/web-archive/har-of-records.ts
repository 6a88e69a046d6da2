import type { HarEntry, HeaderLines } from '../../capture/index.ts'
import { harOf } from '../../capture/index.ts'
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
  }
}

/**
 * The `network.har` that an export of Stet carries along, with its bodies where they lie in the new bag; null where
 * it is none. It knows what a WARC does not: timings, TLS, who asked for what, and what was never answered.
 */
export function relocatedHar(text: string, answers: readonly StoredAnswer[]): unknown {
  const paths = new Map(answers.flatMap(({ body }) => (body ? [[body.sha256, body.path] as const] : [])))
  try {
    const har = JSON.parse(text) as LooseHar
    const entries = har.log.entries.map(entry => {
      const content = entry.response?.content
      if (!content || typeof content['_sha256'] !== 'string') return entry
      const { _file, _sha256, ...rest } = content
      const path = paths.get(_sha256)
      const held = path ? { ...rest, _file: path, _sha256 } : rest
      return { ...entry, response: { ...entry.response, content: held } }
    })
    return { ...har, log: { ...har.log, entries } }
  } catch {
    return null
  }
}
