/**
 * Makes a valid archive of invented stories, for figures and pictures at scale.
 * Usage: node bench/support/make-archive.ts DIR SOURCES SNAPSHOTS
 *
 * One source in 25 was never reached, one in 30 fails now, one in five was checked and found unchanged. The same
 * numbers make the same stories; ids of snapshots and times of log lines are each run's own.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { articleHtml } from '../../archive/clean/index.ts'
import { libraryQuerySchema } from '../../archive/contract/library.ts'
import { articleText } from '../../archive/model/article-text.ts'
import { contentHash } from '../../archive/model/content-hash.ts'
import { newSnapshotId, sourceIdOf } from '../../archive/model/ids.ts'
import type { SnapshotRecord } from '../../archive/model/snapshot.ts'
import { createLibrary } from '../../archive/library/index.ts'
import { systemClock } from '../../archive/ports/clock.ts'
import { silentLogger } from '../../archive/ports/logger.ts'
import type { Store } from '../../archive/store/index.ts'
import { freshStore, hastyFs } from '../store/archive.ts'
import { inventedStory, randomFrom } from './invented-stories.ts'

const HOUR_MS = 3_600_000
const FIRST_DAY = Date.UTC(2025, 0, 6, 6)
/** First captures fall into so many hours; the last versions end before December 2026. */
const HOURS = 15_000
const LANES = 8 * availableParallelism()

export const EVERYTHING = libraryQuerySchema.omit({ offset: true, limit: true }).parse({})

const isNeverReached = (n: number): boolean => n % 25 === 24

/** How many snapshots each source gets: one at least, and the more the earlier it was found. */
function snapshotCounts(sources: number, snapshots: number): number[] {
  const reached = Array.from({ length: sources }, (_, n) => n).filter(n => !isNeverReached(n))
  const counts = Array.from({ length: sources }, () => 0)
  for (const n of reached.slice(0, snapshots)) counts[n] = 1
  const random = randomFrom(7)
  for (let left = snapshots - reached.length; left > 0; left--) {
    const n = reached[Math.floor(random() ** 1.5 * reached.length)]!
    counts[n] = counts[n]! + 1
  }
  return counts
}

async function keepEdition(store: Store, n: number, edition: number, at: number): Promise<SnapshotRecord> {
  const story = inventedStory(n)
  const article = story.edition(edition)
  const html = articleHtml(article, () => null)
  const capturedAt = new Date(at).toISOString()
  const record: SnapshotRecord = {
    format: 'stet-snapshot/1',
    snapshotId: newSnapshotId(),
    sourceId: sourceIdOf(story.url),
    url: story.url,
    requestedUrl: story.url,
    finalUrl: story.url,
    redirects: [],
    capturedAt,
    endedAt: new Date(at + 800).toISOString(),
    clock: 'system',
    witness: n % 40 === 7 ? 'imported' : 'captured',
    engine: { name: 'http', version: '1' },
    software: { name: 'stet', version: 'bench', runtime: `node ${process.versions.node}` },
    options: {},
    version: edition + 1,
    contentHash: contentHash(article),
    pictures: {},
    title: article.title,
    http: null,
    import: null,
    resources: { wanted: 0, kept: 0, failed: 0, skipped: 0 },
    warnings: [],
  }
  const stage = await store.stage()
  await stage.write('data/page.html', html)
  await stage.write('data/article.json', JSON.stringify(article))
  await stage.write('data/article.txt', articleText(article) + '\n')
  await stage.seal(record)
  return record
}

async function makeSource(store: Store, n: number, snapshots: number): Promise<void> {
  const random = randomFrom(n * 31 + 5)
  let at = FIRST_DAY + Math.floor(random() * HOURS) * HOUR_MS
  let last: SnapshotRecord | null = null
  for (let edition = 0; edition < snapshots; edition++) {
    last = await keepEdition(store, n, edition, at)
    at += Math.ceil(random() * 60) * HOUR_MS
  }
  const { url } = inventedStory(n)
  const asked = { sourceId: sourceIdOf(url), url, requestedUrl: url, warnings: [] }
  const capturedAt = new Date(at).toISOString()
  if (last && n % 5 === 0) {
    const { snapshotId, contentHash: hash } = last
    await store.recordCheck({
      ...asked,
      finalUrl: url,
      capturedAt,
      snapshotId,
      contentHash: hash.value,
      status: 200,
    })
  }
  if (!last || n % 30 === 11) {
    const later = new Date(at + HOUR_MS).toISOString()
    const evidence = ['The server answered 404 Not Found.']
    await store.recordAttempt({
      ...asked,
      finalUrl: url,
      capturedAt: later,
      reason: 'http-404',
      evidence,
      status: 404,
    })
  }
}

/** Makes the archive in `dir`, which must be missing. Resolves when it is closed. */
export async function makeArchive(
  dir: string,
  sources: number,
  snapshots: number,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  const counts = snapshotCounts(sources, snapshots)
  const store = await freshStore(dir, hastyFs)
  let next = 0
  let done = 0
  const lane = async () => {
    while (next < sources) {
      const n = next++
      await makeSource(store, n, counts[n]!)
      done += counts[n]!
      onProgress(done)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  // As an app that was open all the while would leave it.
  const library = createLibrary(store, { clock: systemClock, logger: silentLogger })
  await library.sources.ids({ ...EVERYTHING })
  await library.close()
  await store.close()
}

if (import.meta.main) {
  const [dir, sources, snapshots] = process.argv.slice(2)
  if (dir === undefined || !Number(sources) || !Number(snapshots)) {
    console.error('Usage: node bench/support/make-archive.ts DIR SOURCES SNAPSHOTS')
    process.exit(2)
  }
  if (existsSync(dir)) {
    console.error(`${dir} is there already. Nothing was made; name a new folder.`)
    process.exit(1)
  }
  const began = performance.now()
  let told = 0
  await makeArchive(dir, Number(sources), Number(snapshots), done => {
    if (done - told < 2_000) return
    told = done
    console.log(`${done} snapshots, ${((performance.now() - began) / 1000).toFixed(0)} s`)
  })
  console.log(
    `${dir}: ${sources} sources, ${snapshots} snapshots, ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
}
