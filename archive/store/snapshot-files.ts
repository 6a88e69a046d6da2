import { constants } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StetError } from '../errors.ts'
import { MANIFEST, type ManifestEntry, parseManifest } from './bag-text.ts'
import { checkDataPath, inArchive } from './layout.ts'
import type { VersionRow } from './types.ts'

/** The data files of one snapshot, for reading. */
export interface SnapshotFiles {
  readonly row: VersionRow
  /** Absolute path of the bag. */
  readonly dir: string
  /** Every data file as the manifest lists it. */
  files(): Promise<readonly ManifestEntry[]>
  /** Bytes of a data file (`data/…`). Throws `not-found`, or `bad-input` for a path that leaves the bag. */
  read(path: string): Promise<Buffer>
  /** A data file read as JSON. Throws as `read`, and `archive-damaged` where it is not JSON. */
  json(path: string): Promise<unknown>
}

export function snapshotFiles(archiveDir: string, row: VersionRow): SnapshotFiles {
  const dir = inArchive(archiveDir, row.path)
  const about = { snapshotId: row.snapshotId, path: row.path }

  async function read(path: string): Promise<Buffer> {
    checkDataPath(path)
    let file
    try {
      file = await open(join(dir, ...path.split('/')), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    } catch (error) {
      const message = `The snapshot ${row.snapshotId} has no readable file ${path}.`
      throw new StetError('not-found', message, { ...about, file: path }, error)
    }
    try {
      return await file.readFile()
    } finally {
      await file.close()
    }
  }

  return {
    row,
    dir,
    read,
    async files() {
      return parseManifest(await readFile(join(dir, MANIFEST), 'utf8')).entries
    },
    async json(path) {
      const text = (await read(path)).toString('utf8')
      try {
        return JSON.parse(text)
      } catch (error) {
        const message = `${path} of the snapshot ${row.snapshotId} is damaged; run "verify".`
        throw new StetError('archive-damaged', message, { ...about, file: path }, error)
      }
    },
  }
}
