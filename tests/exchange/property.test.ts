import { writeFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ByteSource, openBytes } from '../../archive/exchange/warc/byte-source.ts'
import { bareFieldOf, type Fields, fieldOf } from '../../archive/exchange/warc/fields.ts'
import { readRecord } from '../../archive/exchange/warc/read-record.ts'
import type { Scanned } from '../../archive/exchange/warc/record.ts'
import { scanGzip } from '../../archive/exchange/warc/scan-gzip.ts'
import { scanPlain } from '../../archive/exchange/warc/scan-plain.ts'
import {
  recordBytes,
  sha256Digest,
  targetUri,
  WARC_VERSION,
} from '../../archive/exchange/write/record-bytes.ts'
import { surt } from '../../archive/exchange/write/cdxj.ts'
import { base32 } from '../../archive/exchange/warc/digest.ts'
import { dechunk } from '../../archive/exchange/warc/body-codings.ts'
import { type Bench, gzipped, openBench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

async function scanned(
  name: string,
  bytes: Buffer,
  gzip: boolean,
  use: (source: ByteSource, all: Scanned[]) => Promise<void>,
) {
  await writeFile(bench.file(name), bytes)
  const source = await openBytes(bench.file(name))
  try {
    await use(source, await Array.fromAsync(gzip ? scanGzip(source) : scanPlain(source)))
  } finally {
    await source.close()
  }
}

const blocks = fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 1, maxLength: 6 })

const draft = (block: Uint8Array, i: number): Buffer => {
  const fields: Fields = [
    ['WARC-Type', 'resource'],
    ['WARC-Record-ID', `<urn:test:${i}>`],
    ['WARC-Date', '2026-03-01T08:00:00Z'],
    ['WARC-Block-Digest', sha256Digest(block)],
    ['Content-Length', String(block.length)],
  ]
  return recordBytes(WARC_VERSION, fields, block)
}

test('whatever bytes a record holds, they are found again, plain and compressed, without a complaint', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.boolean(), async (bodies, gzip) => {
      const records = bodies.map(draft)
      const bytes = gzip ? await gzipped(...records) : Buffer.concat(records)
      await scanned('any', bytes, gzip, async (source, all) => {
        expect(all).toHaveLength(bodies.length)
        for (const [i, one] of all.entries()) {
          if ('damage' in one) throw new Error(one.damage)
          expect([bareFieldOf(one.fields, 'WARC-Record-ID'), one.problems]).toEqual([`urn:test:${i}`, []])
          const { block } = await readRecord(source, gzip, one)
          expect(Buffer.compare(block, bodies[i]!)).toBe(0)
        }
      })
    }),
    { numRuns: 60 },
  )
})

test('a file that was cut or overwritten anywhere is read to its end, and never passed off as sound', async () => {
  await fc.assert(
    fc.asyncProperty(
      blocks,
      fc.boolean(),
      fc.nat(),
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      async (bodies, gzip, at, junk) => {
        const records = bodies.map(draft)
        const whole = gzip ? await gzipped(...records) : Buffer.concat(records)
        const bytes = Buffer.from(whole)
        bytes.set(junk.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length)
        await scanned('broken', bytes, gzip, async (source, all) => {
          for (const one of all) {
            if ('damage' in one || one.problems.length > 0) continue
            const claim = fieldOf(one.fields, 'WARC-Block-Digest')
            const { block } = await readRecord(source, gzip, one)
            if (claim?.startsWith('sha256:')) expect(claim.toLowerCase()).toBe(sha256Digest(block))
          }
          expect(all.length).toBeGreaterThan(0)
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('an address is ASCII without spaces in a record, and means the same', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'grapheme' }),
      (url, words) => {
        const written = targetUri(
          `${url.split('#')[0]}${url.includes('?') ? '' : '?q='}${words.replaceAll('#', '')}`,
        )
        expect(written).toMatch(/^[!-~]+$/)
        expect(targetUri(written)).toBe(written)
      },
    ),
  )
})

test('chunks come apart as they were put together', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 })), pieces => {
      const chunked = pieces.flatMap(piece => [
        `${piece.length.toString(16)}\r\n`,
        Buffer.from(piece),
        '\r\n',
      ])
      const bytes = Buffer.concat([...chunked, '0\r\n\r\n'].map(part => Buffer.from(part as string)))
      expect(dechunk(bytes)).toEqual(Buffer.concat(pieces))
    }),
  )
})

test('addresses sort by host, turned round', () => {
  expect(surt('https://www.News.example:8443/A?b=2&a=1')).toBe('example,news:8443)/a?a=1&b=2')
  expect(surt('urn:stet:snapshot:0:article.json')).toBe('urn:stet:snapshot:0:article.json')
})

test('SHA-1 is spelled as others spell it', () => {
  // RFC 4648, section 10.
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(text => base32(Buffer.from(text)))).toEqual([
    '',
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ])
})
