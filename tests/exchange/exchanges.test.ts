import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { type ExportedSnapshot, exportWebArchive } from '../../archive/exchange/index.ts'
import { openZip } from '../../archive/exchange/wacz/zip.ts'
import { type Bench, openBench } from './support.ts'

// Exchanges that are unlike the usual ones, as `network.har` has them.

const ID = '0011223344556677'
const AT = '2026-03-01T08:00:00.000Z'
const BODY = Buffer.from('{"tide":4}')
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

interface Draft {
  readonly url: string
  readonly method?: string
  readonly status?: number
  readonly at?: string
  readonly version?: string
  readonly requestHeaders?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly posted?: string
  /** With a stored body. */
  readonly body?: boolean
  readonly cut?: string
}

const pairs = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }))

function entry({
  url,
  method = 'GET',
  status = 200,
  at = AT,
  version = 'HTTP/1.1',
  requestHeaders = {},
  headers = {},
  posted,
  body,
  cut,
}: Draft) {
  const path = 'data/resources/tide.json'
  return {
    startedDateTime: at,
    request: {
      method,
      url,
      httpVersion: version,
      headers: pairs(requestHeaders),
      cookies: [],
      ...(posted === undefined
        ? {}
        : { postData: { mimeType: requestHeaders['content-type'] ?? '', text: posted } }),
    },
    response: {
      status,
      statusText: '',
      httpVersion: version,
      headers: pairs(headers),
      cookies: [],
      content: {
        size: body ? BODY.length : 0,
        mimeType: 'application/json',
        ...(body ? { _file: path, _sha256: sha256(BODY) } : {}),
      },
      redirectURL: '',
      bodySize: Number(headers['content-length'] ?? 0),
    },
    ...(cut ? { _cut: cut } : {}),
  }
}

const DRAFTS: readonly Draft[] = [
  {
    url: 'https://sea.example/tide?port=outer quay|north&x={1}#now',
    body: true,
    version: 'HTTP/2',
    requestHeaders: { ':authority': 'sea.example', ':path': '/tide', accept: '*/*' },
    headers: {
      ':status': '200',
      'content-encoding': 'br',
      'transfer-encoding': 'chunked',
      'content-length': '5',
      'x-note': 'two\r\nlines',
    },
  },
  { url: 'https://bücher.example/größe', status: 404, headers: { 'content-length': '120' } },
  { url: 'https://sea.example/none', status: 204 },
  { url: 'https://sea.example/same', status: 304, headers: { 'content-length': '900' } },
  { url: 'https://sea.example/head', method: 'HEAD', headers: { 'content-length': '900' } },
  { url: 'https://sea.example/tide', method: 'OPTIONS', status: 204 },
  {
    url: 'https://sea.example/tide',
    method: 'POST',
    posted: 'port=north',
    requestHeaders: { 'content-type': 'application/x-www-form-urlencoded' },
    body: true,
    at: '2026-03-01T08:00:01.500Z',
  },
  { url: 'https://sea.example/film', status: 200, cut: 'too-large' },
  { url: 'https://sea.example/lost', status: 0 },
  { url: 'data:text/plain,no', status: 200 },
]

let bench: Bench
let records: {
  type: string
  uri: string
  date: string
  fields: Map<string, string>
  http: string
  headers: Map<string, string>
  body: string
}[]

