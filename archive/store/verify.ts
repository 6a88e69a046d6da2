import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StetError } from '../errors.ts'
import type { SnapshotId } from '../model/ids.ts'
import { workerFile } from '../ports/worker-file.ts'
import { BagChecker, type Problem, type ProblemCode } from './bag-check.ts'
import { type BagListing, listBags } from './bag-list.ts'
import { bagPath, idOfBagName, inArchive, NAMES } from './layout.ts'
import { type BagJob, type BagsChecked, checkBags } from './verify-bags.ts'
import { checkLog, type LogCheck } from './verify-log.ts'

export interface VerifyProgress {
  readonly done: number
  readonly total: number
}

export interface VerifyOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: VerifyProgress) => void
  /** Threads that read and hash. Default: as many as the machine has cores, at most 8. */
  readonly concurrency?: number
}

export interface VerifyReport {
  readonly ok: boolean
  readonly snapshots: number
  /** Files and bytes that were checked, shared ones counted in every snapshot that holds them. */
  readonly files: number
  readonly bytes: number
  readonly logLines: number
  readonly seconds: number
  readonly problems: readonly Problem[]
}

const MAX_THREADS = 8
/** Below this many bags starting threads takes longer than the work. */
const MIN_BAGS_FOR_THREADS = 16
const BAGS_PER_BATCH = 16

type Check = (jobs: readonly BagJob[]) => Promise<BagsChecked>

function inThisThread(dir: string): { check: Check; stop: () => Promise<unknown> } {
  const checker = new BagChecker()
  return { check: async jobs => checkBags(checker, dir, jobs), stop: async () => {} }
}

function inThread(dir: string): { check: Check; stop: () => Promise<unknown> } {
  const worker = new Worker(workerFile('verify-worker', import.meta.url), { workerData: { dir } })
  let answer: { resolve(checked: BagsChecked): void; reject(error: unknown): void } | null = null
  worker.on('message', (checked: BagsChecked) => answer?.resolve(checked))
  worker.on('error', error => answer?.reject(error))
  worker.on('exit', () => answer?.reject(new StetError('worker', 'A checking thread ended before its work.')))
  const check: Check = jobs =>
    new Promise((resolve, reject) => {
      answer = { resolve, reject }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(jobs)
    })
  return { check, stop: () => worker.terminate() }
}

function assertNotCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StetError('cancelled', 'The check was stopped before its end.')
}

async function checkAll(
  dir: string,
  jobs: readonly BagJob[],
  options: VerifyOptions,
): Promise<BagsChecked[]> {
  const { signal, onProgress, concurrency = Math.min(availableParallelism(), MAX_THREADS) } = options
  const alone = jobs.length < MIN_BAGS_FOR_THREADS || concurrency <= 1
  const lanes = alone ? [inThisThread(dir)] : Array.from({ length: concurrency }, () => inThread(dir))
  const step = alone ? 1 : BAGS_PER_BATCH
  const results: BagsChecked[] = []
  let next = 0
  let done = 0
  try {
    await Promise.all(
      lanes.map(async ({ check }) => {
        while (next < jobs.length) {
          assertNotCancelled(signal)
          const batch = jobs.slice(next, (next += step))
          results.push(await check(batch))
          done += batch.length
          onProgress?.({ done, total: jobs.length })
          // Alone, the check holds the thread for a bag at a time; others get their turn in between.
          if (alone) await new Promise(resolve => setImmediate(resolve))
        }
      }),
    )
  } finally {
    await Promise.all(lanes.map(lane => lane.stop()))
  }
  return results
}

const nameOf = (path: string) => path.split('/').at(-1)!

/** Folders in `tmp/` that are named like bags: a commit or a purge that is under way, or was when Stet died. */
async function bagsInHand(dir: string): Promise<Set<string>> {
  return new Set(await readdir(join(dir, NAMES.tmp)).catch(() => []))
}

