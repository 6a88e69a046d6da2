import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { StetError } from '../errors.ts'
import type { Timestamp } from '../model/time.ts'
import { NAMES } from './layout.ts'
import { ioError, sqliteCodeOf } from './io-error.ts'

const holderSchema = z.object({ pid: z.int(), host: z.string(), since: z.string(), software: z.string() })
export type LockHolder = z.infer<typeof holderSchema>

const SQLITE_BUSY = 5

function readHolder(dir: string): LockHolder | null {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(join(dir, NAMES.holder), 'utf8'))).data ?? null
  } catch {
    return null
  }
}

function lockedError(dir: string): StetError {
  const holder = readHolder(dir)
  const who = holder
    ? `process ${holder.pid} on ${holder.host} (${holder.software}, since ${holder.since})`
    : 'another process'
  return new StetError(
    'archive-locked',
    `The archive ${dir} is in use by ${who}. Only one process may write to it; nothing was changed. ` +
      'Wait until it is done, or stop it.',
    { path: dir, holder },
  )
}

/**
 * Takes the archive for this process: an exclusive transaction on an empty SQLite file. The kernel lets go of
 * it when the process ends, however it ends, so there is no stale lock and no heartbeat. `lock.json` beside it
 * only names the holder for the message. Nothing else may open `lock.sqlite`: closing any other descriptor of
 * it would drop the lock (POSIX fcntl).
 *
 * Returns the function that lets go. Throws `archive-locked`, `archive-readonly`, `disk-full` or `io`.
 */
export function takeLock(dir: string, since: Timestamp, software: string): () => void {
  const doing = `The archive ${dir} could not be opened for writing.`
  let db: DatabaseSync
  try {
    db = new DatabaseSync(join(dir, NAMES.lock), { timeout: 0 })
  } catch (error) {
    throw ioError(error, doing, { path: dir })
  }
  try {
    db.exec('BEGIN EXCLUSIVE')
    const holder: LockHolder = { pid: process.pid, host: hostname(), since, software }
    writeFileSync(join(dir, NAMES.holder), JSON.stringify(holder) + '\n')
  } catch (error) {
    db.close()
    if (sqliteCodeOf(error) === SQLITE_BUSY) throw lockedError(dir)
    throw ioError(error, doing, { path: dir })
  }
  return () => {
    if (!db.isOpen) return
    // The name goes first: once the lock is free the file may be the next holder's.
    rmSync(join(dir, NAMES.holder), { force: true })
    db.close()
  }
}
