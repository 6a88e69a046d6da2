/**
 * `verify` beside `sha256sum` over the same files, in turns. Usage: node bench/store/verify.ts [--pages N] [--dir D]
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freshStore, hastyFs, keepPage, median } from './archive.ts'

export interface VerifyBench {
  readonly files: number
  readonly megabytes: number
  readonly stetMBps: number
  readonly sha256sumMBps: number
}

const ROUNDS = 3

/** Both read every file of `pages` snapshots; where bags share a file, both count it in each. */
export async function benchVerify(pages: number, base: string): Promise<VerifyBench> {
  const dir = join(base, `stet-bench-verify-${process.pid}`)
  const store = await freshStore(dir, hastyFs)
  const shared = [8_000, 30_000].map(size => randomBytes(size))
  for (let n = 0; n < pages; n++)
    await keepPage(store, n, { ownBodies: [4_000, 15_000, 60_000, 150_000], shared })
  const stet: number[] = []
  const coreutils: number[] = []
  let files = 0
  let megabytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    execFileSync('sh', ['-c', 'find snapshots -type f -print0 | xargs -0 sha256sum > /dev/null'], {
      cwd: dir,
    })
    const seconds = (performance.now() - started) / 1000
    const report = await store.verify()
    if (!report.ok)
      throw new Error(`The bench's archive does not verify: ${JSON.stringify(report.problems[0])}`)
    files = report.files
    megabytes = report.bytes / 1e6
    stet.push(megabytes / report.seconds)
    coreutils.push(megabytes / seconds)
  }
  await store.close()
  await rm(dir, { recursive: true })
  return { files, megabytes, stetMBps: median(stet), sha256sumMBps: median(coreutils) }
}

if (import.meta.main) {
  const options = { pages: { type: 'string', default: '1000' }, dir: { type: 'string' } } as const
  const { values } = parseArgs({ options })
  const { files, megabytes, stetMBps, sha256sumMBps } = await benchVerify(
    Number(values.pages),
    values.dir ?? tmpdir(),
  )
  console.log(
    `verify: ${files} files, ${megabytes.toFixed(0)} MB: ${stetMBps.toFixed(0)} MB/s; sha256sum ` +
      `${sha256sumMBps.toFixed(0)} MB/s; ratio ${(stetMBps / sha256sumMBps).toFixed(2)} (goal: at least 1.0)`,
  )
}
