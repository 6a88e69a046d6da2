import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { openWebArchive } from '../../archive/exchange/index.ts'
import { readTimeStamp } from '../../archive/exchange/wacz/time-stamp.ts'
import { story } from '../support/site.ts'
import { answer, type Bench, gzipped, openBench, record } from './support.ts'

let bench: Bench
beforeAll(async () => (bench = await openBench()))
afterAll(() => bench.close())

const SIGNAL = new AbortController().signal
const PAGE = 'https://news.example/wall'
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

async function problemsOf(name: string, bytes: Buffer): Promise<readonly string[]> {
  await writeFile(bench.file(name), bytes)
  const open = await openWebArchive(bench.file(name), name, SIGNAL)
  await open.close()
  return open.problems
}

describe('a record in several pieces', () => {
  const whole = answer(story({ title: 'The wall in pieces' }))
  const cuts = [whole.subarray(0, 400), whole.subarray(400, 900), whole.subarray(900)]
  const body = whole.subarray(whole.indexOf('\r\n\r\n') + 4)
  const first = record({
    type: 'response',
    id: 'one',
    uri: PAGE,
    block: cuts[0]!,
    more: ['WARC-Segment-Number: 1', `WARC-Payload-Digest: sha256:${sha256(body)}`],
  })
  const later = (n: number, more: readonly string[] = []) =>
    record({
      type: 'continuation',
      id: `piece-${n}`,
      uri: PAGE,
      mime: 'application/octet-stream',
      block: cuts[n - 1]!,
      more: ['WARC-Segment-Origin-ID: <urn:test:one>', `WARC-Segment-Number: ${n}`, ...more],
    })
  const last = later(3, [`WARC-Segment-Total-Length: ${whole.length}`])

  test('is put together, and goes out again in the pieces it came in', async () => {
    await writeFile(bench.file('pieces.warc.gz'), await gzipped(first, later(2), last))
    const archive = await bench.archive('pieces')
    const { results, archives } = await archive.import([bench.file('pieces.warc.gz')])
    expect(archives[0]).toMatchObject({ pages: 1, problems: [] })
    const { text } = await archive.show(results[0]!.snapshotId!, 'text')
    expect(text).toContain('in March at the earliest')
    await archive.export('all', { as: 'warc', out: bench.file('pieces-again.warc') })
    const again = (await readFile(bench.file('pieces-again.warc'))).toString('latin1')
    for (const one of [first, later(2), last]) expect(again).toContain(one.toString('latin1'))
  })

  test.each([
    ['a piece missing in the middle', [first, last], /piece 2 of it is missing/],
    ['the end missing', [first, later(2)], /last piece of it is missing/],
    ['only its beginning', [first], /only the first piece/],
    ['no beginning', [later(2), last], /not its beginning/],
    [
      'another length than announced',
      [first, later(2), later(3, ['WARC-Segment-Total-Length: 7'])],
      /7 are announced/,
    ],
  ])('with %s says so', async (_what, records, words) => {
    expect((await problemsOf('lost.warc', Buffer.concat(records))).join('\n')).toMatch(words)
  })
})

test('cookies in records of others are kept as they came, and that is said', async () => {
  const asked = record({
    type: 'request',
    id: 'asked',
    uri: PAGE,
    block: `GET /wall HTTP/1.1\r\nHost: news.example\r\nCookie: reader=4be1\r\n\r\n`,
    more: ['WARC-Concurrent-To: <urn:test:told>'],
  })
  const told = record({ type: 'response', id: 'told', uri: PAGE, block: answer(story()) })
  await writeFile(bench.file('cookie.warc'), Buffer.concat([told, asked]))
  const { results } = await (await bench.archive('cookie')).import([bench.file('cookie.warc')])
  const said = results[0]!.warnings.find(({ code }) => code === 'secrets-inside')
  expect(said?.message).toMatch(/^1 record of this page hold/)
})

describe('a form of web archive that is not read', () => {
  test.each([
    [
      'old.arc',
      'filedesc://old.arc 0.0.0.0 20060101000000 text/plain 76\n1 0 Archive\n',
      /ARC file.*turn it into WARC/,
    ],
    ['old.arc.gz', '\u001f\u008b\u0008', /ARC file/],
    ['new.warc.zst', '\u0028\u00b5\u002f\u00fd', /Zstandard.*unpack it first/],
  ])('%s is refused with what to do', async (name, bytes, words) => {
    await writeFile(bench.file(name), Buffer.from(bytes, 'latin1'))
    const { failed } = await (await bench.archive(`for-${name}`)).import([bench.file(name)])
    expect(failed[0]!.error.code).toBe('bad-input')
    expect(failed[0]!.error.message).toMatch(words)
  })
})

async function zipped(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries))
    zip.addBuffer(Buffer.from(content as string), name, { compress: false })
  zip.end()
  return Buffer.concat(await Array.fromAsync(zip.outputStream as unknown as AsyncIterable<Buffer>))
}

async function wacz(title: string, url: string, folder = ''): Promise<Buffer> {
  const warc = await gzipped(
    record({ type: 'response', id: title, uri: url, block: answer(story({ title })) }),
  )
  const pages = `{"format":"json-pages-1.0","id":"pages"}\n${JSON.stringify({ url, ts: '2026-03-01T08:00:00Z' })}\n`
  const files: Record<string, string | Buffer> = {
    'archive/2026/data.warc.gz': warc,
    'pages/pages.jsonl': pages,
  }
  const resources = Object.entries(files).map(([path, content]) => ({
    path,
    hash: `sha256:${sha256(content)}`,
  }))
  files['datapackage.json'] = JSON.stringify({ profile: 'data-package', resources })
  return zipped(Object.fromEntries(Object.entries(files).map(([name, content]) => [folder + name, content])))
}

