import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import type { Archive } from '../../archive/index.ts'
import { openZip } from '../../archive/exchange/wacz/zip.ts'
import { send, type Site, startSite, story } from '../support/site.ts'
import { type Bench, openBench } from './support.ts'

// warcio (Webrecorder) reads what Stet writes: another reader than the one under test.

const PICTURE = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex')
const COOKIE = 'reader=4be1c0ffee'

let site: Site
let bench: Bench
let archive: Archive
let hashes: ReadonlyMap<string, string | null>

interface Seen {
  readonly type: string
  readonly id: string
  readonly uri: string
  readonly date: string
  readonly fields: ReadonlyMap<string, string>
  readonly http: string | null
  readonly body: Buffer
  /** The body with the chunks and codings undone, as this reader does it. */
  readonly decoded: Buffer
}

async function readWith(warc: Buffer): Promise<Seen[]> {
  const seen: Seen[] = []
  const parser = new WARCParser([warc], { keepHeadersCase: true })
  for await (const one of parser) {
    const body = Buffer.from(await one.readFully(false))
    seen.push({
      type: one.warcType ?? '',
      id: one.warcHeader('WARC-Record-ID')!,
      uri: one.warcTargetURI ?? '',
      date: one.warcDate!,
      fields: new Map(one.warcHeaders.headers),
      http: one.httpHeaders?.statusline ?? null,
      body,
      decoded: Buffer.from(one.payload ?? body),
    })
  }
  return seen
}

async function entry(path: string, name: string): Promise<Buffer> {
  const zip = await openZip(path)
  const bytes = await zip.bytes(name, 1e9)
  zip.close()
  return bytes!
}

beforeAll(async () => {
  site = await startSite()
  bench = await openBench()
  archive = await bench.archive('first')
  const page = (path: string, title: string) =>
    site.routes.set(path, (_, response) => {
      const extra = `<figure><img src="/moved.png"><figcaption>The quay</figcaption></figure><img src="/gone.png">`
      const html = story({ title, extra, head: '<link rel="stylesheet" href="/style.css">' })
      const type = 'text/html; charset=utf-8'
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'set-cookie': COOKIE })
      response.end(gzipSync(html))
    })
  page('/wall', 'Harbour board sends sea wall plan back')
  page('/p%C3%A5-kaien', 'Ferry stays at the outer quay')
  site.routes.set('/style.css', send('body{background:url(/moved.png)}', 'text/css'))
  site.routes.set('/quay.png', send(PICTURE, 'image/png'))
  site.routes.set('/moved.png', (_, response) => response.writeHead(302, { location: '/quay.png' }).end())
  const { results } = await archive.capture([`${site.origin}/wall`, `${site.origin}/på-kaien`], {
    engine: 'http',
  })
  hashes = new Map(results.map(result => [result.url ?? '', result.contentHash]))
  expect(results.map(({ outcome }) => outcome)).toEqual(['snapshot', 'snapshot'])
  await archive.export('all', { as: 'wacz', out: bench.file('all.wacz') })
  await archive.export('all', { as: 'warc', out: bench.file('all.warc.gz') })
})
afterAll(async () => {
  await bench.close()
  await site.close()
})

