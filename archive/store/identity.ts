import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { StetError } from '../errors.ts'
import { prettyJson } from '../model/json.ts'
import type { Timestamp } from '../model/time.ts'
import type { StoreFs } from './fs.ts'
import { FORMAT_VERSION, NAMES } from './layout.ts'
import type { ArchiveLine } from './log-line.ts'
import { readEntries } from './log-read.ts'
import { replaceFile } from './replace-file.ts'
import { errnoOf } from './io-error.ts'

const identitySchema = z.object({
  /** Version of the layout on disk. */
  format: z.int().min(1),
  archiveId: z.string(),
  created: z.string(),
})

/** `stet.json`. */
export interface ArchiveIdentity {
  readonly format: number
  readonly archiveId: string
  readonly created: Timestamp
}

/** What a folder is, before anything in it is touched. */
export type FolderState =
  | { readonly kind: 'missing' | 'empty' }
  | { readonly kind: 'archive'; readonly identity: ArchiveIdentity }
  /** An archive whose `stet.json` is missing or damaged; the log's first line says what it was. */
  | {
      readonly kind: 'archive-without-identity'
      readonly identity: ArchiveIdentity
      readonly found: 'missing' | 'damaged'
    }
  /** Stet was stopped while it made the archive, before the first line of the log. */
  | { readonly kind: 'unfinished' }

/** What may lie in a folder when making an archive was interrupted before the log's first line. */
const FIRST_NAMES: ReadonlySet<string> = new Set([
  NAMES.lock,
  `${NAMES.lock}-journal`,
  NAMES.holder,
  NAMES.snapshots,
  NAMES.tmp,
  NAMES.log,
])

async function names(dir: string): Promise<string[] | null> {
  try {
    return await readdir(dir)
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT') return null
    if (code === 'ENOTDIR') {
      throw new StetError('bad-input', `${dir} is a file, not a folder; an archive is a folder.`, {
        path: dir,
      })
    }
    throw error
  }
}

async function archiveLine(dir: string): Promise<ArchiveLine | null> {
  for await (const entry of readEntries(join(dir, NAMES.log))) {
    return entry.complete && entry.line?.type === 'archive' ? entry.line : null
  }
  return null
}

async function readIdentity(dir: string): Promise<ArchiveIdentity | 'missing' | 'damaged'> {
  try {
    const value: unknown = JSON.parse(await readFile(join(dir, NAMES.identity), 'utf8'))
    return identitySchema.safeParse(value).data ?? 'damaged'
  } catch (error) {
    if (error instanceof SyntaxError) return 'damaged'
    if (errnoOf(error) === 'ENOENT') return 'missing'
    throw error
  }
}

function refuseNewer(dir: string, identity: ArchiveIdentity): void {
  if (identity.format <= FORMAT_VERSION) return
  throw new StetError(
    'archive-newer',
    `The archive ${dir} was made by a newer Stet (layout ${identity.format}; this one knows ${FORMAT_VERSION}). ` +
      'Nothing was changed. Install the newer version to open it.',
    { path: dir, format: identity.format, known: FORMAT_VERSION },
  )
}

/** Looks at a folder. Throws `archive-newer`, or `bad-input` where it holds something that is no archive. */
export async function inspectFolder(dir: string): Promise<FolderState> {
  const found = await names(dir)
  if (found === null) return { kind: 'missing' }
  if (found.length === 0) return { kind: 'empty' }
  const identity = await readIdentity(dir)
  if (typeof identity === 'object') {
    refuseNewer(dir, identity)
    return { kind: 'archive', identity }
  }
  const line = await archiveLine(dir)
  if (line) {
    const known = { format: line.format, archiveId: line.archiveId, created: line.at }
    refuseNewer(dir, known)
    return { kind: 'archive-without-identity', identity: known, found: identity }
  }
  const bare = found.every(name => FIRST_NAMES.has(name))
  const begun = bare && found.includes(NAMES.lock) && (await isBarren(dir))
  if (begun) return { kind: 'unfinished' }
  throw new StetError(
    'bad-input',
    `${dir} is not an archive and not empty. Nothing was changed. Name an empty folder, a new one, or an archive.`,
    { path: dir },
  )
}

async function isBarren(dir: string): Promise<boolean> {
  const log = await stat(join(dir, NAMES.log)).catch(() => null)
  const bags = await names(join(dir, NAMES.snapshots))
  // A log of at most one unfinished line, and no snapshot: there is nothing here to lose.
  return (bags ?? []).length === 0 && (log === null || log.size < 4096)
}

export async function writeIdentity(fs: StoreFs, dir: string, identity: ArchiveIdentity): Promise<void> {
  await replaceFile(fs, join(dir, NAMES.tmp), join(dir, NAMES.identity), Buffer.from(prettyJson(identity)))
}