beforeAll(async () => {
  bench = await openBench()
  const files: Record<string, Buffer> = {
    'data/network.har': Buffer.from(JSON.stringify({ log: { entries: DRAFTS.map(entry) } })),
    'data/resources/tide.json': BODY,
    'data/article.html': Buffer.from('<p>Words</p>'),
  }
  const snapshot = {
    record: { snapshotId: ID, title: 'Tides', finalUrl: DRAFTS[0]!.url, capturedAt: AT, http: null },
    paths: Object.keys(files),
    read: async (path: string) => files[path]!,
  } as unknown as ExportedSnapshot
  for (const as of ['warc', 'wacz'] as const) {
    async function* snapshots() {
      yield snapshot
    }
    await exportWebArchive({
      as,
      out: bench.file(as === 'warc' ? 'odd.warc' : 'odd.wacz'),
      title: 'Odd',
      snapshots: snapshots(),
      software: { name: 'stet', version: '0' },
      created: AT,
      signal: new AbortController().signal,
      onSnapshot: () => {},
    })
  }
  records = []
  for await (const one of new WARCParser([await readFile(bench.file('odd.warc'))], {
    keepHeadersCase: true,
  })) {
    const body = Buffer.from(await one.readFully(false)).toString()
    records.push({
      type: one.warcType ?? '',
      uri: one.warcTargetURI ?? '',
      date: one.warcDate!,
      fields: new Map(one.warcHeaders.headers),
      http: one.httpHeaders?.statusline ?? '',
      headers: new Map(
        [...(one.httpHeaders?.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body,
    })
  }
})
afterAll(() => bench.close())

const of = (type: string, end: string, http = '') =>
  records.find(one => one.type === type && one.uri.endsWith(end) && one.http.includes(http))!

test('what was never answered, or never asked of a server, is no exchange', () => {
  const uris = records.filter(({ type }) => type === 'response' || type === 'revisit').map(({ uri }) => uri)
  expect(uris).toHaveLength(8)
  expect(uris.some(uri => /lost|^data:/.test(uri))).toBe(false)
})

test('addresses are ASCII, without spaces, fragments and what no URI may hold', () => {
  expect(of('response', 'x=%7B1%7D').uri).toBe('https://sea.example/tide?port=outer%20quay%7Cnorth&x=%7B1%7D')
  expect(of('response', 'C3%9Fe').uri).toBe('https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe')
})

test('HTTP/2 is written as HTTP/1.1: no header begins with a colon, and a host is named', () => {
  const [asked, told] = [of('request', 'x=%7B1%7D'), of('response', 'x=%7B1%7D')]
  expect(asked.http).toBe('GET /tide?port=outer%20quay|north&x={1} HTTP/1.1')
  expect([...asked.headers.keys(), ...told.headers.keys()].filter(name => name.startsWith(':'))).toEqual([])
  expect(asked.headers.get('host')).toBe('sea.example')
  expect(told.http).toBe('HTTP/1.1 200')
})

test('what speaks of the body on the wire is renamed, and no header has two lines', () => {
  const { headers, body } = of('response', 'x=%7B1%7D')
  expect(body).toBe(BODY.toString())
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-orig-content-encoding': 'br',
    'x-orig-transfer-encoding': 'chunked',
    'x-orig-content-length': '5',
    'content-length': String(BODY.length),
    'x-note': 'two lines',
  })
  expect(headers.has('content-encoding') || headers.has('transfer-encoding')).toBe(false)
})

test('an answer that has no body by its nature is whole; one whose body was not kept says so', () => {
  for (const end of ['/none', '/same', '/head'])
    expect(of('response', end).fields.has('WARC-Truncated'), end).toBe(false)
  expect(of('response', 'C3%9Fe').fields.get('WARC-Truncated')).toBe('unspecified')
  expect(of('response', '/film').fields.get('WARC-Truncated')).toBe('length')
})

test('a request goes with its answer: the same date, what was sent, and a body that was there before by reference', () => {
  const asked = records.find(one => one.type === 'request' && one.http.startsWith('POST'))!
  expect(asked.body).toBe('port=north')
  const told = records.find(
    one => one.fields.get('WARC-Record-ID') === asked.fields.get('WARC-Concurrent-To'),
  )!
  expect([told.type, told.date]).toEqual(['revisit', asked.date])
  expect(told.fields.get('WARC-Refers-To-Target-URI')).toBe(of('response', 'x=%7B1%7D').uri)
  expect(told.fields.get('WARC-Refers-To-Date')).toBe(AT)
})

test('the index has every answer in the order of its bytes, and tells requests to one address apart', async () => {
  const zip = await openZip(bench.file('odd.wacz'))
  const lines = (await zip.bytes('indexes/index.cdx', 1e6))!.toString().trimEnd().split('\n')
  zip.close()
  expect(lines).toEqual(lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  const sea = lines
    .filter(line => line.startsWith('example,sea)/tide'))
    .map(line => JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>)
  expect(sea.map(({ method = 'GET', status, mime }) => `${method} ${status} ${mime}`).toSorted()).toEqual([
    'GET 200 application/json',
    'OPTIONS 204 application/json',
    'POST 200 warc/revisit',
  ])
  expect(sea.find(({ method }) => method === 'POST')).toMatchObject({ requestBody: 'port=north' })
})
