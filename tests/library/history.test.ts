import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLibrary } from '../../archive/library/index.ts'
import { HISTORY_LIMITS, historyBags } from '../../archive/library/history/bags.ts'
import { sourceIdOf } from '../../archive/model/ids.ts'
import { systemClock } from '../../archive/ports/clock.ts'
import { inArchive } from '../../archive/store/layout.ts'
import type { Store, VersionRow } from '../../archive/store/index.ts'
import { listener, open } from '../store/helpers.ts'
import { checkedAt, quickDir, STORY, tell, withWords } from './stories.ts'

const ID = sourceIdOf(STORY)
const CARRIES = ['4,000', '5,000', '5,500']

/** The bridge story in three versions, a day apart. */
async function threeVersions(store: Store) {
  const kept = []
  for (const [at, people] of CARRIES.entries()) {
    kept.push(
      await tell(store, {
        version: at + 1,
        at: `2026-03-0${at + 2}T09:00:00.000Z`,
        article: withWords(`The bridge carries ${people} people a day.`),
      }),
    )
  }
  return kept
}

async function opened(dir: string, readOnly = false) {
  const store = await open(dir, { readOnly })
  const library = createLibrary(store, { clock: systemClock, logger: listener() })
  onTestFinished(async () => {
    await library.close()
    await store.close()
  })
  return { store, library }
}

const figuresOf = ({ threads }: Awaited<ReturnType<ReturnType<typeof createLibrary>['history']>>) =>
  threads.filter(({ kind }) => kind === 'figure').map(({ states }) => states.map(({ text }) => text))

test('the history of a source is made of its bags, beside a writer too, and is made once', async () => {
  const dir = await quickDir()
  const { store, library } = await opened(dir)
  const kept = await threeVersions(store)
  await checkedAt(store, '2026-03-09T09:00:00.000Z', kept[2]!.snapshotId)
  const history = await library.history(ID)
  expect(figuresOf(history)).toEqual([CARRIES])
  expect(history.versions.map(({ version, seenUntil }) => [version, seenUntil.slice(0, 10)])).toEqual([
    [1, '2026-03-02'],
    [2, '2026-03-03'],
    [3, '2026-03-09'],
  ])
  expect(await library.history(ID)).toBe(history)
  expect(await (await opened(dir, true)).library.history(ID)).toEqual(history)
})

test('a new version and a purged one make another history', async () => {
  const { store, library } = await opened(await quickDir())
  const kept = await threeVersions(store)
  await library.history(ID)
  await tell(store, { version: 4, article: withWords('The bridge carries 6,000 people a day.') })
  await store.purge(kept[1]!.snapshotId, 'Asked for.')
  const history = await library.history(ID)
  expect(figuresOf(history)).toEqual([['4,000', '5,500', '6,000']])
  expect(history.versions.map(({ step }) => step?.from)).toEqual([undefined, 1, 3])
})

test('a version that cannot be read is named, and the others are told', async () => {
  const { store, library } = await opened(await quickDir())
  const kept = await threeVersions(store)
  await rm(join(inArchive(store.dir, kept[1]!.path), 'data/article.json'))
  const history = await library.history(ID)
  expect(history.unreadable).toEqual([2])
  expect(figuresOf(history)).toEqual([['4,000', '5,500']])
})

test('a source that is not there is told so', async () => {
  const { library } = await opened(await quickDir())
  await expect(library.history('s0000')).rejects.toMatchObject({ code: 'not-found' })
})

const row = (version: number, over: Partial<VersionRow> = {}) =>
  ({
    snapshotId: `id-${version}-${over.capturedAt ?? ''}`,
    version,
    capturedAt: new Date(Date.UTC(2026, 0, version, 10)).toISOString(),
    words: 100,
    path: `snapshots/${version}`,
    ...over,
  }) as VersionRow

const numbers = (rows: readonly VersionRow[], since: number | string | null = null) => {
  const { bags, omitted } = historyBags('/archive', rows, [], { since })
  return { told: bags.map(({ version }) => version), omitted }
}

test('a history can begin with a version, or with the one that stood at a time', () => {
  const rows = [1, 2, 4, 5].map(version => row(version))
  expect(numbers(rows, 4).told).toEqual([4, 5])
  expect(numbers(rows, 3).told).toEqual([2, 4, 5])
  expect(numbers(rows, '2026-01-04T11:00:00Z').told).toEqual([4, 5])
  expect(numbers(rows, '2026-01-04').told).toEqual([2, 4, 5])
  expect(numbers(rows, '2020-01-01').told).toEqual([1, 2, 4, 5])
  for (const since of ['soon', 6]) {
    expect(() => numbers(rows, since)).toThrow(expect.objectContaining({ code: 'usage' }))
  }
})

test('a version that was kept several times is told by its first snapshot, until its last', () => {
  const rows = [
    row(1),
    row(1, { capturedAt: '2026-02-01T10:00:00.000Z' }),
    row(2, { capturedAt: '2026-03-01T10:00:00.000Z' }),
  ]
  const { bags } = historyBags('/archive', rows, [], { since: null })
  expect(bags.map(({ snapshotId, seenUntil }) => [snapshotId, seenUntil])).toEqual([
    ['id-1-', '2026-02-01T10:00:00.000Z'],
    ['id-2-2026-03-01T10:00:00.000Z', '2026-03-01T10:00:00.000Z'],
  ])
})

test('of too many versions the newest are told and the rest is counted', () => {
  const many = Array.from({ length: HISTORY_LIMITS.versions + 20 }, (_, at) => row(at + 1))
  const { told, omitted } = numbers(many)
  expect([told.length, omitted, told.at(-1)]).toEqual([HISTORY_LIMITS.versions, 20, many.length])
  const long = Array.from({ length: 12 }, (_, at) => row(at + 1, { words: HISTORY_LIMITS.words / 5 }))
  expect(numbers(long)).toEqual({ told: [8, 9, 10, 11, 12], omitted: 7 })
  expect(numbers([row(1, { words: 9e6 }), row(2, { words: 9e6 })]).told).toEqual([1, 2])
})
