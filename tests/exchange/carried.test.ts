import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send, type Site, startSite, story } from '../support/site.ts'
import { type Bench, gzipped, openBench } from './support.ts'

let site: Site
let bench: Bench
let records: Buffer[]
let id: string

/** The records of a WARC without compression, each with the empty lines that end it. */
function split(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1')
  return text.split(/(?<=\r\n\r\n)(?=WARC\/1\.1\r\n)/).map(one => Buffer.from(one, 'latin1'))
}

/** A record with another block, and lengths and digests to match. */
function withBlock(record: Buffer, change: (block: string) => string): Buffer {
  const text = record.toString('utf8')
  const end = text.indexOf('\r\n\r\n') + 4
  const block = Buffer.from(change(text.slice(end, -4)))
  const digest = `sha256:${createHash('sha256').update(block).digest('hex')}`
  const head = text
    .slice(0, end)
    .replace(/Content-Length: \d+/, `Content-Length: ${block.length}`)
    .replaceAll(/-Digest: \S+/g, `-Digest: ${digest}`)
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])
}

const stands = (path: string) => (record: Buffer) => record.includes(`urn:stet:snapshot:${id}:${path}\r\n`)

/** The export with some of its files in another form. */
async function exportWith(
  name: string,
  changes: Readonly<Record<string, (block: string) => string>>,
): Promise<string> {
  const changed = records.map(record => {
    const path = Object.keys(changes).find(one => stands(one)(record))
    return path ? withBlock(record, changes[path]!) : record
  })
  await writeFile(bench.file(name), await gzipped(...changed))
  return bench.file(name)
}

/** The article as another Stet would have made it, and the hash that goes with it. */
function reworded(block: string): { article: string; hash: Promise<string> } {
  const article = block.replace('Harbour board', 'The harbour board')
  const hash = import('../../archive/model/content-hash.ts').then(
    ({ contentHash }) => contentHash(JSON.parse(article) as never).value,
  )
  return { article, hash }
}

beforeAll(async () => {
  site = await startSite()
  bench = await openBench()
  const archive = await bench.archive('first')
  site.routes.set('/wall', send(story()))
  const { results } = await archive.capture([`${site.origin}/wall`], { engine: 'http' })
  id = results[0]!.snapshotId!
  await archive.export([id], { as: 'warc', out: bench.file('one.warc.gz') })
  records = split(gunzipSync(await readFile(bench.file('one.warc.gz'))))
  expect(records.length).toBeGreaterThan(6)
})
afterAll(async () => {
  await bench.close()
  await site.close()
})

test('an article that another Stet made of the page is kept as it was exported, and that is said', async () => {
  const block = records.find(stands('article.json'))!.toString('utf8').split('\r\n\r\n')[1]!
  const { article, hash } = reworded(block)
  const value = await hash
  const path = await exportWith('older.warc.gz', {
    'article.json': () => article,
    'snapshot.json': text => text.replace(/("value": ")[0-9a-f]{64}/, `$1${value}`),
  })
  const { results } = await (await bench.archive('older')).import([path])
  expect(results[0]).toMatchObject({ outcome: 'snapshot', contentHash: value })
  expect(results[0]!.title).toMatch(/^The harbour board/)
  expect(results[0]!.warnings.map(({ code }) => code)).toEqual(['article-carried'])
})

test('an article whose hash is not the one claimed for it is not believed: the page is read anew', async () => {
  const path = await exportWith('forged.warc.gz', {
    'article.json': text => text.replace('37 cracks', '3 cracks'),
    'snapshot.json': text => text.replace(/("value": ")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`),
  })
  const archive = await bench.archive('forged')
  const { results } = await archive.import([path])
  const { text } = await archive.show(results[0]!.snapshotId!, 'text')
  expect(text).toContain('37 cracks')
})

test('an article that is none, and a snapshot.json that is none, end in the page read anew or in words', async () => {
  const broken = await exportWith('broken.warc.gz', { 'article.json': () => '{"blocks": 7}' })
  const { results } = await (await bench.archive('broken')).import([broken])
  expect(results[0]).toMatchObject({ outcome: 'snapshot' })
  const headless = await exportWith('headless.warc.gz', { 'snapshot.json': () => '{' })
  const answer = await (await bench.archive('headless')).import([headless])
  expect(answer.failed[0]!.error.message).toMatch(/cannot be imported from headless\.warc\.gz/)
})
