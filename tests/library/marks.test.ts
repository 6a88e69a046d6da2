import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLibrary } from '../../archive/library/index.ts'
import { sourceIdOf } from '../../archive/model/ids.ts'
import { systemClock } from '../../archive/ports/clock.ts'
import { inArchive } from '../../archive/store/layout.ts'
import { listener, open } from '../store/helpers.ts'
import { QUERY, STORY, tell, withWords, quickDir } from './stories.ts'

const ID = sourceIdOf(STORY)

async function twoVersions() {
  const dir = await quickDir()
  const store = await open(dir)
  const from = await tell(store)
  const to = await tell(store, { version: 2, article: withWords('The bridge carries 9,000 people a day.') })
  await store.close()
  return { dir, from, to }
}

async function opened(dir: string, readOnly = false) {
  const store = await open(dir, { readOnly })
  const said = listener()
  const library = createLibrary(store, { clock: systemClock, logger: said })
  const close = async () => {
    await library.close()
    await store.close()
  }
  onTestFinished(close)
  return { store, library, said, close }
}

test('a mark that was worked out once is known without the articles', async () => {
  const { dir, from } = await twoVersions()
  const first = await opened(dir)
  const marks = await first.library.lastMarks([ID])
  expect(marks[ID]).toMatchObject({ fromVersion: 1, toVersion: 2, class: 'substantive' })
  await first.close()
  await rm(join(inArchive(dir, from.path), 'data'), { recursive: true })
  expect(await (await opened(dir)).library.lastMarks([ID])).toEqual(marks)
})

test('where an article cannot be read there is no mark, and the list goes on', async () => {
  const { dir, from } = await twoVersions()
  await rm(join(inArchive(dir, from.path), 'data/article.json'))
  const { library, said } = await opened(dir)
  expect(await library.lastMarks([ID, 's-unknown'])).toEqual({ [ID]: null, 's-unknown': null })
  expect(said.messages.join()).toContain(from.snapshotId)
})

test('a reader works marks out and writes nothing', async () => {
  const { dir } = await twoVersions()
  const before = await readdir(dir)
  const { library } = await opened(dir, true)
  expect((await library.lastMarks([ID]))[ID]).toMatchObject({ class: 'substantive' })
  expect(await readdir(dir)).toEqual(before)
})

test('damaged marks are worked out anew', async () => {
  const { dir } = await twoVersions()
  await writeFile(join(dir, 'changes.sqlite'), 'no database at all, and long enough to say so')
  expect((await (await opened(dir)).library.lastMarks([ID]))[ID]).toMatchObject({ toVersion: 2 })
})

test('a purged snapshot leaves no mark behind', async () => {
  const { dir, to } = await twoVersions()
  const { store, library } = await opened(dir)
  expect((await library.lastMarks([ID]))[ID]).not.toBeNull()
  await store.purge(to.snapshotId, 'Asked for.')
  expect(await library.lastMarks([ID])).toEqual({ [ID]: null })
  expect(await library.marks(ID)).toEqual([])
})

test('what turned out to be noise is not listed among what changed, this time and the next', async () => {
  const dir = await quickDir()
  const store = await open(dir)
  await tell(store, { article: withWords('The mayor said "the bridge is safe" on Monday.') })
  await tell(store, { version: 2, article: withWords('The mayor said “the bridge is safe” on Monday.') })
  await store.close()
  const first = await opened(dir)
  const changed = async ({ sources }: typeof first.library) => [
    (await sources.list({ ...QUERY, only: 'changed' })).total,
    (await sources.facets(QUERY)).changed,
  ]
  // Nobody looked at it yet.
  expect(await changed(first.library)).toEqual([1, 1])
  expect((await first.library.lastMarks([ID]))[ID]).toMatchObject({ class: 'noise' })
  expect(await changed(first.library)).toEqual([0, 0])
  await first.close()
  expect(await changed((await opened(dir)).library)).toEqual([0, 0])
})
