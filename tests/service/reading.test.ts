import { execFile } from 'node:child_process'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createRouterClient } from '@orpc/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sourceIdOf } from '../../archive/model/ids.ts'
import { createService } from '../../archive/service/index.ts'
import type { Store } from '../../archive/store/index.ts'
import { aPost, figure, paragraph } from '../compare/an-article.ts'
import { checkedAt, failedAt, STORY, tell, withWords, quickDir } from '../library/stories.ts'
import { open } from '../store/helpers.ts'

const run = promisify(execFile)
const ID = sourceIdOf(STORY)

/** The service over an archive that was laid out before, and its calls. */
async function served(
  lay: (store: Store) => Promise<unknown> = async () => {},
  access: 'read' | 'write' = 'write',
) {
  const dir = await quickDir()
  const store = await open(dir)
  await lay(store)
  await store.close()
  const service = await createService({ dir, access })
  onTestFinished(() => service.close())
  return { dir, service, calls: createRouterClient(service.router) }
}

/** A story of two versions, the second checked once, with a failed attempt after it. */
async function bridge(store: Store) {
  await tell(store)
  const article = withWords('The bridge carries 9,000 people a day.')
  const to = await tell(store, { version: 2, at: '2026-03-03T09:00:00.000Z', article })
  await checkedAt(store, '2026-03-04T09:00:00.000Z', to.snapshotId)
  await failedAt(store, '2026-03-05T09:00:00.000Z')
}

const refused = (code: string) => expect.objectContaining({ code })

