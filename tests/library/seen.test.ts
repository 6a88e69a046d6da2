import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLibrary } from '../../archive/library/index.ts'
import { sourceIdOf } from '../../archive/model/ids.ts'
import { systemClock } from '../../archive/ports/clock.ts'
import { checkedJson, readCheckedJson } from '../../archive/store/checked-json.ts'
import { listener, open } from '../store/helpers.ts'
import { QUERY, quickDir, STORY, tell, withWords } from './stories.ts'

const ID = sourceIdOf(STORY)

async function opened(dir: string, readOnly = false) {
  const store = await open(dir, { readOnly })
  const library = createLibrary(store, { clock: systemClock, logger: listener() })
  const close = async () => {
    await library.close()
    await store.close()
  }
  onTestFinished(close)
  return { store, library, close }
}

const second = { version: 2, article: withWords('The bridge carries 9,000 people a day.') }

test('a source tells which version was looked at last, and whether another came since', async () => {
  const dir = await quickDir()
  const { store, library, close } = await opened(dir)
  await tell(store)
  const row = () => library.sources.row(ID)
  expect(await row()).toMatchObject({ seenVersion: null, latestVersion: 1 })
  expect(await library.desk.see(ID, 1)).toEqual({ kept: true })
  expect(await library.desk.see(ID, 1)).toEqual({ kept: false })
  const unseen = () => library.sources.list({ ...QUERY, only: 'unseen' })
  expect(await unseen()).toMatchObject({ total: 0 })
  await tell(store, second)
  expect(await row()).toMatchObject({ seenVersion: 1, latestVersion: 2 })
  expect(await unseen()).toMatchObject({ total: 1 })
  expect(await library.sources.facets(QUERY)).toMatchObject({ unseen: 1 })
  await close()
  const again = await opened(dir)
  expect(await again.library.sources.row(ID)).toMatchObject({ seenVersion: 1, latestVersion: 2 })
})

test('to look at an older version takes nothing back', async () => {
  const { store, library } = await opened(await quickDir())
  await tell(store)
  await tell(store, second)
  await library.desk.see(ID, 2)
  expect(await library.desk.see(ID, 1)).toEqual({ kept: false })
  expect(await library.sources.row(ID)).toMatchObject({ seenVersion: 2 })
})

test('a source that was never looked at is not among the news', async () => {
  const { store, library } = await opened(await quickDir())
  await tell(store)
  await tell(store, second)
  expect(await library.sources.facets(QUERY)).toMatchObject({ changed: 1, unseen: 0 })
})

test('who reads beside a writer keeps nothing, and is not told of an error', async () => {
  const dir = await quickDir()
  const { store } = await opened(dir)
  await tell(store)
  const { library } = await opened(dir, true)
  expect(await library.desk.see(ID, 1)).toEqual({ kept: false })
  expect(await library.sources.row(ID)).toMatchObject({ seenVersion: null })
})

test('a source that is not there is told so', async () => {
  const { library } = await opened(await quickDir())
  await expect(library.desk.see('s0000', 1)).rejects.toMatchObject({ code: 'not-found' })
})

test('the desk of an older Stet is read as it is', async () => {
  const dir = await quickDir()
  const first = await opened(dir)
  await tell(first.store)
  await first.library.desk.tag('floods', [ID], true)
  await first.close()
  const path = join(dir, 'desk.json')
  const { seen: _seen, ...older } = readCheckedJson(await readFile(path, 'utf8')) as Record<string, unknown>
  await writeFile(path, checkedJson(older))
  const { library } = await opened(dir)
  expect(await library.sources.row(ID)).toMatchObject({ tags: ['floods'], seenVersion: null })
  expect(await library.desk.see(ID, 1)).toEqual({ kept: true })
})
