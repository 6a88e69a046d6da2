import { spawn } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesOf, open } from '../store/helpers.ts'

const WRITER = new URL('./writer.ts', import.meta.url).pathname

/** What the killed processes had acknowledged, over all rounds. */
export interface Acknowledged {
  readonly snapshots: Set<string>
  readonly checks: Set<string>
  readonly purges: Set<string>
  /** Purges that were begun and may be done or not. */
  readonly purging: Set<string>
}

export const nothingYet = (): Acknowledged => ({
  snapshots: new Set(),
  checks: new Set(),
  purges: new Set(),
  purging: new Set(),
})

/** Runs the writer on `dir` and kills it (SIGKILL) `afterMs` after it has opened the archive. */
export async function killOnce(dir: string, afterMs: number, seen: Acknowledged): Promise<void> {
  const child = spawn(process.execPath, [WRITER, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  child.stdout.on('data', (chunk: Buffer) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
    out += chunk.toString()
  })
  await ended
  const sets = { snapshot: seen.snapshots, check: seen.checks, purge: seen.purges, purging: seen.purging }
  for (const line of out.split('\n').slice(0, -1)) {
    const [kind, id] = line.split(' ')
    sets[kind as keyof typeof sets]?.add(id!)
  }
}

/** Everything that is wrong with the archive after a kill; an empty list is what the promises ask for. */
export async function faultsOf(dir: string, seen: Acknowledged): Promise<string[]> {
  const faults: string[] = []
  const reader = await open(dir, { readOnly: true })
  for (const problem of (await reader.verify()).problems)
    faults.push(`before recovery: ${JSON.stringify(problem)}`)

  const store = await open(dir)
  for (const problem of (await store.verify()).problems) faults.push(JSON.stringify(problem))
  if ((await readdir(join(dir, 'tmp'))).length > 0) faults.push('tmp is not empty')
  const held = new Set<string>()
  const checked = new Set<string>()
  for (const source of await store.sources()) {
    const history = await store.versions(source.sourceId)
    for (const row of history.versions) {
      held.add(row.snapshotId)
      const files = await store.readSnapshot(row.snapshotId)
      if ((await files.read('data/article.txt')).length === 0) faults.push(`${row.snapshotId} is empty`)
    }
    for (const check of history.checks) checked.add(check.snapshotId)
  }
  for (const id of seen.snapshots)
    if (!held.has(id) && !seen.purging.has(id)) faults.push(`lost snapshot ${id}`)
  for (const id of seen.checks) if (!checked.has(id)) faults.push(`lost check ${id}`)
  for (const id of seen.purges) if (held.has(id)) faults.push(`purged snapshot ${id} is back`)
  await store.close()

  const grown = await bytesOf(join(dir, 'catalog'))
  await rm(join(dir, 'catalog'), { recursive: true })
  const again = await open(dir)
  await again.close()
  const rebuilt = await bytesOf(join(dir, 'catalog'))
  const names = new Set([...grown.keys(), ...rebuilt.keys()])
  for (const name of names)
    if (grown.get(name) !== rebuilt.get(name)) faults.push(`catalog${name} differs after a rebuild`)
  return faults
}
