import { randomBytes } from 'node:crypto'
import { lstat, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { StetError } from './errors.ts'

/** How files are called that are not whole yet. */
export const HALF_DONE = /\.[0-9a-f]{8}\.part$/

/** Whether anything has that name, even a link that leads nowhere. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

async function synced(path: string, flags: string): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function assertFree(path: string): Promise<void> {
  if (!(await isThere(path))) return
  const message = `${path} exists already and was left as it is. Give another name, or move it away first.`
  throw new StetError('usage', message, { path })
}

function unwritten(error: unknown, path: string): StetError {
  const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
  const why = full ? 'the disk is full' : error instanceof Error ? error.message : String(error)
  const message = `${path} could not be written (${why}). The archive is as it was; nothing stands under that name.`
  return StetError.from(error, full ? 'disk-full' : 'io', message, { path })
}

/**
 * Makes a file that must not exist yet: `write` fills one beside it, which gets its name once it is whole and synced.
 * Throws `StetError` `usage` where one of that name exists, `disk-full`, `io`, and what `write` throws of its own.
 */
export async function makeNewFile<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  await assertFree(path)
  const part = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const written = await write(part)
    await synced(part, 'r+')
    await assertFree(path)
    await rename(part, path)
    await synced(dirname(path), 'r').catch(() => {})
    return written
  } catch (error) {
    await rm(part, { force: true })
    throw unwritten(error, path)
  }
}

/** The same with bytes that are there already. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  await makeNewFile(path, part => writeFile(part, bytes, { flag: 'wx' }))
}
