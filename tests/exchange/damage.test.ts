import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { StetError } from '../../archive/errors.ts'
import { openWebArchive, type WebArchive } from '../../archive/exchange/index.ts'
import { story } from '../support/site.ts'
import { answer, type Bench, gzipped, openBench, record } from './support.ts'

let bench: Bench
let opened: WebArchive[] = []

beforeAll(async () => {
  bench = await openBench()
})
afterAll(async () => {
  for (const archive of opened) await archive.close()
  await bench.close()
})

const PAGE = record({ type: 'response', id: 'page', uri: 'http://quay.test/wall', block: answer(story()) })
const STYLE = record({
  type: 'response',
  id: 'style',
  uri: 'http://quay.test/a.css',
  block: answer('p{}', ['Content-Type: text/css']),
})

async function open(name: string, bytes: Buffer): Promise<WebArchive> {
  await writeFile(bench.file(name), bytes)
  const archive = await openWebArchive(bench.file(name), name, new AbortController().signal)
  opened = [...opened, archive]
  return archive
}

async function refusal(name: string, bytes: Buffer): Promise<string> {
  const error = await open(name, bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(StetError)
  expect((error as StetError).code).toBe('bad-input')
  return (error as StetError).message
}

async function zipOf(name: string, entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content as string), path)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(bench.file(name)))
  const { readFile } = await import('node:fs/promises')
  return readFile(bench.file(name))
}

const sha256 = (bytes: string | Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

function packed(entries: Readonly<Record<string, string | Buffer>>): Record<string, string | Buffer> {
  const resources = Object.entries(entries).map(([path, content]) => ({
    path,
    hash: sha256(content),
    bytes: content.length,
  }))
  return {
    ...entries,
    'datapackage.json': JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources }),
  }
}

const PAGES =
  '{"format":"json-pages-1.0","id":"pages"}\n{"url":"http://quay.test/wall","ts":"2026-03-01T08:00:00Z"}\n'

