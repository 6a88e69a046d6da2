import { readFile, writeFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { redactedRecord } from '../../archive/exchange/write/redact.ts'
import { story } from '../support/site.ts'
import { answer, type Bench, gzipped, openBench, record } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const PAGE = 'http://quay.test/wall'
const DIGEST = `WARC-Payload-Digest: sha256:${'0'.repeat(64)}`

describe('a WARC of somebody else’s that holds cookies', () => {
  test('is kept as it is, with a warning, and goes out again without them', async () => {
    const headers = [
      'Content-Type: text/html; charset=utf-8',
      'Set-Cookie: session=secret-of-others-1;',
      '  Path=/; folded=secret-of-others-2',
      'X-Served-By: a',
    ]
    const asked = `GET /wall HTTP/1.1\r\nHost: quay.test\r\nCookie: session=secret-of-others-3\r\nAccept: */*\r\n\r\n`
    const file = bench.file('others.warc.gz')
    await writeFile(
      file,
      await gzipped(
        record({
          type: 'response',
          id: 'wall',
          uri: PAGE,
          more: [DIGEST, 'WARC-Block-Digest: sha1:AAAA'],
          block: answer(story(), headers),
        }),
        record({
          type: 'request',
          id: 'wall-request',
          uri: PAGE,
          more: ['WARC-Concurrent-To: <urn:test:wall>'],
          block: asked,
        }),
      ),
    )
    const archive = await bench.archive('others')
    const { results } = await archive.import([file])
    expect(results[0]).toMatchObject({ outcome: 'snapshot' })
    const files = await archive.files(results[0]!.snapshotId!)
    expect((await files.read('data/warc.json')).toString()).toContain('secret-of-others-1')
    expect((await files.read('data/network.har')).toString()).not.toContain('secret-of-others')

    for (const as of ['warc', 'wacz'] as const) {
      await archive.export('all', { as, out: bench.file(`out.${as}`) })
    }
    const raw = await readFile(bench.file('out.warc')).catch(() => readFile(bench.file('out.warc.gz')))
    const text = (raw[0] === 0x1f ? gunzipSync(raw) : raw).toString('latin1')
    expect(text).not.toContain('secret-of-others')
    expect(text).toContain('X-Served-By: a\r\n')
    expect(text).toContain('Accept: */*\r\n')
    expect(text).toContain(DIGEST)
    expect(text).not.toContain('WARC-Block-Digest: sha1:AAAA')

    const again = await bench.archive('again')
    const { results: second, archives } = await again.import([bench.file('out.wacz')])
    expect(archives[0]).toMatchObject({ pages: 1 })
    expect(second[0]).toMatchObject({ outcome: 'snapshot', contentHash: results[0]!.contentHash })
  })

  test('leaves every record that holds none as it was, to the byte', () => {
    const fields = [['WARC-Type', 'response']] as const
    const plain = { version: 'WARC/1.0', fields, start: 'HTTP/1.1 200 OK\nA: b\n  c\n\n', rest: null }
    expect(redactedRecord(plain)).toBe(plain)
    const text = { ...plain, fields: [['WARC-Type', 'metadata']] as const, start: 'Cookie: in a text' }
    expect(redactedRecord(text)).toBe(text)
  })
})
