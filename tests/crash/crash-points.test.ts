import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ErrorCode, StetError } from '../../archive/errors.ts'
import type { Store } from '../../archive/store/index.ts'
import { folder, keep, open, record, type StoryOptions } from '../store/helpers.ts'
import { type Fault, FaultyFs } from './faulty-fs.ts'

const FIRST = { text: 'Before the crash.', snapshotId: 'aaaaaaaaaaaaaaaa' }
const SECOND = {
  text: 'At the crash.',
  version: 2,
  snapshotId: 'bbbbbbbbbbbbbbbb',
  capturedAt: '2026-04-04T05:06:07.000Z',
  posts: [{ key: 'x:1', text: 'A post' }],
}

/** What the caller of the failed work is told. */
const CODES: Readonly<Record<Fault, ErrorCode>> = {
  stop: 'io',
  tear: 'io',
  ENOSPC: 'disk-full',
  EIO: 'io',
  EROFS: 'archive-readonly',
  'ENOSPC-on': 'disk-full',
  'EIO-on': 'io',
}

type Work = (store: Store) => Promise<unknown>

/** Does the work with the fault at call `at`; whether it was acknowledged, and how many calls it made. */
async function withFault(dir: string, at: number, fault: Fault, work: Work) {
  const faulty = new FaultyFs(Number.MAX_SAFE_INTEGER, fault)
  const store = await open(dir, { fs: faulty.fs })
  const opening = faulty.calls
  const strike = new FaultyFs(at, fault)
  Object.assign(faulty.fs, strike.fs)
  let error: unknown = null
  await work(store).catch(thrown => (error = thrown))
  await store.close()
  return { acknowledged: error === null, error, opening, calls: strike.calls, struck: strike.struck }
}

async function archiveWith(dir: string, stories: readonly StoryOptions[]): Promise<void> {
  const store = await open(dir)
  for (const story of stories) await keep(store, story)
  await store.close()
}

/** Walks every call of the work; `check` looks at the archive opened again after each. */
async function walk(
  stories: readonly StoryOptions[],
  fault: Fault,
  work: Work,
  check: (store: Store, acknowledged: boolean) => Promise<void>,
) {
  await using start = await folder()
  await archiveWith(join(start.path, 'start'), stories)
  for (let at = 1; ; at++) {
    const dir = join(start.path, `at-${at}`)
    await cp(join(start.path, 'start'), dir, { recursive: true })
    const { acknowledged, error, struck } = await withFault(dir, at, fault, work)
    if (struck === null) {
      expect(acknowledged).toBe(true)
      return at - 1
    }
    const where = `${fault} at call ${at} (${struck})`
    if (!acknowledged) expect((error as StetError).code, where).toBe(CODES[fault])
    const store = await open(dir)
    const report = await store.verify()
    expect(report.problems, where).toEqual([])
    expect(await readdir(join(dir, 'tmp')), where).toEqual([])
    expect((await store.resolveSnapshot(FIRST.snapshotId)).title, where).toBe('Storm')
    await check(store, acknowledged)
    await store.close()
  }
}

describe('a commit that is interrupted at any of its steps', () => {
  test.each<Fault>(['stop', 'tear', 'ENOSPC', 'EIO-on'])(
    'keeps what was acknowledged and lists nothing half done (%s)',
    async fault => {
      const points = await walk(
        [FIRST],
        fault,
        store => keep(store, SECOND),
        async (store, acknowledged) => {
          const { versions } = await store.versions(record().sourceId)
          const second = versions.find(row => row.snapshotId === SECOND.snapshotId)
          if (acknowledged) expect(second).toBeDefined()
          if (second) {
            const files = await store.readSnapshot(second.snapshotId)
            expect((await files.read('data/article.txt')).toString()).toBe(SECOND.text)
            expect(await store.posts()).toHaveLength(1)
          } else {
            expect(await store.snapshot(SECOND.snapshotId)).toBeNull()
            expect((await keep(store, SECOND)).snapshotId).toBe(SECOND.snapshotId)
          }
        },
      )
      expect(points).toBeGreaterThan(25)
    },
  )
})

describe('a purge that is interrupted at any of its steps', () => {
  test.each<Fault>(['stop', 'EROFS', 'ENOSPC-on'])(
    'leaves the snapshot whole or gone, never in between (%s)',
    async fault => {
      await walk(
        [FIRST, SECOND],
        fault,
        store => store.purge(SECOND.snapshotId, 'asked for by its subject'),
        async (store, acknowledged) => {
          const { purged, versions } = await store.versions(record().sourceId)
          if (acknowledged) expect(purged.map(row => row.snapshotId)).toEqual([SECOND.snapshotId])
          expect(versions.length + purged.length).toBe(2)
        },
      )
    },
  )
})

describe('a note of a check that is interrupted', () => {
  test.each<Fault>(['stop', 'tear', 'EIO'])('is there whole or not at all (%s)', async fault => {
    const { url, sourceId, contentHash } = record(FIRST)
    await walk(
      [FIRST],
      fault,
      store =>
        store.recordCheck({
          sourceId,
          url,
          requestedUrl: url,
          finalUrl: url,
          capturedAt: '2026-05-04T05:06:07.000Z',
          snapshotId: FIRST.snapshotId,
          contentHash: contentHash.value,
          status: 200,
          warnings: [],
        }),
      async (store, acknowledged) => {
        const { checks } = await store.versions(sourceId)
        if (acknowledged) expect(checks).toHaveLength(1)
      },
    )
  })
})
