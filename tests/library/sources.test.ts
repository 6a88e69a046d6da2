import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createLibrary } from '../../archive/library/index.ts'
import { sourceIdOf } from '../../archive/model/ids.ts'
import { systemClock } from '../../archive/ports/clock.ts'
import type { Store } from '../../archive/store/index.ts'
import { listener, open } from '../store/helpers.ts'
import { checkedAt, failedAt, QUERY, STORY, tell, withWords, quickDir } from './stories.ts'

const A = 'https://quay.example/a'
const B = 'https://quay.example/b'
const NEVER = 'https://quay.example/never'

function libraryOf(store: Store) {
  const library = createLibrary(store, { clock: systemClock, logger: listener() })
  onTestFinished(async () => {
    await library.close()
    await store.close()
  })
  return library
}

async function opened(dir?: string) {
  const path = dir ?? (await quickDir())
  const store = await open(path)
  return { dir: path, store, library: libraryOf(store) }
}

const titled = (title: string, site = 'The Quay Courier') => ({ article: { title, site } })

describe('the list of sources', () => {
  test('is by the time they were last seen, and those never reached come last whichever way it goes', async () => {
    const { store, library } = await opened()
    await failedAt(store, '2026-09-09T09:00:00.000Z', NEVER)
    await tell(store, { url: A, at: '2026-01-01T09:00:00.000Z' })
    await tell(store, { url: B, at: '2026-02-01T09:00:00.000Z' })
    const urls = async (descending: boolean) =>
      (await library.sources.list({ ...QUERY, descending })).rows.map(row => row.url)
    expect(await urls(true)).toEqual([B, A, NEVER])
    expect(await urls(false)).toEqual([A, B, NEVER])
  })

  test('by headline is as a reader would sort: capitals do not matter and 9 comes before 10', async () => {
    const { store, library } = await opened()
    const titles = ['Zebra', 'apple 10', 'Apple 9', 'Émile']
    for (const title of titles) await tell(store, { url: `${STORY}/${title}`, ...titled(title) })
    const { rows } = await library.sources.list({ ...QUERY, sort: 'title', descending: false })
    expect(rows.map(row => row.title)).toEqual(['Apple 9', 'apple 10', 'Émile', 'Zebra'])
  })

  test('knows of each write at once, and stays in the order a fresh list would have', async () => {
    const { dir, store, library } = await opened()
    const sorts = ['seen', 'changed', 'title', 'site', 'versions', 'posts'] as const
    for (let n = 0; n < 40; n++) {
      const url = `${STORY}/${(n * 7) % 17}`
      const { versions } = await store.versions(sourceIdOf(url))
      const at = new Date(Date.UTC(2026, (n * 5) % 12, 3)).toISOString()
      await tell(store, { url, at, version: versions.length + 1, ...titled(`Headline ${(n * 11) % 23}`) })
      const { total } = await library.sources.list({ ...QUERY, sort: sorts[n % sorts.length]! })
      expect(total).toBe((await store.sources()).length)
    }
    const kept = await Promise.all(sorts.map(sort => library.sources.ids({ ...QUERY, sort })))
    const reader = await open(dir, { readOnly: true })
    const fresh = libraryOf(reader)
    expect(await Promise.all(sorts.map(sort => fresh.sources.ids({ ...QUERY, sort })))).toEqual(kept)
  })

  test('misses nothing that is written while it is read for the first time', async () => {
    const { dir, store } = await opened()
    for (let n = 0; n < 30; n++) await tell(store, { url: `${STORY}/${n}` })
    await store.close()
    const again = await open(dir)
    const library = libraryOf(again)
    const first = library.sources.list(QUERY)
    await Promise.all([
      first,
      tell(again, { url: A }),
      failedAt(again, '2026-03-05T09:00:00.000Z', `${STORY}/7`),
    ])
    const { total, rows } = await library.sources.list(QUERY)
    expect([total, rows.filter(row => row.failing).length]).toEqual([31, 1])
  })

  test('is cut into pages that neither miss nor repeat a source', async () => {
    const { store, library } = await opened()
    for (let n = 0; n < 7; n++) await tell(store, { url: `${STORY}/${n}` })
    const pages = [0, 3, 6].map(offset => library.sources.list({ ...QUERY, offset, limit: 3 }))
    const rows = (await Promise.all(pages)).flatMap(page => page.rows.map(row => row.sourceId))
    expect([rows.length, new Set(rows).size]).toEqual([7, 7])
  })
})

