import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../archive/index.ts'
import type { SnapshotRecord } from '../../archive/model/snapshot.ts'
import { leaks } from '../profiles/leaks.ts'
import { NO_BROWSER } from '../support/no-browser.ts'
import { send, startSite, story } from '../support/site.ts'
import { tempDir } from '../support/temp.ts'

// Without any profile: a stranger's session and keys are not kept either.

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex')
const SECRETS = ['cookie-value-1a2b3c', 'typed-token-1a2b3c', 'redirect-token-1a2b3c', 'other-cookie-1a2b3c']

async function setUp() {
  const site = await startSite()
  const dir = join(await tempDir(), 'archive')
  const archive = await openArchive(dir, { access: 'write', browser: NO_BROWSER })
  onTestFinished(async () => {
    await archive.close()
    await site.close()
  })
  const extra =
    '<figure><img src="/wall.png?api_key=key-of-the-page"><figcaption>The wall</figcaption></figure>'
  site.routes.set('/story', (request, response) => {
    const token = new URL(request.url!, site.origin).searchParams.get('access_token')
    if (token !== 'typed-token-1a2b3c') return void response.writeHead(403).end('no')
    const headers = {
      'set-cookie': ['reader=cookie-value-1a2b3c; HttpOnly', 'b=other-cookie-1a2b3c'],
      location: '/final?id_token=redirect-token-1a2b3c#id_token=redirect-token-1a2b3c',
    }
    response.writeHead(302, headers).end()
  })
  site.routes.set('/final', send(story({ extra })))
  site.routes.set('/wall.png', send(PNG, 'image/png'))
  return { site, archive, dir, url: `${site.origin}/story?access_token=typed-token-1a2b3c` }
}

describe('an address that holds a key', () => {
  test('is used and not kept: not in the bag, the log, the catalogue or an export', async () => {
    const { archive, dir, url, site } = await setUp()
    const { results } = await archive.capture([url])
    expect(results[0]).toMatchObject({ outcome: 'snapshot', input: url })
    expect(results[0]!.warnings).toContainEqual(expect.objectContaining({ code: 'address-not-kept' }))
    const files = await archive.files(results[0]!.snapshotId!)
    const record = (await files.json('data/snapshot.json')) as SnapshotRecord
    expect(record.requestedUrl).toBe(`${site.origin}/story?access_token=left-out-by-stet`)
    expect(record.redirects[0]!.to).toMatch(/\/final\?id_token=left-out-by-stet#id_token=left-out-by-stet$/)
    expect(record).not.toHaveProperty('profile')
    expect(record.redactions).toEqual(
      expect.arrayContaining([
        { where: 'data/network.har', what: 'headers', count: expect.any(Number) },
        { where: 'data/network.har', what: 'addresses', count: expect.any(Number) },
        { where: 'data/snapshot.json', what: 'addresses', count: 4 },
      ]),
    )
    await archive.export('all', { as: 'warc', out: join(dir, 'all.warc.gz') })
    expect(await leaks(dir, SECRETS)).toEqual([])
    expect((await archive.verify()).ok).toBe(true)
  })

  test('still leads to its picture: what is kept of the page stays as it was received', async () => {
    const { archive, url, site } = await setUp()
    const { results } = await archive.capture([url])
    const files = await archive.files(results[0]!.snapshotId!)
    const record = (await files.json('data/snapshot.json')) as SnapshotRecord
    expect(Object.keys(record.pictures)).toEqual([`${site.origin}/wall.png?api_key=left-out-by-stet`])
    expect((await files.read('data/page.html')).toString()).toContain('/wall.png?api_key=key-of-the-page')
    const page = await archive.page(results[0]!.snapshotId!)
    expect(page.missing).toEqual([])
    expect(page.html).toMatch(/<img src="data:image\/png/)
  })

  test('is the same source each time, and its attempts do not tell it', async () => {
    const { archive, dir, url, site } = await setUp()
    const first = await archive.capture([url])
    const second = await archive.capture([url])
    expect(second.results[0]).toMatchObject({ outcome: 'check', sourceId: first.results[0]!.sourceId })
    site.routes.delete('/final')
    const third = await archive.capture([url])
    expect(third.results[0]).toMatchObject({ outcome: 'attempt', reason: 'http-404' })
    expect(third.results[0]!.sourceId).toBe(first.results[0]!.sourceId)
    expect(await leaks(dir, SECRETS)).toEqual([])
  })

  test('in a list is done once, also where the list is gone on with', async () => {
    const { archive, url, site } = await setUp()
    const stop = new AbortController()
    const list = [url, `${site.origin}/final`]
    const options = { list, allowPrivate: true, concurrency: 1 }
    await archive.capture([], { ...options, signal: stop.signal, onResult: () => stop.abort() })
    const rest = await archive.capture([], options)
    expect(rest.results.map(({ input }) => input)).not.toContain(url)
  })
})