/**
 * What folders and log say of each other. `inHand` names the bags that a commit or a purge has in hand: those
 * may be ahead of the log, or behind it.
 */
function compareWithLog(
  dir: string,
  listing: BagListing,
  log: LogCheck,
  inHand: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = []
  const add = (
    code: ProblemCode,
    path: string,
    snapshotId: string | null,
    expected: string | null,
    found: string,
  ) => problems.push({ code, path, snapshotId, expected, found })
  const isThere = (path: string) => existsSync(inArchive(dir, path))
  for (const path of listing.bags) {
    const name = nameOf(path)
    if (log.held.has(path) || inHand.has(name) || !isThere(path)) continue
    const purged = log.purged.get(path)
    if (purged) add('bag-purged', path, purged.snapshotId, 'nothing: it was purged', 'a snapshot folder')
    else add('bag-not-in-log', path, idOfBagName(name), 'a line in the log', 'none')
  }
  const settled = [...inHand].map(bagPath).concat([...log.held.keys()])
  for (const { path, kind } of listing.strays) {
    if (kind === 'folder' && settled.some(bag => bag?.startsWith(`${path}/`))) continue
    add(kind === 'folder' ? 'folder-added' : 'file-added', path, null, null, `a ${kind}`)
  }
  for (const { path, snapshotId } of log.held.values()) {
    if (!isThere(path) && !inHand.has(nameOf(path)))
      add('bag-missing', path, snapshotId, 'a snapshot folder', 'nothing')
  }
  return problems
}

function jobsFor(log: LogCheck, ids: readonly SnapshotId[] | undefined): BagJob[] {
  const held = [...log.held.values()]
  if (!ids) return held
  return ids.map(id => {
    const snapshot = held.find(each => each.snapshotId === id)
    if (snapshot) return snapshot
    throw new StetError('not-found', `No snapshot ${id} in this archive.`, { snapshotId: id })
  })
}

/**
 * Checks bags against their lists, their lists against the log, every line of the log against the line
 * before, and that neither has anything the other does not know. Reads only, and may run beside a writer.
 */
export async function verifyArchive(
  dir: string,
  ids: readonly SnapshotId[] | undefined,
  options: VerifyOptions,
): Promise<VerifyReport> {
  const started = performance.now()
  assertNotCancelled(options.signal)
  // In this order a bag that is listed and not in hand is in the log, whatever a writer does meanwhile.
  const listing = await listBags(dir)
  const before = await bagsInHand(dir)
  const log = await checkLog(dir)
  const inHand = new Set([...before, ...(await bagsInHand(dir))])
  const jobs = jobsFor(log, ids)
  const between = compareWithLog(dir, listing, log, inHand)
  const present = jobs.filter(({ path }) => existsSync(inArchive(dir, path)))
  const results = await checkAll(dir, present, options)
  const inBags = results.flatMap(result => result.problems)
  // A bag that was purged while it was checked is no problem.
  const purged = inBags.length + between.length > 0 ? (await checkLog(dir)).purged : log.purged
  const wanted = new Set(jobs.map(job => job.path))
  const problems = [
    ...log.problems,
    ...between.filter(
      ({ code, path }) => (!ids || wanted.has(path)) && !(code === 'bag-missing' && purged.has(path)),
    ),
    ...inBags
      .filter(({ bag }) => !purged.has(bag))
      .map(({ bag, ...problem }) => ({ ...problem, snapshotId: log.held.get(bag)?.snapshotId ?? null })),
  ]
  const sum = (key: 'snapshots' | 'files' | 'bytes') =>
    results.reduce((total, result) => total + result[key], 0)
  return {
    ok: problems.length === 0,
    snapshots: sum('snapshots'),
    files: sum('files'),
    bytes: sum('bytes'),
    logLines: log.lines,
    seconds: (performance.now() - started) / 1000,
    problems: problems.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
  }
}