describe('a WACZ that is put together in another way', () => {
  test('in a folder that was packed along is read as if it were not', async () => {
    await writeFile(bench.file('folder.wacz'), await wacz('In a folder', PAGE, 'my export/'))
    const { results, archives } = await (await bench.archive('folder')).import([bench.file('folder.wacz')])
    expect(archives[0]).toMatchObject({ pages: 1, problems: [] })
    expect(results[0]!.title).toBe('In a folder')
  })

  test('of several WACZ files gives the pages of all, and names the one that is broken', async () => {
    const [one, two] = [await wacz('First of two', `${PAGE}/1`), await wacz('Second of two', `${PAGE}/2`)]
    const entries = { 'one.wacz': one, 'two.wacz': two, 'three.wacz': Buffer.from('no zip') }
    const resources = Object.entries(entries).map(([path, bytes]) => ({
      name: path,
      path,
      hash: `sha256:${sha256(bytes)}`,
    }))
    const list = JSON.stringify({ profile: 'multi-wacz-package', resources })
    await writeFile(bench.file('several.wacz'), await zipped({ ...entries, 'datapackage.json': list }))
    const { results, archives } = await (await bench.archive('several')).import([bench.file('several.wacz')])
    expect(results.map(({ title }) => String(title)).toSorted()).toEqual(['First of two', 'Second of two'])
    expect(archives[0]!.pages).toBe(2)
    expect(archives[0]!.problems.join('\n')).toMatch(/^"three\.wacz" cannot be read/)
    expect(archives[0]!.signature).toMatchObject({ state: 'unsigned' })
  })

  test('of WACZ files none of which can be read is refused', async () => {
    await writeFile(
      bench.file('none.wacz'),
      await zipped({ 'one.wacz': 'no zip', 'datapackage.json': '{"resources":[]}' }),
    )
    const { failed } = await (await bench.archive('none')).import([bench.file('none.wacz')])
    expect(failed[0]!.error.message).toMatch(/none of the WACZ files in it can be read/)
  })
})

describe('the time stamp of a signature', () => {
  const part = (tag: number, ...bodies: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(bodies)
    const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
    return Buffer.concat([Buffer.from([tag, ...length]), body])
  }
  const hex = (digits: string) => Buffer.from(digits, 'hex')
  /** As an authority answers, without the certificates and its signature. Source: RFC 3161. */
  function stamp(text: string, { asToken = false } = {}): string {
    const algorithm = part(0x30, part(0x06, hex('608648016503040201')), hex('0500'))
    const imprint = part(0x30, algorithm, part(0x04, hex(sha256(text))))
    const info = part(
      0x30,
      hex('020101'),
      part(0x06, hex('2a0304')),
      imprint,
      hex('020107'),
      part(0x18, Buffer.from('20260301090000Z')),
    )
    const content = part(0x30, part(0x06, hex('2a864886f70d0109100104')), part(0xa0, part(0x04, info)))
    const signed = part(0x30, hex('020103'), part(0x31), content, part(0x31))
    const token = part(0x30, part(0x06, hex('2a864886f70d010702')), part(0xa0, signed))
    return (asToken ? token : part(0x30, part(0x30, hex('020100')), token)).toString('base64')
  }

  test('says when, and whether it was made for these bytes', () => {
    const at = '2026-03-01T09:00:00.000Z'
    expect(readTimeStamp(stamp('signed'), 'signed')).toEqual({ at, fits: true })
    expect(readTimeStamp(stamp('signed', { asToken: true }), 'signed')).toEqual({ at, fits: true })
    expect(readTimeStamp(stamp('something else'), 'signed')).toEqual({ at, fits: false })
  })

  test('that is cut anywhere, or is none, is said to be unreadable and nothing worse', () => {
    const bytes = Buffer.from(stamp('signed'), 'base64')
    for (let length = 0; length < bytes.length; length++) {
      expect(readTimeStamp(bytes.subarray(0, length).toString('base64'), 'signed')).toBeNull()
    }
    expect(readTimeStamp('no base64 at all!', 'signed')).toBeNull()
  })

  test('is told with the signature; one for something else makes it doubtful', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    const noteOf = async (timeSignature: (signature: string) => string | undefined) => {
      const bytes = await wacz('Signed', PAGE)
      await writeFile(bench.file('plain.wacz'), bytes)
      const { openZip } = await import('../../archive/exchange/wacz/zip.ts')
      const zip = await openZip(bench.file('plain.wacz'))
      const entries: Record<string, Buffer> = {}
      for (const name of zip.names) entries[name] = (await zip.bytes(name, 1e6))!
      zip.close()
      const hash = `sha256:${sha256(entries['datapackage.json']!)}`
      const signature = sign('sha256', Buffer.from(hash), privateKey).toString('base64')
      const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
      const signedData = { hash, signature, publicKey: key, timeSignature: timeSignature(signature) }
      entries['datapackage-digest.json'] = Buffer.from(
        JSON.stringify({ path: 'datapackage.json', hash, signedData }),
      )
      await writeFile(bench.file('stamped.wacz'), await zipped(entries))
      const open = await openWebArchive(bench.file('stamped.wacz'), 'stamped.wacz', SIGNAL)
      await open.close()
      return open.signature!.note
    }
    expect(await noteOf(() => undefined)).toMatch(/It has no time stamp\.$/)
    expect(await noteOf(stamp)).toMatch(/time stamp for this signature, of 2026-03-01 09:00 UTC; who made/)
    expect(await noteOf(() => stamp('another'))).toMatch(/and its time stamp was made for something else\.$/)
    expect(await noteOf(() => 'AAAA')).toMatch(/cannot be read\.$/)
  })
})