describe('a source', () => {
  test('is everything known of it, with absolute folders and its notes', async () => {
    const { dir, calls } = await served(bridge)
    const before = await calls.source.get({ sourceId: ID })
    expect(before.source).toMatchObject({
      versions: 2,
      checks: 1,
      attempts: 1,
      failing: { reason: 'http-404' },
    })
    expect(before.versions.every(row => row.path.startsWith(dir))).toBe(true)
    const about = before.versions[1]!.snapshotId
    await calls.desk.saveNote({ about, text: 'Where is this from?', place: { block: 1, quote: '9,000' } })
    const { notes, source } = await calls.source.get({ sourceId: ID })
    expect([notes.map(note => note.place?.quote), source.notes]).toEqual([['9,000'], 1])
  })

  test('has a mark for each step, the same as the list shows for the last', async () => {
    const { calls } = await served(bridge)
    const { marks } = await calls.source.marks({ sourceId: ID })
    expect(marks).toMatchObject([{ fromVersion: 1, toVersion: 2, class: 'substantive' }])
    expect(marks[0]!.kinds.map(({ kind }) => kind)).toContain('figure')
    expect(await calls.library.marks({ sourceIds: [ID, 'nobody'] })).toEqual({
      marks: { [ID]: marks[0], nobody: null },
    })
  })

  test('with one version has no mark', async () => {
    const { calls } = await served(tell)
    expect((await calls.library.marks({ sourceIds: [ID] })).marks).toEqual({ [ID]: null })
  })

  test('that nobody follows is refused in words that help', async () => {
    const { calls } = await served()
    await expect(calls.source.get({ sourceId: 's0000000000000000' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('library'),
    })
  })
})

describe('a snapshot', () => {
  const picture = 'https://quay.example/bridge.svg'
  const layPicture = (store: Store) =>
    tell(store, {
      article: { blocks: [paragraph('A.'), figure(picture)] },
      pictures: { [picture]: '<svg/>' },
    })

  test('is read with its article and where its pictures lie, and they can be fetched', async () => {
    const { calls } = await served(layPicture)
    const { versions } = await calls.source.get({ sourceId: ID })
    const { snapshotId } = versions[0]!
    const { article, pictures } = await calls.snapshot.read({ snapshotId })
    expect(article.blocks.map(block => block.kind)).toEqual(['paragraph', 'figure'])
    const file = await calls.snapshot.file({ snapshotId, path: pictures[picture]! })
    expect([file.type, await file.text()]).toEqual(['image/svg+xml', '<svg/>'])
  })

  test('hands out no file under a type that could run a script', async () => {
    const { calls } = await served(store =>
      tell(store, {
        files: { 'data/resources/a.js': '1', 'data/resources/b.xhtml': '<p/>', 'data/resources/c.bin': '?' },
      }),
    )
    const { snapshotId } = (await calls.source.get({ sourceId: ID })).versions[0]!
    const types = async (path: string) => (await calls.snapshot.file({ snapshotId, path })).type
    expect(await types('data/page.html')).toBe('text/plain')
    expect(await types('data/resources/a.js')).toBe('text/plain')
    expect(await types('data/resources/b.xhtml')).toBe('text/plain')
    expect(await types('data/resources/c.bin')).toBe('application/octet-stream')
    expect((await calls.snapshot.file({ snapshotId, path: 'data/page.html' })).name).toBe('page.html')
  })

  test('gives nothing from outside its folder', async () => {
    const { calls } = await served(tell)
    const { snapshotId } = (await calls.source.get({ sourceId: ID })).versions[0]!
    for (const path of ['data/../../log.jsonl', '../stet.json', 'manifest-sha256.txt', '/etc/passwd']) {
      await expect(calls.snapshot.file({ snapshotId, path })).rejects.toEqual(refused('bad-input'))
    }
    await expect(calls.snapshot.file({ snapshotId, path: 'data/none' })).rejects.toEqual(refused('not-found'))
  })

  test('shows its log lines, and its files with where they came from', async () => {
    const body = 'data/page.html'
    const entry = {
      request: { url: STORY },
      response: { content: { _file: body, mimeType: 'text/html; charset=utf-8' } },
    }
    const { calls } = await served(async store => {
      const { snapshotId } = await tell(store, {
        files: { 'data/network.har': JSON.stringify({ log: { entries: [entry] } }) },
      })
      await checkedAt(store, '2026-03-04T09:00:00.000Z', snapshotId)
    })
    const { snapshotId } = (await calls.source.get({ sourceId: ID })).versions[0]!
    const { log, files, record } = await calls.snapshot.evidence({ snapshotId })
    expect(log.map(line => line.type)).toEqual(['snapshot', 'check'])
    expect(record.requestedUrl).toBe(STORY)
    expect(files.find(file => file.path === body)).toMatchObject({ url: STORY, mime: 'text/html' })
    expect(files.every(file => file.bytes > 0)).toBe(true)
  })

  test.each(['in the middle of the log', 'at its end'])(
    'is verified %s by the commands it names, and they fail once a byte is changed',
    async where => {
      const { dir, calls } = await served(async store => {
        await tell(store)
        if (where === 'in the middle of the log') await failedAt(store, '2026-03-05T09:00:00.000Z')
      })
      const { snapshotId, path } = (await calls.source.get({ sourceId: ID })).versions[0]!
      const { commands } = await calls.snapshot.evidence({ snapshotId })
      const statuses = () =>
        Promise.all(
          commands.map(({ command }) =>
            run('sh', ['-c', command], { cwd: dir }).then(
              () => 0,
              () => 1,
            ),
          ),
        )
      expect(await statuses()).toEqual([0, 0, 0])
      const change = async (file: string, from: string, to: string) => {
        await chmod(file, 0o644)
        await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
      }
      await change(join(path, 'data/page.html'), 'The page', 'A page')
      expect(await statuses()).toEqual([1, 0, 0])
      await change(join(path, 'tagmanifest-sha256.txt'), 'bagit.txt', 'bagit-txt')
      await change(join(dir, 'log.jsonl'), '"words":', '"words": ')
      expect(await statuses()).toEqual([1, 1, 1])
    },
  )

  test('is verified, then purged with a reason, and says so when it is asked for again', async () => {
    const { calls } = await served(bridge)
    const { snapshotId } = (await calls.source.get({ sourceId: ID })).versions[0]!
    expect(await calls.snapshot.verify({ snapshotId })).toMatchObject({ ok: true, snapshots: 1 })
    await calls.snapshot.purge({ snapshotId, reason: 'Its author asked.' })
    const { purged, source } = await calls.source.get({ sourceId: ID })
    expect([purged.map(row => row.reason), source.versions]).toEqual([['Its author asked.'], 1])
    await expect(calls.snapshot.read({ snapshotId })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Its author asked.'),
    })
    await expect(calls.snapshot.verify({ snapshotId: 'ffffffffffffffff' })).rejects.toEqual(
      refused('not-found'),
    )
  })
})

