import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import { StetError } from '../errors.ts'
import { checkedJson, readCheckedJson } from './checked-json.ts'
import type { StoreFs } from './fs.ts'
import { replaceFile } from './replace-file.ts'
import { errnoOf } from './io-error.ts'

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * A lowdb adapter that keeps its promises where lowdb's own does not (7.0.1: fixed temporary name, no fsync,
 * throws on a torn file): whole-file replacement by one rename, a checksum, and a schema. A damaged file is an
 * error (`archive-damaged`), never an empty one; a missing file is null.
 */
export class CheckedFile<T> implements Adapter<T> {
  readonly #fs: StoreFs
  readonly #tmpDir: string
  readonly #path: string
  readonly #schema: z.ZodType<T>

  constructor(fs: StoreFs, tmpDir: string, path: string, schema: z.ZodType<T>) {
    this.#fs = fs
    this.#tmpDir = tmpDir
    this.#path = path
    this.#schema = schema
  }

  async read(): Promise<T | null> {
    const text = await textOf(this.#path)
    if (text === null) return null
    const parsed = this.#schema.safeParse(readCheckedJson(text))
    if (parsed.success) return parsed.data
    throw new StetError('archive-damaged', `${this.#path} is not as Stet wrote it.`, { path: this.#path })
  }

  write(data: T): Promise<void> {
    return replaceFile(this.#fs, this.#tmpDir, this.#path, Buffer.from(checkedJson(data)))
  }
}
