import { createHash } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { story } from '../support/site.ts'
import { answer, type Bench, gzipped, openBench, record, type RecordDraft } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const html = ['Content-Type: text/html; charset=utf-8']
const PICTURE = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const response = (id: string, uri: string, block: Buffer, rest: Partial<RecordDraft> = {}) =>
  record({ type: 'response', id, uri, block, ...rest })
const request = (to: string, uri: string, lines: readonly string[], rest: Partial<RecordDraft> = {}) => {
  const more = [`WARC-Concurrent-To: <urn:test:${to}>`]
  const block = `GET ${new URL(uri).pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
  return record({ type: 'request', id: `${to}-request`, uri, more, block, ...rest })
}

async function imported(name: string, ...records: Buffer[]) {
  await writeFile(bench.file(`${name}.warc.gz`), await gzipped(...records))
  const archive = await bench.archive(name)
  const answered = await archive.import([bench.file(`${name}.warc.gz`)])
  return { archive, ...answered }
}

async function harOf(path: string) {
  const { log } = JSON.parse(await readFile(join(path, 'data/network.har'), 'utf8')) as {
    log: {
      entries: { request: { url: string }; response: { status: number; content: { _file?: string } } }[]
    }
  }
  return log.entries
}

describe('the pages of a WARC that others made', () => {
  const other = 'http://quay.test/ferry'
  const wall = 'http://quay.test/wall'
  const picture = '<figure><img src="/quay.png"><figcaption>The quay</figcaption></figure>'

  test('are its HTML answers, without frames, errors and redirects; each takes its own parts along', async () => {
    const { results, archives } = await imported(
      'two',
      response('moved', 'http://quay.test/old', answer('', ['Location: /wall', ...html], '301 Moved')),
      response('wall', wall, answer(story({ extra: `${picture}<iframe src="/frame"></iframe>` }))),
      response('frame', 'http://quay.test/frame', answer(story({ title: 'A frame' }))),
      request('frame', 'http://quay.test/frame', [`Referer: ${wall}`, 'Sec-Fetch-Dest: iframe']),
      response('quay', 'http://quay.test/quay.png', answer(PICTURE, ['Content-Type: image/png'])),
      response('gone', 'http://quay.test/gone', answer('<h1>Gone</h1>', html, '404 Not Found')),
      response('data', 'http://quay.test/data.json', answer('{}', ['Content-Type: application/json'])),
      request('data', 'http://quay.test/data.json', [`Referer: ${other}`]),
      response('ferry', other, answer(story({ title: 'Ferry stays at the outer quay' }))),
    )
    expect(archives[0]).toMatchObject({ pages: 2, problems: [] })
    const by = new Map(results.map(result => [result.url!, result]))
    const urls = async (url: string) =>
      (await harOf(by.get(url)!.path!)).map(entry => new URL(entry.request.url).pathname)
    expect((await urls(wall)).toSorted()).toEqual(['/frame', '/quay.png', '/wall'])
    expect((await urls(other)).toSorted()).toEqual(['/data.json', '/ferry'])
  })

  test('are dated by their records and say who saw them; a second state of a page is its next version', async () => {
    const { archive, results } = await imported(
      'twice',
      response('b', wall, answer(story().replace('37 cracks', '39 cracks')), {
        date: '2026-04-01T08:00:00Z',
      }),
      response('a', wall, answer(story()), { date: '2026-03-01T08:00:00.123456Z' }),
    )
    expect(results.map(({ version, capturedAt }) => [version, capturedAt])).toEqual([
      [1, '2026-03-01T08:00:00.123Z'],
      [2, '2026-04-01T08:00:00.000Z'],
    ])
    const { versions } = await archive.versions(wall)
    expect(versions.map(({ witness }) => witness)).toEqual(['imported', 'imported'])
    const files = await archive.files(results[0]!.snapshotId!)
    expect(await files.json('data/snapshot.json')).toMatchObject({
      engine: { name: 'import' },
      import: { kind: 'warc', webArchive: { recordId: 'urn:test:a', fileName: 'twice.warc.gz' } },
    })
  })

  test('are read through codings and chunks, and go out again with the bytes they came in', async () => {
    const packed = gzipSync(story())
    const chunked = Buffer.concat([
      Buffer.from(`${packed.length.toString(16)}\r\n`),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ])
    const block = answer(chunked, [...html, 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'])
    const { archive, results } = await imported('coded', response('a', wall, block))
    expect(results[0]).toMatchObject({ outcome: 'snapshot', title: 'Harbour board sends sea wall plan back' })
    await archive.export('all', { as: 'warc', out: bench.file('coded-again.warc') })
    expect((await readFile(bench.file('coded-again.warc'))).includes(block)).toBe(true)
  })

  test('may be resources, which came without any request, in the charset that their record names', async () => {
    const block = Buffer.from(
      story({ title: 'Кофе на причале' }).replace('<meta charset="utf-8">', ''),
      'utf16le',
    )
    const page = record({ type: 'resource', id: 'a', uri: wall, mime: 'text/html; charset=utf-16le', block })
    const { results } = await imported('resource', page)
    expect(results[0]).toMatchObject({ outcome: 'snapshot', title: 'Кофе на причале', url: wall })
  })

  test('find the body of a revisit in the record it refers to', async () => {
    const digest = `sha256:${createHash('sha256').update('same').digest('hex')}`
    const head = Buffer.from(`HTTP/1.1 200 OK\r\n${html.join('\r\n')}\r\n\r\n`)
    const more = [
      `WARC-Payload-Digest: ${digest}`,
      'WARC-Refers-To-Target-URI: http://quay.test/wall',
      'WARC-Refers-To-Date: 2026-03-01T08:00:00Z',
    ]
    const { results, failed } = await imported(
      'revisit',
      response('a', wall, answer(story())),
      record({ type: 'revisit', id: 'r', uri: other, date: '2026-03-02T08:00:00Z', more, block: head }),
      record({
        type: 'revisit',
        id: 'lost',
        uri: 'http://quay.test/lost',
        more: ['WARC-Refers-To: <urn:test:elsewhere>'],
        block: head,
      }),
    )
    expect(results.map(({ url, title }) => [url, title])).toEqual([
      [wall, 'Harbour board sends sea wall plan back'],
      [other, 'Harbour board sends sea wall plan back'],
    ])
    expect(failed[0]!.error.message).toMatch(/lost cannot be imported .* only stands for an earlier one/)
  })

  test('that are no story are attempts, and the log keeps when that was', async () => {
    const { archive, results } = await imported(
      'pdf',
      response('a', wall, answer('', html)),
      response('b', other, answer(story())),
    )
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['attempt', 'empty'],
      ['snapshot', null],
    ])
    expect((await archive.log(1)).map(({ type }) => type)).toContain('attempt')
  })
})

test('a web archive that was handed over is one input with one result, and its pages are summed up', async () => {
  await imported(
    'handed',
    response('a', 'http://quay.test/a', answer(story({ title: 'First of the two stories' }))),
    response('b', 'http://quay.test/b', answer(story({ title: 'Second of the two stories' }))),
  )
  await copyFile(bench.file('handed.warc.gz'), bench.file('incoming-17'))
  const archive = await bench.archive('handed-over')
  const told: string[] = []
  const { results, failed } = await archive.importHanded(
    [{ path: bench.file('incoming-17'), name: 'crawl.warc.gz' }],
    {
      onResult: ({ input }) => told.push(input),
    },
  )
  expect([failed, told]).toEqual([[], ['crawl.warc.gz']])
  expect(results[0]!.warnings[0]).toEqual({
    code: 'web-archive',
    message: '2 pages in this file: 2 kept, 0 unchanged, 0 not reached, 0 failed.',
  })
  expect(await archive.sources(null)).toHaveLength(2)
})