describe('a WARC of Stet', () => {
  test('is read by another program record for record, and every digest it claims is true', async () => {
    const seen = await readWith(await readFile(bench.file('all.warc.gz')))
    expect(seen[0]!.type).toBe('warcinfo')
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    for (const { type, fields, decoded } of seen) {
      if (type !== 'response') continue
      const digest = `sha256:${createHash('sha256').update(decoded).digest('hex')}`
      expect(fields.get('WARC-Payload-Digest')).toBe(digest)
    }
    const page = seen.find(one => one.type === 'response' && one.uri === `${site.origin}/wall`)!
    expect(page.http).toBe('HTTP/1.1 200 OK')
    expect(page.decoded.toString()).toContain('37 cracks')
  })

  test('has a gzip member for each record', async () => {
    const bytes = await readFile(bench.file('all.warc.gz'))
    const index = (await entry(bench.file('all.wacz'), 'indexes/index.cdx')).toString()
    const warc = await entry(bench.file('all.wacz'), 'archive/data-00000.warc.gz')
    const lines = index.trimEnd().split('\n')
    for (const line of lines) {
      const { offset, length, url } = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>
      const member = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length))).toString(
        'latin1',
      )
      expect(member.startsWith('WARC/1.1\r\n')).toBe(true)
      expect(member).toContain(`WARC-Target-URI: ${url}\r\n`)
      expect(member.match(/^WARC\/1\.1\r$/gm)).toHaveLength(1)
    }
    expect(bytes.length).toBeGreaterThan(0)
  })

  test('says that a coding was undone, and gives every exchange one date', async () => {
    const seen = await readWith(await readFile(bench.file('all.warc.gz')))
    const text = gunzipSync(await readFile(bench.file('all.warc.gz'))).toString('latin1')
    expect(text).toMatch(/x-orig-content-encoding: gzip\r\n/)
    expect(text).not.toMatch(/^content-encoding:/im)
    const requests = seen.filter(({ type }) => type === 'request')
    expect(requests.length).toBeGreaterThan(6)
    for (const request of requests) {
      const concurrent = request.fields.get('WARC-Concurrent-To')
      const answered = seen.find(({ id }) => id === concurrent)!
      expect([answered.uri, answered.date]).toEqual([request.uri, request.date])
    }
  })

  test('holds a shared body once: later records refer to it by id, address and date', async () => {
    const seen = await readWith(await readFile(bench.file('all.warc.gz')))
    const revisits = seen.filter(({ type }) => type === 'revisit')
    expect(revisits.map(({ uri }) => new URL(uri).pathname).toSorted()).toEqual(['/quay.png', '/style.css'])
    for (const { fields } of revisits) {
      const original = seen.find(({ id }) => id === fields.get('WARC-Refers-To'))!
      expect(fields.get('WARC-Refers-To-Target-URI')).toBe(original.uri)
      expect(fields.get('WARC-Refers-To-Date')).toBe(original.date)
      expect(fields.get('WARC-Payload-Digest')).toBe(original.fields.get('WARC-Payload-Digest'))
    }
  })

  test('has no cookie in it, and its addresses are percent-encoded', async () => {
    const text = gunzipSync(await readFile(bench.file('all.warc.gz'))).toString('latin1')
    expect(text).not.toContain('4be1c0ffee')
    expect(text).toContain('/p%C3%A5-kaien')
    expect(text).not.toMatch(/^WARC-Target-URI:.*[^\r\n\u0021-\u007e ]/m)
  })
})

