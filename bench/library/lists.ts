/**
 * What the app's lists cost in a big archive, beside an empty one. Usage:
 * node bench/library/lists.ts [--archive DIR] [--sources 20000] [--snapshots 60000]
 *
 * Without --archive one is made, used and removed; making 60,000 snapshots takes some minutes.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '../../archive/index.ts'
import { EVERYTHING, makeArchive } from '../support/make-archive.ts'
import { median } from '../support/process.ts'

const ROUNDS = 9
const PAGE = { offset: 0, limit: 100 }
const POSTS = { query: '', platform: null, state: null, author: null, ...PAGE }
const LOG = { before: null, limit: 100, types: [] }

type Figures = Map<string, number>

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function medianOf(work: (round: number) => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(() => work(round)))
  return median(times)
}

async function figuresOf(dir: string): Promise<Figures> {
  const figures: Figures = new Map()
  const began = performance.now()
  const archive = await openArchive(dir, { access: 'write' })
  const { library } = archive
  const { rows } = await library.sources.list({ ...EVERYTHING, ...PAGE })
  figures.set('open to first list', performance.now() - began)
  const list = (asked: object) => library.sources.list({ ...EVERYTHING, ...PAGE, ...asked })
  figures.set('list, first time by headline', await timed(() => list({ sort: 'title', descending: false })))
  // Another word each time: a list that was asked for before is remembered.
  figures.set(
    'list, with words',
    await medianOf(round => list({ query: `ferry ${'sandholm'.slice(0, round)}` })),
  )
  figures.set('list, changed only', await medianOf(round => list({ only: 'changed', seenFrom: `2025-0${round + 1}-01` }))) // prettier-ignore
  figures.set('list, next page', await medianOf(round => list({ offset: round * 100 })))
  figures.set('facets', await medianOf(() => library.sources.facets(EVERYTHING)))
  figures.set(
    'facets, with words',
    await medianOf(() => library.sources.facets({ ...EVERYTHING, query: 'ferry' })),
  )
  const ids = rows.slice(0, 40).map(row => row.sourceId)
  figures.set('marks of 40 sources, never asked before', await timed(() => library.lastMarks(ids)))
  figures.set('marks of 40 sources, again', await medianOf(() => library.lastMarks(ids)))
  figures.set('posts, first time', await timed(() => library.posts(POSTS)))
  figures.set('posts, again', await medianOf(() => library.posts(POSTS)))
  figures.set('activity, first time', await timed(() => library.activity(LOG)))
  figures.set('activity, again', await medianOf(() => library.activity(LOG)))
  await archive.close()
  return figures
}

const { values } = parseArgs({
  options: {
    archive: { type: 'string' },
    sources: { type: 'string', default: '20000' },
    snapshots: { type: 'string', default: '60000' },
  },
})
const base = await mkdtemp(join(tmpdir(), 'stet-bench-library-'))
try {
  const big = values.archive ?? join(base, 'big')
  if (values.archive === undefined) await makeArchive(big, Number(values.sources), Number(values.snapshots))
  // Marks that an earlier run left would be read, not made.
  await rm(join(big, 'changes.sqlite'), { force: true })
  const [empty, full] = [await figuresOf(join(base, 'empty')), await figuresOf(big)]
  console.log('milliseconds'.padEnd(44), 'empty'.padStart(10), 'big'.padStart(10))
  for (const [name, ms] of full) {
    console.log(name.padEnd(44), empty.get(name)!.toFixed(1).padStart(10), ms.toFixed(1).padStart(10))
  }
} finally {
  await rm(base, { recursive: true, force: true })
}
