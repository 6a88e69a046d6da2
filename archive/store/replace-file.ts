import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { StoreFs } from './fs.ts'

/**
 * Puts new bytes in the place of a file in one step: a reader sees the old or the new, never half of one, and
 * after it resolves the new one survives a power cut. The temporary name is unique, so that two writers
 * cannot mix their bytes, and lies in `tmpDir` (same file system), which is emptied at opening.
 */
export async function replaceFile(
  fs: StoreFs,
  tmpDir: string,
  path: string,
  bytes: Uint8Array,
): Promise<void> {
  const tmp = join(tmpDir, `file-${randomBytes(8).toString('hex')}`)
  try {
    await fs.writeNew(tmp, bytes, 0o644)
    await fs.syncFile(tmp)
    await fs.rename(tmp, path)
  } catch (error) {
    await fs.remove(tmp).catch(() => {})
    throw error
  }
  await fs.syncFolder(dirname(path))
}
