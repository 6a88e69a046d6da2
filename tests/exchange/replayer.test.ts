import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { openZip } from '../../archive/exchange/wacz/zip.ts'
import { launchBrowser } from '../support/browser.ts'
import { send, type Site, startSite, story } from '../support/site.ts'
import { openReplayer, type Replayer } from './replayer/replayer.ts'
import { type Bench, openBench } from './support.ts'

// Captured by a browser, exported, and shown by the engine inside ReplayWeb.page with the site stopped.

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const TABLE = `<script type="module">
  const put = text => document.querySelector('main, article, body').insertAdjacentHTML('beforeend', '<p>' + text + '</p>')
  const asked = await fetch('/tide?port=outer%20quay&day=2')
  put((await asked.json()).tide)
  const told = await fetch('/report', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"wall":7}' })
  put((await told.json()).answer)
  const gone = await fetch('/closed')
  put('The office answered ' + gone.status + ': ' + await gone.text())
</script>`

let site: Site
let bench: Bench
let browser: Browser
let replayer: Replayer

/** A copy of a WACZ with some of its files others, their lists left as they are. */
async function altered(from: string, to: string, changes: Readonly<Record<string, (was: Buffer) => Buffer>>) {
  const zip = await openZip(from)
  const copy = new ZipFile()
  for (const name of zip.names) {
    const bytes = (await zip.bytes(name, 1e9))!
    copy.addBuffer(changes[name]?.(bytes) ?? bytes, name, { compress: !name.startsWith('archive/') })
  }
  zip.close()
  copy.end()
  await pipeline(copy.outputStream, createWriteStream(to))
  return to
}

/** The digest file with a signature as browsers make them: the engine looks at the hashes of signed files only. */
function signed(was: Buffer): Buffer {
  const { path, hash } = JSON.parse(was.toString()) as { path: string; hash: string }
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const signature = sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const signedData = {
    hash,
    signature: signature.toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    created: '2026-11-22T05:00:00Z',
    software: 'a test',
  }
  return Buffer.from(JSON.stringify({ path, hash, signedData }))
}

beforeAll(async () => {
  ;[site, bench, browser] = await Promise.all([startSite(), openBench(), launchBrowser()])
  const { routes, origin } = site
  const head = '<link rel="stylesheet" href="/look.css">'
  const figure =
    '<img id="odd" src="/odd|name.png?size=a|b {c}&x=^1`"><figure><img id="quay" src="/quay.png"><figcaption>The quay</figcaption></figure>'
  routes.set('/plain', send(story({ title: 'Harbour board sends the plan back', head, extra: figure })))
  routes.set('/again', send(story({ title: 'Board asks for a second survey', head, extra: figure })))
  routes.set('/p%C3%A5-kaien', send(story({ title: 'Ferry stays at the outer quay' })))
  routes.set('/live', send(story({ title: 'Tides through the week', extra: TABLE })))
  routes.set(
    '/framed',
    send(story({ title: 'A letter to the town', extra: '<iframe src="/letter?n=2"></iframe>' })),
  )
  routes.set('/letter', send('<!doctype html><p id="letter">The wall will hold, the letter says.</p>'))
  routes.set('/short', (_, response) => response.writeHead(301, { location: '/long' }).end())
  routes.set('/long', send(story({ title: 'The long way round' })))
  routes.set('/look.css', send('p{color:rgb(12, 34, 56)}', 'text/css'))
  routes.set('/quay.png', send(PICTURE, 'image/png'))
  routes.set('/odd|name.png', send(PICTURE, 'image/png'))
  routes.set('/tide', (request, response) => {
    const { searchParams } = new URL(request.url!, origin)
    send(JSON.stringify({ tide: `High water at the ${searchParams.get('port')}` }), 'application/json')(
      request,
      response,
    )
  })
  routes.set('/report', (request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () =>
      send(JSON.stringify({ answer: `Seen with ${body}` }), 'application/json')(request, response),
    )
  })
  routes.set('/closed', send('closed until Monday', 'text/plain', 503))
  const archive = await bench.archive('seen')
  const paths = ['/plain', '/again', '/på-kaien', '/live', '/framed', '/short']
  const { results } = await archive.capture(
    paths.map(path => origin + path),
    { engine: 'browser', concurrency: 2 },
  )
  expect(results.map(({ outcome }) => outcome)).toEqual(paths.map(() => 'snapshot'))
  await archive.export('all', { as: 'wacz', out: bench.file('seen.wacz') })
  await site.close()
  replayer = await openReplayer(browser, bench.file('seen.wacz'))
}, 60_000)
afterAll(async () => {
  await replayer?.close()
  await browser?.close()
  await bench?.close()
})

