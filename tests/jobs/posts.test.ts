import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Archive, openArchive } from '../../archive/index.ts'
import type { CaptureResult } from '../../archive/model/capture-result.ts'
import { send, type Site, startSite, story } from '../support/site.ts'

const ID = '1786300000000000000'
const PATH = `/anaruiz/status/${ID}`
const KEY = `x:${ID}`

let site: Site
let dir: string
let archive: Archive

beforeEach(async () => {
  site = await startSite()
  dir = await mkdtemp(join(tmpdir(), 'stet-posts-'))
  archive = await openArchive(join(dir, 'archive'), { access: 'write' })
})
afterEach(async () => {
  await archive.close()
  await site.close()
  await rm(dir, { recursive: true, force: true })
})

async function capture(path: string): Promise<CaptureResult> {
  const { results, failed } = await archive.capture([site.origin + path], { engine: 'http' })
  expect(failed).toEqual([])
  return results[0] as CaptureResult
}

const card = (name: string, handle: string, text: string, more = '') =>
  `<article class="post"><h2>${name} @${handle}</h2><p>${text}</p>${more}<time datetime="2024-05-03T09:15:00Z">May 3</time></article>`

/** A post's page with its answers. */
const postPage = (text: string, { answers = 1, more = '' } = {}) =>
  `<!doctype html><html lang="en"><title>Ana Ruiz on Murmur</title><body><main>${card('Ana Ruiz', 'anaruiz', text, more)}` +
  Array.from({ length: answers }, (_, i) => card('Ben', 'ben', `Answer number ${i + 1}.`)).join('') +
  '</main></body></html>'

const quoting = () =>
  story({
    extra: `<blockquote class="twitter-tweet"><p>The bridge is closed.</p>— Ana Ruiz (@anaruiz) <a href="${site.origin}${PATH}">May 3, 2024</a></blockquote>`,
  })

describe("a post's own page", () => {
  test('is a source of its own kind, with the post as its story', async () => {
    site.routes.set(PATH, send(postPage('The bridge is closed.')))
    const first = await capture(`${PATH}?utm_source=feed&s=20`)
    expect(first).toMatchObject({
      outcome: 'snapshot',
      url: site.origin + PATH,
      posts: 1,
      title: 'Ana Ruiz on Murmur',
    })
    const article = JSON.parse(await readFile(join(first.path!, 'data/article.json'), 'utf8'))
    expect(article).toMatchObject({
      kind: 'post',
      byline: ['Ana Ruiz'],
      posts: [{ key: KEY, state: 'live' }],
    })
    expect(await readFile(join(first.path!, 'data/article.txt'), 'utf8')).toContain('> Answer number 1.')
    expect(await archive.sources(null)).toMatchObject([{ kind: 'post', title: 'Ana Ruiz on Murmur' }])
    expect((await archive.library.source(first.sourceId!)).source).toMatchObject({ kind: 'post' })
  })

  test('is unchanged while others answer it, and has a new version when its words change', async () => {
    site.routes.set(PATH, send(postPage('The bridge is closed.')))
    const first = await capture(PATH)
    site.routes.set(PATH, send(postPage('The bridge is closed.', { answers: 4 })))
    expect(await capture(PATH)).toMatchObject({ outcome: 'check', sourceId: first.sourceId })
    const edited = postPage('The bridge is closed until June.', {
      answers: 4,
      more: '<span class="edited">Edited May 4, 2024</span>',
    })
    site.routes.set(PATH, send(edited))
    expect(await capture(PATH)).toMatchObject({ outcome: 'snapshot', version: 2 })
    const [post] = await archive.posts(null)
    expect(post).toMatchObject({ key: KEY, state: 'edited', stateEvidence: { words: 'Edited May 4, 2024' } })
    expect(post?.states.map(({ state }) => state)).toEqual(['live', 'edited'])
    const { verdict } = await archive.compare(first.sourceId!)
    expect(verdict.filter(({ kind }) => kind === 'post').map(({ rule }) => rule)).toEqual([
      'post-text',
      'post-state',
    ])
  })

  test('that is gone is an attempt that says so, and the post is deleted or unavailable with its evidence', async () => {
    site.routes.set(PATH, send(postPage('The bridge is closed.')))
    const { sourceId } = await capture(PATH)
    site.routes.set(PATH, send('<title>Murmur</title><p>This post was deleted by its author.</p>'))
    const gone = await capture(PATH)
    expect(gone).toMatchObject({ outcome: 'attempt', reason: 'http-410', sourceId })
    expect(gone.warnings[0]?.message).toBe(
      'the post is deleted: its page says "This post was deleted by its author."',
    )
    site.routes.delete(PATH)
    expect(await capture(PATH)).toMatchObject({ outcome: 'attempt', reason: 'http-404', sourceId })
    const expected = {
      key: KEY,
      text: 'The bridge is closed.',
      state: 'unavailable',
      stateEvidence: { words: null, status: 404, where: site.origin + PATH },
      states: [
        { state: 'live' },
        {
          state: 'deleted',
          snapshotId: null,
          evidence: { words: 'This post was deleted by its author.', status: null },
        },
        { state: 'unavailable', evidence: { status: 404 } },
      ],
    }
    expect(await archive.posts(null)).toMatchObject([expected])
    expect(
      (
        await archive.library.posts({
          query: '',
          platform: null,
          state: 'unavailable',
          author: null,
          offset: 0,
          limit: 9,
        })
      ).posts,
    ).toMatchObject([expected])
    await archive.rebuild()
    expect(await archive.posts(sourceId)).toMatchObject([expected])
    expect((await archive.log(1)).findLast(line => line.type === 'attempt')).toMatchObject({
      kind: 'post',
      posts: [{ key: KEY, state: 'unavailable' }],
    })
  })

  test('that was gone before anything of it was kept is still known', async () => {
    site.routes.set(PATH, send('<title>Gone</title>', 'text/html', 410))
    expect(await capture(PATH)).toMatchObject({ outcome: 'attempt', reason: 'http-410' })
    expect(await archive.sources(null)).toMatchObject([{ kind: 'post', lastSeen: null }])
    expect(await archive.posts(null)).toMatchObject([
      {
        key: KEY,
        handle: 'anaruiz',
        state: 'deleted',
        text: null,
        snapshots: [],
        stateEvidence: { status: 410 },
      },
    ])
  })

  test('whose server fails says nothing of the post', async () => {
    site.routes.set(PATH, send('<title>Oops</title>', 'text/html', 503))
    expect(await capture(PATH)).toMatchObject({ outcome: 'attempt', reason: 'http-5xx' })
    expect(await archive.posts(null)).toEqual([])
  })
})

test('a post that a story embeds and its own page are one post, with one history', async () => {
  site.routes.set('/story', send(quoting()))
  site.routes.set(PATH, send(postPage('The bridge is closed.')))
  const article = await capture('/story')
  const own = await capture(PATH)
  site.routes.delete(PATH)
  await capture(PATH)
  const [post, ...more] = await archive.posts(null)
  expect(more).toEqual([])
  expect(post).toMatchObject({
    key: KEY,
    state: 'unavailable',
    snapshots: [article.snapshotId, own.snapshotId],
  })
  expect(await archive.posts(article.sourceId)).toMatchObject([
    { key: KEY, state: 'unavailable', snapshots: [article.snapshotId] },
  ])
  expect(await archive.posts(article.snapshotId)).toMatchObject([
    { key: KEY, state: 'unknown', states: [{ state: 'live' }, { state: 'unavailable' }] },
  ])
})
