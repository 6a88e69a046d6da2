import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { StoreFs } from './fs.ts'
import { inArchive, NAMES } from './layout.ts'

/** Makes the year and month folders of a bag's path, durably. Returns the month's folder. */
async function monthFolder(fs: StoreFs, dir: string, bagPath: string): Promise<string> {
  const month = dirname(inArchive(dir, bagPath))
  const year = dirname(month)
  if (await fs.mkdir(year)) await fs.syncFolder(join(dir, NAMES.snapshots))
  if (await fs.mkdir(month)) await fs.syncFolder(year)
  return month
}

/** Removes the month and year folders of a bag's path where they are empty now. */
export async function dropEmptyFolders(fs: StoreFs, dir: string, bagPath: string): Promise<void> {
  const month = dirname(inArchive(dir, bagPath))
  for (const folder of [month, dirname(month)]) {
    const names = await readdir(folder).catch(() => null)
    if (names?.length === 0) await fs.rmdir(folder)
  }
}

/** `tmp/<name>/bag` → its place. Resolves to the folder that has to be synced. */
export async function placeBag(fs: StoreFs, dir: string, marker: string, bagPath: string): Promise<string[]> {
  const month = await monthFolder(fs, dir, bagPath)
  await fs.rename(join(marker, 'bag'), inArchive(dir, bagPath))
  return [month]
}

/** Takes `placeBag` back. */
export async function unplaceBag(fs: StoreFs, dir: string, marker: string, bagPath: string): Promise<void> {
  await fs.rename(inArchive(dir, bagPath), join(marker, 'bag'))
  await dropEmptyFolders(fs, dir, bagPath)
}

/**
 * Takes a bag out of `snapshots/` in one step and then apart in `tmp/`, so that a crash leaves it whole or gone.
 * `marker` is its folder in `tmp/`; while that is there, everybody knows that the removal is under way.
 */
export async function removeBag(fs: StoreFs, dir: string, marker: string, bagPath: string): Promise<void> {
  await fs.mkdir(marker)
  await fs.rename(inArchive(dir, bagPath), join(marker, 'bag'))
  await fs.syncFolder(dirname(inArchive(dir, bagPath)))
  await dropEmptyFolders(fs, dir, bagPath)
  await fs.remove(marker)
}
