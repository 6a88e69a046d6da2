import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Archive } from '../../archive/index.ts'
import { send, type Site, startSite, story } from '../support/site.ts'
import { type Bench, openBench } from './support.ts'

// A snapshot that a browser made holds more than answers: the page as rendered, its picture, its words, its frames.

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const POST = `<blockquote class="twitter-tweet"><p lang="en">The wall is closed from Monday.</p>&mdash; Harbour Board (@harbourboard)
  <a href="https://twitter.com/harbourboard/status/1700000000000000123">March 1, 2026</a></blockquote>`
const SCRIPT = `<div id="late"></div><script>
  document.querySelector('#late').attachShadow({ mode: 'open' }).innerHTML = '<p>Told by the shadow: gates at nine.</p>'
</script>`

let site: Site
let bench: Bench
let before: Archive
let snapshotId: string
let contentHash: string | null

beforeAll(async () => {
  ;[site, bench] = await Promise.all([startSite(), openBench()])
  const odd = '<figure><img src="/quay.png?size=a|b {c}"><figcaption>The quay</figcaption></figure>'
  const frame = '<iframe src="/letter"></iframe>'
  site.routes.set('/wall', send(story({ extra: odd + POST + SCRIPT + frame })))
  site.routes.set('/letter', send('<!doctype html><p>The wall will hold, the letter says.</p>'))
  site.routes.set('/quay.png', send(PICTURE, 'image/png'))
  before = await bench.archive('before')
  const { results } = await before.capture([`${site.origin}/wall`], { engine: 'browser' })
  expect(results[0]).toMatchObject({ outcome: 'snapshot' })
  snapshotId = results[0]!.snapshotId!
  contentHash = results[0]!.contentHash
  await before.export('all', { as: 'wacz', out: bench.file('seen.wacz') })
  await before.export('all', { as: 'warc', out: bench.file('seen.warc.gz') })
}, 60_000)
afterAll(async () => {
  await bench.close()
  await site.close()
})

/** What a bag holds besides what is different in every bag. */
async function kept(archive: Archive, id: string): Promise<Record<string, string>> {
  const files = await archive.files(id)
  const same: Record<string, string> = {}
  for (const { path, sha256 } of await files.files()) {
    if (
      /^data\/(?:dom\.html|page\.html|text\.txt|screenshot\.png|posts\.json|article\.(?:json|txt)|resources\/.*)$/.test(
        path,
      )
    )
      same[path] = sha256
  }
  return same
}

test.each(['seen.wacz', 'seen.warc.gz'])(
  '%s brings back everything that was seen, under the same content hash',
  async name => {
    const after = await bench.archive(`after-${name}`)
    const { results, failed } = await after.import([bench.file(name)])
    expect(failed).toEqual([])
    expect(results[0]!.contentHash).toBe(contentHash)
    expect((await after.verify()).problems).toEqual([])
    const [was, is] = [await kept(before, snapshotId), await kept(after, results[0]!.snapshotId!)]
    expect(Object.keys(was)).toEqual(
      expect.arrayContaining(['data/dom.html', 'data/screenshot.png', 'data/page.html']),
    )
    expect(is).toMatchObject(was)
    const posts = await after.posts(null)
    expect(posts.map(({ postId }) => postId)).toEqual(['1700000000000000123'])
  },
)

test('and out again nothing of it is lost, and every payload keeps its digest', async () => {
  const after = await bench.archive('after-again')
  await after.import([bench.file('seen.wacz')])
  await after.export('all', { as: 'warc', out: bench.file('again.warc.gz') })
  const payloads = async (name: string) => {
    const text = gunzipSync(await readFile(bench.file(name))).toString('latin1')
    const records = text.split(/(?<=\r\n\r\n)(?=WARC\/1\.1\r\n)/)
    const of = (record: string, field: string) =>
      new RegExp(`^${field}: (.*)\r$`, 'm').exec(record)?.[1] ?? ''
    return records
      .filter(record => of(record, 'WARC-Target-URI').startsWith('http'))
      .map(
        record =>
          `${of(record, 'WARC-Record-ID')} ${of(record, 'WARC-Target-URI')} ${of(record, 'WARC-Payload-Digest')}`,
      )
      .toSorted()
  }
  const first = await payloads('seen.warc.gz')
  expect(first.length).toBeGreaterThan(4)
  expect(await payloads('again.warc.gz')).toEqual(first)
})

test('what browsers leave in addresses and URIs may not hold is percent-encoded', async () => {
  const text = gunzipSync(await readFile(bench.file('seen.warc.gz'))).toString('latin1')
  expect(text).toContain(`WARC-Target-URI: ${site.origin}/quay.png?size=a%7Cb%20%7Bc%7D\r\n`)
})