describe('a row', () => {
  test('names the last change: the newest version beside the snapshot before it', async () => {
    const { store, library } = await opened()
    const first = await tell(store)
    expect(await library.sources.overview(sourceIdOf(STORY))).toMatchObject({ changed: null })
    const second = await tell(store, {
      version: 2,
      at: '2026-03-03T09:00:00.000Z',
      article: withWords('More.'),
    })
    await tell(store, { version: 2, at: '2026-03-04T09:00:00.000Z', article: withWords('More.') })
    const changed = { from: first.snapshotId, to: second.snapshotId, fromVersion: 1, toVersion: 2 }
    expect(await library.sources.overview(sourceIdOf(STORY))).toMatchObject({ changed })
    expect(await library.sources.row(sourceIdOf(STORY))).toMatchObject({
      lastChanged: '2026-03-03T09:00:00.000Z',
      versions: 2,
      state: 'kept',
    })
    await store.purge(first.snapshotId, 'Asked for by its author.')
    expect(await library.sources.row(sourceIdOf(STORY))).toMatchObject({ lastChanged: null, versions: 1 })
  })

  test('fails from the newest attempt on until a later capture reaches the story', async () => {
    const { store, library } = await opened()
    const failing = async () => (await library.sources.row(sourceIdOf(STORY)))?.failing
    await failedAt(store, '2026-03-01T09:00:00.000Z')
    expect(await failing()).toEqual({ at: '2026-03-01T09:00:00.000Z', reason: 'http-404' })
    await tell(store, { at: '2025-01-01T09:00:00.000Z' })
    expect(await failing()).not.toBeNull()
    const { snapshotId } = await tell(store, { version: 2, at: '2026-03-02T09:00:00.000Z' })
    expect(await failing()).toBeNull()
    await failedAt(store, '2026-03-03T09:00:00.000Z')
    expect(await failing()).toMatchObject({ at: '2026-03-03T09:00:00.000Z' })
    await checkedAt(store, '2026-03-04T09:00:00.000Z', snapshotId)
    expect(await failing()).toBeNull()
  })
})