/** Shows the page of that path as the list has it. */
async function shown(path: string) {
  const { url, ts } = replayer.pages.find(page => decodeURI(new URL(page.url).pathname) === path)!
  return replayer.show(url, new Date(ts).toISOString(), { settleMs: 300 })
}

describe('a WACZ of Stet in the engine of ReplayWeb.page', () => {
  test('lists every page under its address and title', () => {
    const listed = replayer.pages.map(({ url, title }) => `${decodeURI(new URL(url).pathname)} ${title}`)
    expect(listed.toSorted()).toEqual([
      '/again Board asks for a second survey',
      '/framed A letter to the town',
      '/live Tides through the week',
      '/long The long way round',
      '/plain Harbour board sends the plan back',
      '/på-kaien Ferry stays at the outer quay',
    ])
  })

  test.each([
    ['/plain', ['37 cracks', 'The quay']],
    ['/again', ['second survey', 'The quay']],
    ['/på-kaien', ['outer quay']],
    ['/long', ['The long way round']],
    ['/framed', ['The wall will hold, the letter says.']],
    ['/live', ['High water at the outer quay', 'Seen with {"wall":7}', 'The office answered 503']],
  ])('shows %s as it was seen, scripts and all', async (path, words) => {
    const page = await shown(path)
    for (const word of words) expect(page.text).toContain(word)
    await page.close()
  })

  test('shows pictures and styles, also those that stand there once for two pages', async () => {
    for (const path of ['/plain', '/again']) {
      const replayed = await shown(path)
      const frame = replayed.page.frames()[1]!
      const width = await frame.evaluate(
        () => (document.querySelector('#quay') as HTMLImageElement).naturalWidth,
      )
      const colour = await frame.evaluate(() => getComputedStyle(document.querySelector('p')!).color)
      expect([width, colour]).toEqual([1, 'rgb(12, 34, 56)'])
      await replayed.close()
    }
  })

  test('leads on from the address that was asked for', async () => {
    const page = await replayer.show(`${site.origin}/short`, new Date().toISOString(), { settleMs: 300 })
    expect(page.text).toContain('The long way round')
    await page.close()
  })

  test('can be searched there by the words of the articles', async () => {
    const found = await replayer.textIndex()
    const page = found.find(({ url }) => url === `${site.origin}/plain`)
    expect(page?.text).toContain('37 cracks')
  })

  test('asks nobody for anything', () => {
    expect(replayer.escaped).toEqual([])
  })

  test('verifies there by its digest, and does not with one byte changed', async () => {
    const name = 'datapackage-digest.json'
    const sound = await altered(bench.file('seen.wacz'), bench.file('signed.wacz'), { [name]: signed })
    const changed = await altered(sound, bench.file('changed.wacz'), {
      'datapackage.json': was => Buffer.from(was.toString().replace('"title": "6 s', '"title": "7 s')),
    })
    const verified = async (file: string) => {
      const other = await openReplayer(browser, file)
      const { datapackageHash, numValid, numInvalid } = await other.verified()
      await other.close()
      return { datapackageHash, numValid, numInvalid }
    }
    const zip = await openZip(sound)
    const list = (await zip.bytes('datapackage.json', 1e6))!
    zip.close()
    const hash = `sha256:${createHash('sha256').update(list).digest('hex')}`
    const [good, bad] = [await verified(sound), await verified(changed)]
    // Signature, datapackage.json and pages.jsonl are right. This engine never counts an index as right: it looks its
    // hash up under another name than it kept it by.
    expect(good).toEqual({ datapackageHash: hash, numValid: 3, numInvalid: 1 })
    expect(bad).toEqual({ datapackageHash: hash, numValid: 2, numInvalid: 2 })
  })
})