describe('a damaged WARC', () => {
  test('that breaks off in its last record gives what is whole, and says where it broke', async () => {
    const bytes = Buffer.concat([PAGE, STYLE])
    const archive = await open('cut.warc', bytes.subarray(0, bytes.length - 6))
    expect(archive.pages.map(({ url }) => url)).toEqual(['http://quay.test/wall'])
    expect(archive.problems).toEqual([expect.stringMatching(/a\.css: the file breaks off inside it/)])
  })

  test('that breaks off in a gzip member gives the members before it', async () => {
    const bytes = await gzipped(PAGE, STYLE)
    const archive = await open('cut.warc.gz', bytes.subarray(0, bytes.length - 20))
    expect(archive.pages).toHaveLength(1)
    expect(archive.problems.join()).toMatch(/breaks off/)
  })

  test.each([
    ['too short', 40],
    ['too long', 100_000],
    ['a word', 'many'],
  ])('whose record has a length that is %s goes on with the next record', async (_, length) => {
    const wrong = record({
      type: 'response',
      id: 'wrong',
      uri: 'http://quay.test/x',
      block: answer(story()),
      length,
    })
    const archive = await open(`length-${length}.warc`, Buffer.concat([wrong, STYLE]))
    expect(archive.records).toBe(2)
    expect(archive.problems.join()).toMatch(/length/i)
    expect((await archive.read(archive.index.where(`id = 'urn:test:style'`)[0]!)).block.toString()).toMatch(
      /p\{\}$/,
    )
  })

  test('with a flipped bit in a gzip member names it and keeps the others', async () => {
    const [page, style] = [await gzipped(PAGE), await gzipped(STYLE)]
    page[Math.floor(page.length / 2)]! ^= 0xff
    const archive = await open('bit.warc.gz', Buffer.concat([page, style]))
    expect(archive.index.where(`id = 'urn:test:style'`)).toHaveLength(1)
    expect(archive.problems.join()).toMatch(/damaged|cannot be read/)
  })

  test('whose payload is not that of its digest is kept with a warning', async () => {
    const more = [`WARC-Payload-Digest: ${sha256('something else')}`]
    const wrong = record({
      type: 'response',
      id: 'page',
      uri: 'http://quay.test/wall',
      more,
      block: answer(story()),
    })
    await writeFile(bench.file('digest.warc'), wrong)
    const archive = await bench.archive('digest')
    const { results } = await archive.import([bench.file('digest.warc')])
    expect(results[0]).toMatchObject({ outcome: 'snapshot', warnings: [{ code: 'digest-mismatch' }] })
  })

  test('that is compressed as a whole is read all the same', async () => {
    const archive = await open('whole.warc.gz', gzipSync(Buffer.concat([PAGE, STYLE])))
    expect(archive.records).toBe(2)
    expect((await archive.read(archive.pages[0]!.record!)).block.toString()).toContain('37 cracks')
    expect(archive.problems.join()).toMatch(/compressed as a whole/)
  })

  test('with a head without end, or nothing at all, is refused in words', async () => {
    expect(await refusal('head.warc', Buffer.from('WARC/1.0\r\n' + 'X-Long: y\r\n'.repeat(300_000)))).toMatch(
      /head of a record has no end/,
    )
    expect(await refusal('none.warc', Buffer.from('There is nothing in here.'))).toMatch(/no WARC record/)
    expect(await refusal('empty.warc', Buffer.alloc(0))).toMatch(/empty/)
  })

  test('that inflates without measure is given up before it fills the memory', async () => {
    const bomb = Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:test:bomb>\r\nWARC-Date: 2026-03-01T08:00:00Z\r\nContent-Length: 300000000\r\n\r\n`,
      ),
      Buffer.alloc(300_000_000),
    ])
    const archive = await open(
      'bomb.warc.gz',
      Buffer.concat([gzipSync(bomb, { level: 9 }), await gzipped(PAGE)]),
    )
    expect(archive.pages).toHaveLength(1)
    expect(archive.problems.join()).toMatch(/as a trap would/)
  })

  test('cut at any place never hangs, and what it says is a sentence', async () => {
    const bytes = await gzipped(PAGE, STYLE)
    for (let at = 0; at < bytes.length; at += 97) {
      const words = await open(`at-${at}.warc.gz`, bytes.subarray(0, at)).then(
        archive => archive.problems.join() || `${archive.records} records`,
        (error: StetError) => error.message,
      )
      expect(words).toMatch(/\w/)
    }
  })
})

describe('a damaged WACZ', () => {
  test('whose list and contents agree is opened without a word', async () => {
    const warc = await gzipped(PAGE, STYLE)
    const archive = await open(
      'fine.wacz',
      await zipOf('fine', packed({ 'archive/data.warc.gz': warc, 'pages/pages.jsonl': PAGES })),
    )
    expect([archive.problems, archive.pages.length, archive.signature!.state]).toEqual([[], 1, 'unsigned'])
  })

  test('with an entry that was changed, one that is missing and one nobody listed names all three', async () => {
    const warc = await gzipped(PAGE, STYLE)
    const entries = packed({
      'archive/data.warc.gz': warc,
      'pages/pages.jsonl': PAGES,
      'indexes/index.cdx': 'x',
    })
    const changed = { ...entries, 'pages/pages.jsonl': `${PAGES} `, 'archive/more.warc.gz': warc }
    const without = Object.fromEntries(
      Object.entries(changed).filter(([path]) => path !== 'indexes/index.cdx'),
    )
    const { problems } = await open('changed.wacz', await zipOf('changed', without))
    expect(problems.toSorted()).toEqual([
      '"archive/more.warc.gz" is not listed in datapackage.json',
      '"indexes/index.cdx" is listed in datapackage.json but missing',
      '"pages/pages.jsonl" is not as datapackage.json says: it was changed or damaged',
    ])
  })

  test('that lists a page it does not hold keeps the others and names that one', async () => {
    const pages = `${PAGES}{"url":"http://quay.test/lost","ts":"2026-03-01T08:00:00Z"}\nnot json\n`
    await zipOf(
      'lost.wacz',
      packed({ 'archive/data.warc.gz': await gzipped(PAGE), 'pages/pages.jsonl': pages }),
    )
    const archive = await bench.archive('lost')
    const { results, failed, archives } = await archive.import([bench.file('lost.wacz')])
    expect(results.map(({ outcome }) => outcome)).toEqual(['snapshot'])
    expect(failed[0]!.error.message).toMatch(/quay\.test\/lost cannot be imported .* no record holds it/)
    expect(archives[0]!.problems).toEqual(['line 4 of pages/pages.jsonl is not JSON'])
  })

  test('that is no ZIP, is cut, or has no WARC in it is refused', async () => {
    const sound = await zipOf('sound', packed({ 'archive/data.warc.gz': await gzipped(PAGE) }))
    expect(await refusal('text.wacz', Buffer.from('no zip'))).toMatch(/cannot be read as a ZIP/)
    expect(await refusal('half.wacz', sound.subarray(0, sound.length / 2))).toMatch(/cannot be read as a ZIP/)
    expect(await refusal('bare.wacz', await zipOf('bare', packed({ 'pages/pages.jsonl': PAGES })))).toMatch(
      /no WARC file/,
    )
    expect(await refusal('json.wacz', await zipOf('json', { 'datapackage.json': '{' }))).toMatch(
      /datapackage\.json cannot be read/,
    )
  })

  test('that was handed over under another name is called by its own', async () => {
    await writeFile(bench.file('incoming-3'), await zipOf('incoming.zip', { 'datapackage.json': '{' }))
    const archive = await bench.archive('handed-damaged')
    const { failed } = await archive.importHanded([{ path: bench.file('incoming-3'), name: 'crawl.wacz' }])
    expect(failed[0]!.error.message).toMatch(/^crawl\.wacz is not a sound WACZ file/)
    expect(failed[0]!.error.message).not.toContain('incoming')
  })

  test('with names that lead out of it is refused', async () => {
    const bytes = await zipOf('slip', { 'aa/aa/evil.warc': PAGE, 'datapackage.json': '{"resources":[]}' })
    const text = bytes.toString('latin1').replaceAll('aa/aa/evil.warc', '../../evil.warc')
    expect(await refusal('slip.wacz', Buffer.from(text, 'latin1'))).toMatch(/not a sound WACZ/)
  })

  test('with an entry that unpacks without measure is refused', async () => {
    const entries = packed({ 'archive/data.warc': Buffer.alloc(100_000_000) })
    expect(await refusal('bomb.wacz', await zipOf('bomb', entries))).toMatch(/as a trap would/)
  })
})

describe('the signature of a WACZ', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  async function signed(name: string, change: (entries: Record<string, string | Buffer>) => void) {
    const entries = packed({ 'archive/data.warc.gz': await gzipped(PAGE), 'pages/pages.jsonl': PAGES })
    const hash = sha256(entries['datapackage.json']!)
    const signature = sign('sha256', Buffer.from(hash), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    }).toString('base64')
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
    const signedData = { hash, signature, publicKey: key, created: '2026-03-01T09:00:00Z', software: 'test' }
    entries['datapackage-digest.json'] = JSON.stringify({ path: 'datapackage.json', hash, signedData })
    change(entries)
    return (await open(name, await zipOf(`${name}.zip`, entries))).signature!
  }

  test('fits, but a key without a name proves nobody', async () => {
    expect(await signed('signed.wacz', () => {})).toMatchObject({
      state: 'unproven',
      at: '2026-03-01T09:00:00Z',
    })
  })

  test('is wrong where the list was changed afterwards', async () => {
    const forged = await signed('forged.wacz', entries => {
      entries['datapackage.json'] = String(entries['datapackage.json']).replace('1.1.1', '1.1.2')
    })
    expect(forged).toMatchObject({ state: 'wrong', by: null })
    expect(forged.note).toMatch(/changed afterwards/)
  })

  test('is wrong where somebody else signed', async () => {
    const other = await signed('other.wacz', entries => {
      const digest = JSON.parse(String(entries['datapackage-digest.json'])) as {
        signedData: { publicKey: string }
      }
      const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
      digest.signedData.publicKey = stranger.export({ format: 'der', type: 'spki' }).toString('base64')
      entries['datapackage-digest.json'] = JSON.stringify(digest)
    })
    expect(other).toMatchObject({ state: 'wrong', note: 'Its signature does not fit.' })
  })
})