describe('a filter', () => {
  async function three() {
    const at = await opened()
    await tell(at.store, { url: A, at: '2026-01-10T23:59:59.000Z', ...titled('Bridge to close', 'Courier') })
    await tell(at.store, { url: B, at: '2026-01-12T00:00:00.000Z', ...titled('Bridge reopens', 'Ledger') })
    await tell(at.store, {
      url: B,
      version: 2,
      at: '2026-01-12T10:00:00.000Z',
      ...titled('Bridge open', 'Ledger'),
    })
    await failedAt(at.store, '2026-01-15T09:00:00.000Z', NEVER)
    const urls = async (filter: object) =>
      (await at.library.sources.list({ ...QUERY, ...filter })).rows.map(row => row.url).toSorted()
    return { ...at, urls }
  }

  test('finds every word in headline, outlet or address, in any case', async () => {
    const { urls } = await three()
    expect(await urls({ query: 'BRIDGE courier' })).toEqual([A])
    expect(await urls({ query: 'bridge nowhere' })).toEqual([])
    expect(await urls({ query: 'quay.example/never' })).toEqual([NEVER])
  })

  test('takes days whole, in UTC, both ends in', async () => {
    const { urls } = await three()
    expect(await urls({ seenFrom: '2026-01-10', seenTo: '2026-01-11' })).toEqual([A])
    expect(await urls({ seenFrom: '2026-01-12' })).toEqual([B])
  })

  test('narrows to changed sources and to those never reached', async () => {
    const { urls } = await three()
    expect(await urls({ only: 'changed' })).toEqual([B])
    expect(await urls({ only: 'attempts' })).toEqual([NEVER])
  })

  test('narrows to sources that are a post’s own page, and counts them', async () => {
    const { urls, store, library } = await three()
    const POST = 'https://quay.example/@runa/1'
    await tell(store, { url: POST, at: '2026-01-20T09:00:00.000Z', article: { kind: 'post' } })
    expect(await urls({ only: 'posts' })).toEqual([POST])
    expect(await library.sources.facets(QUERY)).toMatchObject({ ownPosts: 1 })
  })

  test('by collection and tag follows the desk', async () => {
    const { urls, library } = await three()
    expect(await urls({ tag: 'flood' })).toEqual([])
    await library.desk.tag('flood', [sourceIdOf(A), sourceIdOf(B)], true)
    const { id } = await library.desk.createCollection({ id: null, name: 'Mine', sourceIds: [sourceIdOf(B)] })
    expect(await urls({ tag: 'flood' })).toEqual([A, B])
    expect(await urls({ tag: 'flood', collection: id })).toEqual([B])
    const { rows } = await library.sources.list({ ...QUERY, collection: id })
    expect(rows).toMatchObject([{ tags: ['flood'], collections: [id], notes: 0 }])
  })

  test('does not narrow its own counts, only the others', async () => {
    const { library } = await three()
    await library.desk.tag('flood', [sourceIdOf(A)], true)
    const facets = await library.sources.facets({ ...QUERY, sites: ['Courier'] })
    expect(facets).toMatchObject({ all: 1, changed: 0, attemptsOnly: 0, tags: [{ tag: 'flood', count: 1 }] })
    expect(facets.sites).toEqual([
      { site: 'Courier', count: 1 },
      { site: 'Ledger', count: 1 },
      { site: 'quay.example', count: 1 },
    ])
    expect(await library.sources.facets({ ...QUERY, only: 'changed' })).toMatchObject({
      all: 3,
      changed: 1,
      attemptsOnly: 1,
    })
  })
})

describe('the cached rows', () => {
  const CACHE = 'library.sqlite'
  const rows = async (dir: string, readOnly: boolean) => {
    const store = await open(dir, { readOnly })
    const library = createLibrary(store, { clock: systemClock, logger: listener() })
    const answer = await library.sources.list({ ...QUERY, sort: 'title' })
    await library.close()
    await store.close()
    return answer
  }

  test.each([
    ['are gone', (dir: string) => rm(join(dir, CACHE))],
    [
      'are damaged',
      (dir: string) => writeFile(join(dir, CACHE), 'this is no database, and it is long enough to say so'),
    ],
    [
      'missed some writes',
      async (dir: string) => {
        const store = await open(dir)
        await tell(store, { url: B, ...titled('Late') })
        await store.close()
      },
    ],
    [
      'are of another archive',
      async (dir: string) => {
        const other = await opened()
        await tell(other.store, { url: 'https://other.example/' })
        await other.library.sources.list(QUERY)
        await other.library.close()
        await other.store.close()
        await rm(join(dir, CACHE))
        await writeFile(join(dir, CACHE), await readFile(join(other.dir, CACHE)))
      },
    ],
  ])('give the same list when they %s', async (_, harm) => {
    const dir = await quickDir()
    const store = await open(dir)
    for (let n = 0; n < 5; n++) await tell(store, { url: `${STORY}/${n}`, ...titled(`Story ${n}`) })
    await store.close()
    await rows(dir, false)
    await harm(dir)
    for (const end of ['-wal', '-shm']) await rm(join(dir, CACHE + end), { force: true })
    const before = await readdir(dir)
    const reader = await rows(dir, true)
    expect(await readdir(dir)).toEqual(before)
    const writer = await rows(dir, false)
    const again = await open(dir)
    const expected = (await again.sources()).map(row => row.title).toSorted((a, b) => (a! < b! ? 1 : -1))
    await again.close()
    expect(reader.rows.map(row => row.title)).toEqual(expected)
    expect(writer).toEqual(reader)
    expect(await rows(dir, false)).toEqual(writer)
  })
})
