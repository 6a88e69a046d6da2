/**
 * What one commit costs in a small and in a big archive, in turns. Usage:
 * node bench/store/commit.ts [--small 100] [--big 20000] [--rounds 60] [--dir D]
 */
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Store } from '../../archive/store/index.ts'
import { nodeFs } from '../../archive/store/fs.ts'
import { freshStore, hastyFs, keepPage, median, reopen } from './archive.ts'

export interface CommitBench {
  readonly smallMs: number
  readonly bigMs: number
  /** Milliseconds to open the big archive for writing. */
  readonly openBigMs: number
}

const SHAPE = { ownBodies: [2_000, 6_000, 20_000, 40_000], shared: [] }
const FILLER = { ownBodies: [], shared: [] }
const LANES = 8

async function grow(dir: string, count: number): Promise<void> {
  const store = await freshStore(dir, hastyFs)
  let next = 0
  const lane = async () => {
    while (next < count) await keepPage(store, next++, FILLER)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await store.close()
}

async function commitMs(store: Store, n: number): Promise<number> {
  const started = performance.now()
  await keepPage(store, n, SHAPE)
  return performance.now() - started
}

/** Medians over `rounds` commits into each, one here, one there, so that the machine's moods hit both. */
export async function benchCommit(
  small: number,
  big: number,
  rounds: number,
  base: string,
): Promise<CommitBench> {
  const dirs = [small, big].map(count => join(base, `stet-bench-commit-${process.pid}-${count}`))
  const [smallDir, bigDir] = [dirs[0]!, dirs[1]!]
  await grow(smallDir, small)
  await grow(bigDir, big)
  const smallStore = await reopen(smallDir, nodeFs)
  const started = performance.now()
  const bigStore = await reopen(bigDir, nodeFs)
  const openBigMs = performance.now() - started
  const times: { small: number[]; big: number[] } = { small: [], big: [] }
  for (let round = 0; round < rounds; round++) {
    const n = 1_000_000 + round
    const smallFirst = round % 2 === 0
    if (smallFirst) times.small.push(await commitMs(smallStore, n))
    times.big.push(await commitMs(bigStore, n))
    if (!smallFirst) times.small.push(await commitMs(smallStore, n))
  }
  await Promise.all([smallStore.close(), bigStore.close()])
  for (const dir of dirs) await rm(dir, { recursive: true })
  return { smallMs: median(times.small), bigMs: median(times.big), openBigMs }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      small: { type: 'string', default: '100' },
      big: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '60' },
      dir: { type: 'string' },
    },
  })
  const { small, big, rounds } = values
  const result = await benchCommit(Number(small), Number(big), Number(rounds), values.dir ?? tmpdir())
  const ratio = result.bigMs / result.smallMs
  console.log(
    `commit: ${result.smallMs.toFixed(1)} ms at ${small} snapshots, ${result.bigMs.toFixed(1)} ms at ${big}; ` +
      `ratio ${ratio.toFixed(2)} (goal: within 20 %); opening the big one for writing: ${result.openBigMs.toFixed(0)} ms`,
  )
}
