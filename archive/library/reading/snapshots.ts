import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../../model/article.ts'
import type { SnapshotRecord } from '../../model/snapshot.ts'
import type { LogLine, SnapshotFiles, Store, VersionRow } from '../../store/index.ts'
import { checkCommands, type CheckCommand } from './check-commands.ts'
import { bodyOrigins } from './har-bodies.ts'
import { harmlessMime, mimeOfPath } from './mime.ts'
import { PICTURE_HEAD_BYTES, type PictureSize, pictureSize } from './picture-size.ts'

export interface Reading {
  readonly snapshot: VersionRow
  readonly article: Article
  /** `data/` path of each picture that is kept, by its URL in the article. */
  readonly pictures: Readonly<Record<string, string>>
  /** Sizes of those pictures in pixels, by their `data/` path, where the files say them. */
  readonly sizes: Readonly<Record<string, PictureSize>>
}

export interface BagFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly mime: string | null
  /** Where it came from, for a stored body. */
  readonly url: string | null
}

export interface Evidence {
  readonly snapshot: VersionRow
  readonly record: SnapshotRecord
  readonly log: readonly LogLine[]
  readonly files: readonly BagFile[]
  readonly commands: readonly CheckCommand[]
}

export interface BagFileContent {
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
}

/** The snapshot as it is shown: with the bag's folder as an absolute path. */
const shown = ({ row, dir }: SnapshotFiles): VersionRow => ({ ...row, path: dir })

// What follows was written by Stet and is under the bag's manifest: `verify` answers for its bytes.
const articleOf = async (files: SnapshotFiles) => (await files.json('data/article.json')) as Article
const recordOf = async (files: SnapshotFiles) => (await files.json('data/snapshot.json')) as SnapshotRecord

async function sizesOf(files: SnapshotFiles, paths: Iterable<string>): Promise<Record<string, PictureSize>> {
  const sizes: Record<string, PictureSize> = {}
  const head = Buffer.alloc(PICTURE_HEAD_BYTES)
  for (const path of new Set(paths)) {
    // A picture that cannot be read is told by `verify`; here it only has no size.
    const file = await open(join(files.dir, ...path.split('/'))).catch(() => null)
    if (!file) continue
    try {
      const { bytesRead } = await file.read(head, 0, head.length, 0)
      const size = pictureSize(head.subarray(0, bytesRead))
      if (size) sizes[path] = size
    } finally {
      await file.close()
    }
  }
  return sizes
}

/** What can be read of one snapshot. Everything throws `not-found` for one that is not held, with the reason. */
export class SnapshotReader {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  async row(snapshotId: string): Promise<VersionRow> {
    return shown(await this.#store.readSnapshot(snapshotId))
  }

  async read(snapshotId: string): Promise<Reading> {
    const files = await this.#store.readSnapshot(snapshotId)
    const [article, record, entries] = await Promise.all([articleOf(files), recordOf(files), files.files()])
    const paths = new Map(entries.map(({ sha256, path }) => [sha256, path]))
    const pictures: Record<string, string> = {}
    for (const [url, sha256] of Object.entries(record.pictures)) {
      const path = paths.get(sha256)
      if (path !== undefined) pictures[url] = path
    }
    return { snapshot: shown(files), article, pictures, sizes: await sizesOf(files, Object.values(pictures)) }
  }

  async evidence(snapshotId: string): Promise<Evidence> {
    const files = await this.#store.readSnapshot(snapshotId)
    const { row } = files
    const [record, { checks }, bagFiles, last] = await Promise.all([
      recordOf(files),
      this.#store.versions(row.sourceId),
      this.#files(files),
      this.#store.overview.applied(),
    ])
    const seqs = checks.filter(check => check.snapshotId === row.snapshotId).map(check => check.seq)
    const log = await this.#store.overview.log.lines([row.seq, ...seqs])
    const commands = checkCommands(row.path, row.seq, row.seq === last.seq)
    return { snapshot: shown(files), record, log, files: bagFiles, commands }
  }

  /** One file of the bag (`data/…`), under a type that runs no script. */
  async file(snapshotId: string, path: string): Promise<BagFileContent> {
    const files = await this.#store.readSnapshot(snapshotId)
    const bytes = await files.read(path)
    // A body's ending was chosen by its type; network.har is only asked where the ending says nothing.
    const mime = mimeOfPath(path) ?? (await bodyOrigins(files)).get(path)?.mime ?? null
    return { name: path.split('/').at(-1)!, mime: harmlessMime(mime), bytes }
  }

  async #files(files: SnapshotFiles): Promise<BagFile[]> {
    const [entries, origins] = await Promise.all([files.files(), bodyOrigins(files)])
    return Promise.all(
      entries.map(async ({ path, sha256 }) => {
        const found = await stat(join(files.dir, ...path.split('/'))).catch(() => null)
        const origin = origins.get(path)
        return {
          path,
          sha256,
          bytes: found?.size ?? 0,
          mime: origin?.mime ?? mimeOfPath(path),
          url: origin?.url ?? null,
        }
      }),
    )
  }
}
