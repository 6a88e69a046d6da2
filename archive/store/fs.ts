import { constants } from 'node:fs'
import { link, mkdir, open, rename, rm, rmdir, truncate } from 'node:fs/promises'
import { errnoOf } from './io-error.ts'

/**
 * Every call that changes the archive's evidence, in one place, so that a test can stop the work after any
 * of them or make any of them fail. Reading is not in it: it cannot lose anything.
 */
export interface StoreFs {
  /** One level; the folder may be there already. Resolves to whether it was made. */
  mkdir(path: string): Promise<boolean>
  /** Writes a file that must not exist yet. Not synced. */
  writeNew(path: string, bytes: Uint8Array, mode: number): Promise<void>
  link(from: string, to: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  syncFile(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
  /** Writes at a position of a file (made where missing) and syncs it. */
  writeAt(path: string, position: number, bytes: Uint8Array): Promise<void>
  /** Cuts a file to a length and syncs it. */
  cut(path: string, length: number): Promise<void>
  /** Removes a file or a folder with all in it; nothing there is fine. */
  remove(path: string): Promise<void>
  /** Removes an empty folder. */
  rmdir(path: string): Promise<void>
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function writeAll(path: string, flags: number, mode: number, bytes: Uint8Array, position: number) {
  const file = await open(path, flags, mode)
  try {
    for (let done = 0; done < bytes.length;) {
      done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
    }
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

/** The real file system. */
export const nodeFs: StoreFs = {
  async mkdir(path) {
    try {
      await mkdir(path)
      return true
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false
      throw error
    }
  },
  async writeNew(path, bytes, mode) {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL
    const file = await writeAll(path, flags, mode, bytes, 0)
    await file.close()
  },
  link,
  rename,
  syncFile: sync,
  async syncFolder(path) {
    // Windows has no way to sync a folder; its file systems journal renames themselves.
    if (process.platform !== 'win32') await sync(path)
  },
  async writeAt(path, position, bytes) {
    const file = await writeAll(path, constants.O_WRONLY | constants.O_CREAT, 0o644, bytes, position)
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
  },
  async cut(path, length) {
    await truncate(path, length)
    await sync(path)
  },
  remove: path => rm(path, { recursive: true, force: true }),
  rmdir,
}