describe('a WACZ of Stet', () => {
  test('lists its files with their true hashes, and its digest is that of the list', async () => {
    const path = bench.file('all.wacz')
    const list = await entry(path, 'datapackage.json')
    const {
      profile,
      wacz_version: version,
      resources,
    } = JSON.parse(list.toString()) as Record<string, unknown>
    expect([profile, version]).toEqual(['data-package', '1.1.1'])
    const zip = await openZip(path)
    for (const { path: name, hash, bytes } of resources as { path: string; hash: string; bytes: number }[]) {
      const facts = await zip.facts(name)
      expect({ hash, bytes }).toEqual({ hash: `sha256:${facts.sha256}`, bytes: facts.bytes })
    }
    expect((resources as unknown[]).length).toBe(zip.names.length - 2)
    expect(await zip.stretch('archive/data-00000.warc.gz')).not.toBeNull()
    zip.close()
    const digest = JSON.parse((await entry(path, 'datapackage-digest.json')).toString()) as { hash: string }
    expect(digest.hash).toBe(`sha256:${createHash('sha256').update(list).digest('hex')}`)
  })

  test('has an index in the order of its bytes, and pages whose time is that of their record', async () => {
    const path = bench.file('all.wacz')
    const lines = (await entry(path, 'indexes/index.cdx')).toString().trimEnd().split('\n')
    expect(lines).toEqual(lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    const [header, ...pages] = (await entry(path, 'pages/pages.jsonl')).toString().trimEnd().split('\n')
    expect(JSON.parse(header!)).toMatchObject({ format: 'json-pages-1.0' })
    const seen = await readWith(await entry(path, 'archive/data-00000.warc.gz'))
    expect(pages).toHaveLength(2)
    for (const line of pages) {
      const { url, ts, title } = JSON.parse(line) as Record<string, string>
      expect(title).toMatch(/Harbour|Ferry/)
      expect(
        seen.filter(one => one.type === 'response' && one.uri === url).map(({ date }) => date),
      ).toContain(ts)
    }
  })
})

describe('there and back', () => {
  test.each(['all.wacz', 'all.warc.gz'])(
    'the snapshots of %s have the same content hash, and say who saw them',
    async name => {
      const second = await bench.archive(`second-${name}`)
      const { results, failed, archives } = await second.import([bench.file(name)])
      expect(failed).toEqual([])
      expect(archives[0]).toMatchObject({ pages: 2, problems: [] })
      expect(new Map(results.map(result => [result.url ?? '', result.contentHash]))).toEqual(hashes)
      expect((await second.verify()).problems).toEqual([])
      const { versions } = await second.versions(`${site.origin}/wall`)
      expect(versions[0]!.witness).toBe('imported')
      const [before] = (await archive.versions(`${site.origin}/wall`)).versions
      expect(versions[0]!.capturedAt).toBe(before!.capturedAt)
    },
  )

  test('and out again: every payload keeps its digest, every record its id', async () => {
    const third = await bench.archive('third')
    await third.import([bench.file('all.wacz')])
    await third.export('all', { as: 'warc', out: bench.file('again.warc') })
    const facts = (seen: readonly Seen[]) =>
      seen
        .filter(({ type, uri }) => type !== 'warcinfo' && !uri.startsWith('urn:stet:'))
        .map(({ type, id, uri, date, fields }) =>
          [id, type, uri, date, fields.get('WARC-Payload-Digest')].join(' '),
        )
        .toSorted()
    const before = facts(await readWith(await readFile(bench.file('all.warc.gz'))))
    expect(before.length).toBeGreaterThan(10)
    expect(facts(await readWith(await readFile(bench.file('again.warc'))))).toEqual(before)
  })

  test('a file that is imported again, with later versions above it, brings nothing that is not there', async () => {
    const twice = await bench.archive('twice')
    await twice.import([bench.file('all.wacz')])
    site.routes.set('/wall', send(story({ title: 'Harbour board builds after all' })))
    await twice.capture([`${site.origin}/wall`], { engine: 'http' })
    const { results } = await twice.import([bench.file('all.wacz')])
    expect(results.map(({ outcome }) => outcome)).toEqual(['check', 'check'])
    const { versions } = await twice.versions(`${site.origin}/wall`)
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
  })

  test('a text file that was imported is the same file afterwards', async () => {
    const { writeFile } = await import('node:fs/promises')
    const first = await bench.archive('texts')
    await writeFile(
      bench.file('note.txt'),
      'Sea wall\n\nThe county has set aside 4.2 million crowns for the work on the wall.\n',
    )
    const { results } = await first.import([bench.file('note.txt')])
    await first.export('all', { as: 'wacz', out: bench.file('texts.wacz') })
    const second = await bench.archive('texts-again')
    const again = await second.import([bench.file('texts.wacz')])
    expect(again.failed).toEqual([])
    expect(again.results[0]).toMatchObject({
      contentHash: results[0]!.contentHash,
      sourceId: results[0]!.sourceId,
    })
  })

  test('an export never writes over a file, and leaves nothing behind when it is stopped', async () => {
    await expect(archive.export('all', { as: 'wacz', out: bench.file('all.wacz') })).rejects.toMatchObject({
      code: 'usage',
    })
    const stop = new AbortController()
    const onSnapshot = () => stop.abort()
    const stopped = archive.export('all', {
      as: 'wacz',
      out: bench.file('stopped.wacz'),
      signal: stop.signal,
      onSnapshot,
    })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    const { readdir } = await import('node:fs/promises')
    expect((await readdir(bench.dir)).filter(name => name.includes('stopped'))).toEqual([])
  })
})
