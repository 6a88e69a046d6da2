import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem, ProblemCode } from './bag-check.ts'
import { NAMES } from './layout.ts'
import { readHead } from './log-end.ts'
import { LOG_START, readEntries } from './log-read.ts'

export interface LoggedSnapshot {
  readonly snapshotId: string
  readonly path: string
  readonly fixityHash: string
}

export interface LogCheck {
  readonly problems: readonly Problem[]
  readonly lines: number
  /** Snapshots that should be there, by path, and those that were purged. */
  readonly held: ReadonlyMap<string, LoggedSnapshot>
  readonly purged: ReadonlyMap<string, LoggedSnapshot>
}

function problem(
  code: ProblemCode,
  line: number,
  expected: string | null,
  found: string | null,
  snapshotId: string | null = null,
): Problem {
  return { code, path: `${NAMES.log}:${line}`, snapshotId, expected, found }
}

async function checkOnce(dir: string): Promise<LogCheck> {
  const problems: Problem[] = []
  const held = new Map<string, LoggedSnapshot>()
  const purged = new Map<string, LoggedSnapshot>()
  let last = LOG_START
  let headHash: string | null = null
  const before = await readHead(dir)
  for await (const entry of readEntries(join(dir, NAMES.log))) {
    if (!entry.complete) {
      const found = entry.bytes.toString('utf8', 0, 200)
      problems.push(problem('log-torn', last.seq + 1, 'a line that ends in a line break', found))
      continue
    }
    const { line, position, linked } = entry
    if (line === null) problems.push(problem('log-line', position.seq, 'a line of the log', null))
    else if (line.seq !== position.seq) {
      problems.push(problem('log-chain', position.seq, `seq ${position.seq}`, `seq ${line.seq}`))
    } else if (!linked) {
      problems.push(problem('log-chain', position.seq, `prev ${last.hash}`, `prev ${line.prev}`))
    }
    if (position.seq === 1 && line?.type !== 'archive') {
      problems.push(problem('log-line', 1, 'the line that begins an archive', line?.type ?? null))
    }
    if (line?.type === 'snapshot') {
      const { snapshotId, path, fixityHash } = line
      if (held.has(path) || purged.has(path)) {
        problems.push(problem('log-duplicate', position.seq, 'one line a snapshot', path, snapshotId))
      }
      held.set(path, { snapshotId, path, fixityHash })
    }
    if (line?.type === 'purge') {
      const snapshot = held.get(line.path)
      if (snapshot) {
        held.delete(line.path)
        purged.set(line.path, snapshot)
      } else {
        problems.push(problem('log-purge', position.seq, 'a snapshot in the log', line.path, line.snapshotId))
      }
    }
    if (line?.type === 'recovery' && line.what === 'log-changed') {
      problems.push(problem('log-changed', position.seq, null, line.message))
    }
    last = position
    if (before?.seq === position.seq) headHash = position.hash
  }
  const after = await readHead(dir)
  problems.push(...headProblems(after, before, headHash, last))
  return { problems, lines: last.seq, held, purged }
}

function headProblems(
  after: Awaited<ReturnType<typeof readHead>>,
  before: Awaited<ReturnType<typeof readHead>>,
  headHash: string | null,
  last: { readonly seq: number; readonly hash: string },
): Problem[] {
  const found = `line ${last.seq} with hash ${last.hash}`
  const at = (expected: string): Problem => ({
    code: 'log-head',
    path: NAMES.head,
    snapshotId: null,
    expected,
    found,
  })
  if (before === null || after === null) return [at('the number and hash of the last line')]
  if (before.seq > last.seq || headHash !== before.hash)
    return [at(`line ${before.seq} with hash ${before.hash}`)]
  // One line more than the head says is a process that died in between; `after` covers a writer at work.
  if (last.seq > Math.max(before.seq, after.seq) + 1) return [at(`line ${after.seq} with hash ${after.hash}`)]
  return []
}

const TRIES = 3
const PAUSE_MS = 50

/**
 * Checks every line of the log against its chain, and its end against `log.head`. A writer at work (its
 * `lock.json` is there) may be in the middle of a line: then what looks wrong at the end is looked at again.
 */
export async function checkLog(dir: string): Promise<LogCheck> {
  for (let tries = 1; ; tries++) {
    const check = await checkOnce(dir)
    const passing = check.problems.some(({ code }) => code === 'log-torn' || code === 'log-head')
    if (!passing || tries === TRIES || !existsSync(join(dir, NAMES.holder))) return check
    await new Promise(done => setTimeout(done, PAUSE_MS))
  }
}
