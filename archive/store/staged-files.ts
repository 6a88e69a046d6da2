import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { StoreFs } from './fs.ts'
import { inArchive } from './layout.ts'
import { errnoOf } from './io-error.ts'

export interface StagedFile {
  readonly sha256: string
  readonly bytes: number
  /** Shares its bytes with an earlier bag or another stage. */
  readonly linked: boolean
  /** Not known to be on the disk yet. */
  readonly needsSync: boolean
}

/** A file that may hold the bytes wanted, and whether those are safely on the disk. */
export interface LinkCandidate {
  readonly path: string
  readonly synced: boolean
}

/** Failures of a hard link after which the bytes are simply written again. */
const LINK_FALLBACKS: ReadonlySet<string> = new Set([
  'EMLINK',
  'EXDEV',
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'ENOENT',
])

const COMPARE_CHUNK_BYTES = 1 << 20

/**
 * Whether a stored file holds exactly these bytes. Comparing costs one read from the page cache, and proves
 * what the index only claims: a bag never links to a file that has rotted since.
 */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  let file
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch {
    return false
  }
  try {
    const stat = await file.stat()
    if (!stat.isFile() || stat.size !== bytes.length) return false
    const buffer = Buffer.allocUnsafe(Math.min(COMPARE_CHUNK_BYTES, bytes.length))
    for (let at = 0; at < bytes.length;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) return false
      if (buffer.compare(bytes, at, at + bytesRead, 0, bytesRead) !== 0) return false
      at += bytesRead
    }
    return true
  } catch {
    return false
  } finally {
    await file.close()
  }
}

/** The files of one bag under construction, each written once, in folders made as they are needed. */
export class StagedFiles {
  readonly #fs: StoreFs
  readonly #bagDir: string
  readonly #files = new Map<string, StagedFile>()
  readonly #folders = new Map<string, Promise<unknown>>()

  constructor(fs: StoreFs, bagDir: string) {
    this.#fs = fs
    this.#bagDir = bagDir
  }

  get files(): ReadonlyMap<string, StagedFile> {
    return this.#files
  }

  /** Folders inside the bag and the bag itself, the deepest first: the order in which they are synced. */
  get folders(): string[] {
    return [...this.#folders.keys(), ''].toSorted(
      (a, b) => b.split('/').length - a.split('/').length || (a < b ? -1 : 1),
    )
  }

  absolute(path: string): string {
    return path === '' ? this.#bagDir : inArchive(this.#bagDir, path)
  }

  /**
   * Adds a file: linked from the first candidate that proves to hold the same bytes, else written. `sha256` is
   * that of `bytes`; whoever looked for candidates has it already.
   */
  async add(
    path: string,
    bytes: Uint8Array,
    sha256: string,
    candidates: readonly LinkCandidate[],
  ): Promise<StagedFile> {
    await this.#folder(dirname(path))
    const source = await this.#link(path, bytes, candidates)
    if (!source) await this.#fs.writeNew(this.absolute(path), bytes, 0o444)
    const file = { sha256, bytes: bytes.length, linked: source !== null, needsSync: !source?.synced }
    this.#files.set(path, file)
    return file
  }

  async #link(
    path: string,
    bytes: Uint8Array,
    candidates: readonly LinkCandidate[],
  ): Promise<LinkCandidate | null> {
    if (bytes.length === 0) return null
    for (const candidate of candidates) {
      if (!(await holds(candidate.path, bytes))) continue
      try {
        await this.#fs.link(candidate.path, this.absolute(path))
        return candidate
      } catch (error) {
        if (!LINK_FALLBACKS.has(errnoOf(error) ?? '')) throw error
      }
    }
    return null
  }

  #folder(path: string): Promise<unknown> {
    if (path === '.') return Promise.resolve()
    const known = this.#folders.get(path)
    if (known) return known
    const made = this.#folder(dirname(path)).then(() =>
      this.#fs.mkdir(join(this.#bagDir, ...path.split('/'))),
    )
    this.#folders.set(path, made)
    return made
  }
}