test('a pair gives both texts, and every block stands where it says', async () => {
  const { calls } = await served(async store => {
    await tell(store, {
      article: { blocks: [{ kind: 'heading', level: 2, text: 'Bridge', spans: [] }, paragraph('It holds.')] },
    })
    await tell(store, { version: 2, article: withWords('It holds.') })
  })
  const [a, b] = (await calls.source.get({ sourceId: ID })).versions
  const { comparison, from, to } = await calls.compare.pair({ from: a!.snapshotId, to: b!.snapshotId })
  expect(from.blocks.map(({ kind, level, range }) => [kind, level, from.text.slice(...range)])).toEqual([
    ['heading', 2, 'Bridge'],
    ['paragraph', null, 'It holds.'],
  ])
  expect([comparison.sides?.to.version, to.snapshot.version, comparison.class]).toEqual([2, 2, 'rewrite'])
})

test('posts are listed once over all sources, with counts that leave their own choice out', async () => {
  const other = 'https://quay.example/other'
  const posts = [aPost({ blockIndex: 0 })]
  const { calls } = await served(async store => {
    await tell(store, { article: { posts } })
    await tell(store, { url: other, article: { posts: [...posts, aPost({ key: 'mastodon:1', platform: 'mastodon', postId: '1', url: 'https://quay.example/@quay/1', author: null, handle: 'quay', state: 'deleted', postedAt: '2026-02-01', blockIndex: 0 })] } }) // prettier-ignore
  })
  const all = await calls.posts.list({})
  expect(all.posts.map(post => [post.key, post.sources.length])).toEqual([
    ['x:77', 2],
    ['mastodon:1', 1],
  ])
  const one = await calls.posts.list({ platform: 'mastodon' })
  expect(one).toMatchObject({
    total: 1,
    states: [{ state: 'deleted', count: 1 }],
    authors: [{ author: 'quay', count: 1 }],
  })
  expect(one.platforms.map(({ platform }) => platform).toSorted()).toEqual(['mastodon', 'x'])
  expect((await calls.posts.list({ query: 'SAFE bridge', author: 'mayor' })).total).toBe(1)
  expect((await calls.source.posts({ sourceId: ID })).posts.map(post => post.key)).toEqual(['x:77'])
})

test('activity goes back page by page and names the source of each line', async () => {
  const { calls } = await served(bridge)
  const first = await calls.activity.log({ limit: 2 })
  expect(first.lines.map(({ event, source, reason }) => [event.type, source?.sourceId, reason])).toEqual([
    ['attempt', ID, 'http-404'],
    ['check', ID, null],
  ])
  const rest = await calls.activity.log({ before: first.lines.at(-1)!.event.seq })
  expect(rest.lines.map(({ event, version }) => [event.type, version])).toEqual([
    ['snapshot', 2],
    ['snapshot', 1],
    ['archive', null],
  ])
  expect([first.more, rest.more]).toEqual([true, false])
})

