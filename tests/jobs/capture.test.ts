import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Archive, openArchive } from '../../archive/index.ts'
import type { CaptureResult } from '../../archive/model/capture-result.ts'
import { send, type Site, startSite, story } from '../support/site.ts'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'

let site: Site
let dir: string
let archive: Archive

beforeEach(async () => {
  site = await startSite()
  dir = await mkdtemp(join(tmpdir(), 'stet-capture-'))
  archive = await openArchive(join(dir, 'archive'), { access: 'write' })
})
afterEach(async () => {
  await archive.close()
  await site.close()
  await rm(dir, { recursive: true, force: true })
})

async function capture(
  path: string,
  options: Parameters<Archive['capture']>[1] = {},
): Promise<CaptureResult> {
  const { results, failed } = await archive.capture([site.origin + path], { engine: 'http', ...options })
  expect(failed).toEqual([])
  return results[0] as CaptureResult
}

describe('a capture ends', () => {
  test('in version 1, then in a check, then in version 2 when a word changed', async () => {
    site.routes.set('/wall', send(story()))
    const first = await capture('/wall')
    expect(first).toMatchObject({
      outcome: 'snapshot',
      version: 1,
      title: 'Harbour board sends sea wall plan back',
    })
    expect(await capture('/wall')).toMatchObject({
      outcome: 'check',
      version: 1,
      snapshotId: first.snapshotId,
      bytesNew: 0,
    })
    site.routes.set('/wall', send(story().replace('37 cracks', '39 cracks')))
    expect(await capture('/wall')).toMatchObject({
      outcome: 'snapshot',
      version: 2,
      sourceId: first.sourceId,
    })
    expect((await archive.verify()).problems).toEqual([])
  })

  test('in a snapshot of the same version where the person asks to keep one', async () => {
    site.routes.set('/wall', send(story()))
    const first = await capture('/wall')
    const kept = await capture('/wall', { keep: true })
    expect(kept).toMatchObject({ outcome: 'snapshot', version: 1, contentHash: first.contentHash })
    expect(kept.fixityHash).not.toBe(first.fixityHash)
    expect(kept.bytesLinked).toBeGreaterThan(0)
  })

  test.each([
    [404, 'http-404'],
    [410, 'http-410'],
    [503, 'http-5xx'],
  ])('in an attempt when a story that was there answers %i', async (status, reason) => {
    site.routes.set('/wall', send(story()))
    const first = await capture('/wall')
    site.routes.set('/wall', send('<!doctype html><title>Sorry</title><h1>Sorry</h1>', 'text/html', status))
    expect(await capture('/wall')).toMatchObject({
      outcome: 'attempt',
      reason,
      sourceId: first.sourceId,
      version: null,
    })
    const history = await archive.versions(first.sourceId as string)
    expect(history.versions).toHaveLength(1)
    expect(history.attempts).toMatchObject([{ reason, status }])
  })

  test('in an attempt when nobody listens at the address', async () => {
    const gone = site.origin
    await site.close()
    const { results } = await archive.capture([`${gone}/wall`], { engine: 'http' })
    expect(results).toMatchObject([{ outcome: 'attempt', reason: 'refused' }])
    site = await startSite()
  })
})

describe('a picture', () => {
  const withPicture = story({
    extra:
      '<figure><img src="/p.png" width="600" height="400" alt=""><figcaption>The wall in March</figcaption></figure>',
  })

  test('with new bytes at the same address makes a version', async () => {
    site.routes.set('/wall', send(withPicture))
    site.routes.set('/p.png', send(Buffer.from('first picture'), 'image/png'))
    await capture('/wall')
    site.routes.set('/p.png', send(Buffer.from('other picture'), 'image/png'))
    expect(await capture('/wall')).toMatchObject({ outcome: 'snapshot', version: 2 })
  })

  test('that cannot be fetched this time makes none, and the check says so', async () => {
    site.routes.set('/wall', send(withPicture))
    site.routes.set('/p.png', send(Buffer.from('first picture'), 'image/png'))
    await capture('/wall')
    site.routes.delete('/p.png')
    const again = await capture('/wall')
    expect(again).toMatchObject({ outcome: 'check', version: 1 })
    expect(again.warnings.map(w => w.code)).toContain('pictures-missing')
  })
})

