import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { StetError } from '../errors.ts'

const LOCK = 'lock.sqlite'
const LOCK_POLL_MS = 20
/** Nothing that holds the lock takes longer than a few writes. */
const LOCK_WAIT_MS = 10_000
const ENDING = '.json'

function failure(error: unknown, doing: string, path: string): StetError {
  if (error instanceof StetError) return error
  const errno = error instanceof Error && 'code' in error ? String(error.code) : null
  const full = errno === 'ENOSPC' || errno === 'EDQUOT'
  const advice = full ? 'The disk is full: make room and try again.' : `The system says: ${String(error)}.`
  const message = `${doing} ${advice} The archive is not affected.`
  return new StetError(full ? 'disk-full' : 'io', message, { path, errno }, error)
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * A folder of small secret files: 0700, files 0600, each replaced in one step and on the disk when that resolves. One
 * change at a time, whichever process makes it; the kernel lets go of the lock when a process ends.
 */
export class SecretFolder {
  readonly #dir: string

  constructor(dir: string) {
    this.#dir = dir
  }

  async names(): Promise<readonly string[]> {
    const names = await readdir(this.#dir).catch(() => [])
    return names.filter(name => name.endsWith(ENDING) && !name.startsWith('.')).toSorted()
  }

  /** The text of a file; null where there is none. */
  async read(name: string): Promise<string | null> {
    const path = join(this.#dir, name)
    try {
      return await readFile(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw failure(error, 'The profile could not be read.', path)
    }
  }

  /** Runs `work` while nobody else changes the folder. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    let release: (() => void) | null = null
    try {
      await mkdir(this.#dir, { recursive: true, mode: 0o700 })
      if (process.platform !== 'win32') await chmod(this.#dir, 0o700)
      release = await this.#lock()
      return await work()
    } catch (error) {
      throw failure(error, 'The profiles could not be changed.', this.#dir)
    } finally {
      release?.()
    }
  }

  async write(name: string, text: string): Promise<void> {
    const tmp = join(this.#dir, `.${randomBytes(8).toString('hex')}.tmp`)
    try {
      const file = await open(tmp, 'wx', 0o600)
      try {
        await file.writeFile(text)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(tmp, join(this.#dir, name))
    } catch (error) {
      await rm(tmp, { force: true }).catch(() => {})
      throw error
    }
    await syncFolder(this.#dir)
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#dir, name), { force: true })
    await syncFolder(this.#dir)
  }

  async #lock(): Promise<() => void> {
    const path = join(this.#dir, LOCK)
    for (const endsAt = performance.now() + LOCK_WAIT_MS; ;) {
      const db = new DatabaseSync(path, { timeout: 0 })
      try {
        if (process.platform !== 'win32') await chmod(path, 0o600)
        db.exec('BEGIN EXCLUSIVE')
        return () => db.close()
      } catch (error) {
        db.close()
        const busy = error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === 5
        if (!busy || performance.now() > endsAt) throw error
        await sleep(LOCK_POLL_MS)
      }
    }
  }
}