describe('the desk', () => {
  test('answers each change with what takes it back, and is there after reopening', async () => {
    const { dir, service, calls } = await served(bridge)
    const { id } = await calls.desk.createCollection({ name: 'Bridges', sourceIds: [ID] })
    expect(await calls.desk.collect({ id, sourceIds: [ID], on: true })).toEqual({ sourceIds: [] })
    await calls.desk.renameCollection({ id, name: 'Old bridges' })
    const gone = await calls.desk.removeCollection({ id })
    expect(gone).toEqual({ name: 'Old bridges', sourceIds: [ID] })
    await calls.desk.createCollection({ id, ...gone })
    expect(await calls.desk.tag({ tag: 'river', sourceIds: [ID], on: true })).toEqual({ sourceIds: [ID] })
    expect(await calls.desk.tag({ tag: 'river', sourceIds: [ID], on: false })).toEqual({ sourceIds: [ID] })
    await calls.desk.tag({ tag: 'constructor', sourceIds: [ID], on: true })
    const note = await calls.desk.saveNote({ about: ID, text: 'Ask the council.' })
    await calls.desk.saveNote({ ...note, text: 'Asked.' })
    expect(await calls.desk.removeNote({ id: note.id })).toMatchObject({
      text: 'Asked.',
      created: note.created,
    })
    await calls.desk.saveNote({ ...note, text: 'Asked.' })
    await service.close()
    const again = await createService({ dir })
    onTestFinished(() => again.close())
    const after = createRouterClient(again.router)
    const { source, notes } = await after.source.get({ sourceId: ID })
    expect(source).toMatchObject({ collections: [id], tags: ['constructor'], notes: 1 })
    expect(notes).toMatchObject([{ id: note.id, text: 'Asked.' }])
  })

  test('refuses what does not exist and changes nothing', async () => {
    const { calls } = await served(bridge)
    const unknown = { sourceIds: ['s1'], on: true }
    await expect(calls.desk.tag({ tag: 'river', ...unknown })).rejects.toEqual(refused('not-found'))
    const inherited = { tag: '__proto__', sourceIds: [ID], on: true }
    await expect(calls.desk.tag(inherited)).rejects.toEqual(refused('usage'))
    await expect(calls.desk.collect({ id: 'c1', sourceIds: [ID], on: true })).rejects.toEqual(
      refused('not-found'),
    )
    await expect(calls.desk.saveNote({ about: 'nobody', text: 'Hm.' })).rejects.toEqual(refused('not-found'))
    await expect(calls.desk.removeNote({ id: 'n1' })).rejects.toEqual(refused('not-found'))
    expect((await calls.library.facets({})).tags).toEqual([])
  })

  test('tells everybody who looks', async () => {
    const { calls } = await served(bridge)
    const stop = new AbortController()
    const events = await calls.archive.events(undefined, { signal: stop.signal })
    await calls.desk.tag({ tag: 'river', sourceIds: [ID], on: true })
    const seen: string[] = []
    for await (const event of events) {
      seen.push(event.type)
      if (event.type === 'desk') break
    }
    stop.abort()
    expect(seen).toContain('desk')
  })

  test('of an archive that is open for reading stays as it is, settings too', async () => {
    const { calls } = await served(bridge, 'read')
    expect((await calls.library.list({})).total).toBe(1)
    await expect(calls.desk.tag({ tag: 'x', sourceIds: [ID], on: true })).rejects.toEqual(
      refused('archive-readonly'),
    )
    await expect(calls.settings.set({ theme: 'dark' })).rejects.toEqual(refused('archive-readonly'))
  })
})

describe('settings', () => {
  test('are Stet’s own until somebody sets them, one group at a time', async () => {
    const { calls } = await served()
    expect(await calls.settings.get()).toMatchObject({ theme: 'system', capture: { concurrency: null } })
    await calls.settings.set({ theme: 'dark' })
    await calls.settings.set({ language: 'ar' })
    expect(await calls.settings.get()).toMatchObject({ theme: 'dark', language: 'ar', contrast: 'system' })
  })

  test('out of range are refused, and what was set stays', async () => {
    const { calls } = await served()
    await calls.settings.set({ reading: { size: 22 } })
    await expect(calls.settings.set({ reading: { size: 220 } })).rejects.toEqual(refused('usage'))
    expect((await calls.settings.get()).reading.size).toBe(22)
  })

  test('that this Stet cannot read take nothing but their own group away', async () => {
    const { calls } = await served(store =>
      store.desk.update(desk => ({
        ...desk,
        settings: { app: { theme: 'dark', reading: { size: 'big' } } },
      })),
    )
    expect(await calls.settings.get()).toMatchObject({ theme: 'dark', reading: { size: 19 } })
  })
})