describe('a source', () => {
  test('stays the same one when its address moves', async () => {
    site.routes.set('/old', send(story()))
    const first = await capture('/old')
    site.routes.set('/old', (_, response) => response.writeHead(301, { location: '/new' }).end())
    site.routes.set('/new', send(story({ title: 'Sea wall: the plan goes back' })))
    expect(await capture('/old')).toMatchObject({ sourceId: first.sourceId, version: 2 })
  })

  test('is not what an ever-changing address happens to lead to', async () => {
    site.routes.set('/latest', (_, response) => response.writeHead(302, { location: '/one' }).end())
    site.routes.set('/one', send(story()))
    site.routes.set(
      '/two',
      send(
        story({
          title: 'Cod quota cut again',
          paragraphs: [
            'Boats stay in port until May.',
            'The quota is 1,900 tonnes.',
            'That is a third less.',
          ],
        }),
      ),
    )
    const first = await capture('/latest')
    site.routes.set('/latest', (_, response) => response.writeHead(302, { location: '/two' }).end())
    const second = await capture('/latest')
    expect(second.sourceId).not.toBe(first.sourceId)
    expect(second.version).toBe(1)
  })
})

describe('a bag', () => {
  test('holds the page as received, the article in four forms, the posts and the requests', async () => {
    const html = story({ extra: '<img src="/p.png" width="600" height="400">' })
    site.routes.set('/wall', send(html))
    site.routes.set('/p.png', send(Buffer.from('a picture'), 'image/png'))
    const { path } = await capture('/wall')
    const read = (name: string) => readFile(join(path as string, 'data', name), 'utf8')
    expect(await read('page.html')).toBe(html)
    expect(await read('article.txt')).toContain('37 cracks')
    expect(await read('article.html')).toContain('37 cracks')
    expect(JSON.parse(await read('article.json'))).toMatchObject({
      byline: ['Eskil Brandt'],
      site: 'Quay Post',
    })
    expect(JSON.parse(await read('posts.json'))).toEqual({ posts: [] })
    const har = JSON.parse(await read('network.har')) as { log: { entries: { request: { url: string } }[] } }
    expect(har.log.entries.map(e => e.request.url)).toEqual([`${site.origin}/wall`, `${site.origin}/p.png`])
  })
})

describe('a list', () => {
  test('goes on after failures, and where it was stopped', async () => {
    // Nothing a list names may be private, so the list's pages are allowed by hand here.
    const options = { engine: 'http', allowPrivate: true, concurrency: 1 } as const
    const paths = Array.from({ length: 10 }, (_, i) => `/story-${i}`)
    for (const path of paths) site.routes.set(path, send(story({ title: `The list has ${path}` })))
    site.routes.delete('/story-1')
    const list = paths.map(path => site.origin + path)
    const stop = new AbortController()
    const first = await archive.capture([], {
      ...options,
      list,
      signal: stop.signal,
      onResult: (_, done) => done === 3 && stop.abort(),
    })
    const done = first.results.map(r => r.input)
    expect(done.length).toBeGreaterThanOrEqual(3)
    expect(done.length).toBeLessThan(list.length)
    const second = await archive.capture([], { ...options, list })
    expect(second.results.map(r => r.input)).toEqual(list.filter(url => !done.includes(url)))
    const third = await archive.capture([], { ...options, list })
    expect(third.results.map(r => r.outcome)).toEqual(list.map((_, i) => (i === 1 ? 'attempt' : 'check')))
  })

  test('may not lead to a private address', async () => {
    site.routes.set('/a', send(story()))
    const { results } = await archive.capture([], { engine: 'http', list: [`${site.origin}/a`] })
    expect(results).toMatchObject([{ outcome: 'attempt', reason: 'refused' }])
    expect(results[0]!.warnings[0]!.message).toContain('private')
  })
})
