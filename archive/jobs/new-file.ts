import { randomBytes } from 'node:crypto'
import { access, open, rename, rm } from 'node:fs/promises'
import { StetError } from '../errors.ts'

const taken = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

function exists(path: string): StetError {
  const message = `${path} exists already and was left as it is. Give another name, or move it away first.`
  return new StetError('usage', message, { path })
}

/**
 * Writes a file that must not exist yet; it appears under its name once it is whole. Throws `StetError` `usage` where
 * one of that name exists, `disk-full`, `io`.
 */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  if (await taken(path)) throw exists(path)
  const part = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const file = await open(part, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if (await taken(path)) throw exists(path)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    const { code } = error as NodeJS.ErrnoException
    const full = code === 'ENOSPC' || code === 'EDQUOT'
    const why = full ? 'the disk is full' : (error as Error).message
    const message = `${path} could not be written (${why}). The archive is as it was; nothing stands under that name.`
    throw StetError.from(error, full ? 'disk-full' : 'io', message, { path })
  }
}
