import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { StetError } from '../../errors.ts'
import { CheckedFile } from '../adapter.ts'
import type { StoreFs } from '../fs.ts'

/** A shard that holds more than this (counted by the table's `weigh`) becomes sixteen. */
const MAX_WEIGHT = 96
/** Clean shards kept in memory per table. */
const MAX_CACHED = 128
const HEX = '0123456789abcdef'.split('')
const ROOT = '_'

export interface TableOptions<R> {
  readonly fs: StoreFs
  readonly tmpDir: string
  /** Folder of this table's shards. */
  readonly dir: string
  readonly row: z.ZodType<R>
  /** How much a row counts towards a shard's size; at least 1. */
  readonly weigh: (row: R) => number
}

interface Shard<R> {
  readonly db: Low<{ rows: Record<string, R> }>
  dirty: boolean
}

/**
 * Rows by hexadecimal key in small lowdb files, so that changing one row rewrites some tens of rows however
 * many there are. The files form a tree: `_.json` holds all keys until it is too heavy, then `0.json` to
 * `f.json` hold those that start so, and so on. Whether a shard is split is decided at each `put`, so the
 * same rows put in the same order always make the same files.
 *
 * Changes stay in memory until `flush`. A split writes its children before it removes the parent, and a
 * parent that is still there hides its children, so that a crash in between loses nothing.
 */
export class Table<R> {
  readonly #options: TableOptions<R>
  readonly #schema: z.ZodType<{ rows: Record<string, R> }>
  readonly #shards = new Map<string, Shard<R>>()
  readonly #obsolete = new Set<string>()
  #prefixes: Set<string>

  private constructor(options: TableOptions<R>, prefixes: Set<string>) {
    this.#options = options
    this.#prefixes = prefixes
    this.#schema = z.object({ rows: z.record(z.string(), options.row) })
  }

  /** The table as it lies on disk. */
  static async load<R>(options: TableOptions<R>): Promise<Table<R>> {
    const names = await readdir(options.dir).catch(() => [])
    const all = names.filter(name => name.endsWith('.json')).map(name => name.slice(0, -'.json'.length))
    const prefixes = new Set(all.map(name => (name === ROOT ? '' : name)))
    const table = new Table(options, new Set())
    for (const prefix of prefixes) {
      const hidden = Array.from(prefix).some((_, i) => prefixes.has(prefix.slice(0, i)))
      if (hidden) table.#obsolete.add(prefix)
      else table.#prefixes.add(prefix)
    }
    return table
  }

  /** A table without rows that does not look at the disk until it is flushed. */
  static empty<R>(options: TableOptions<R>): Table<R> {
    return new Table(options, new Set())
  }

  get isEmpty(): boolean {
    return this.#prefixes.size === 0
  }

  async get(key: string): Promise<R | undefined> {
    if (this.isEmpty) return undefined
    return (await this.#shard(this.#prefixOf(key))).db.data.rows[key]
  }

  async put(key: string, row: R): Promise<void> {
    if (this.isEmpty) this.#create('', {})
    const prefix = this.#prefixOf(key)
    const shard = await this.#shard(prefix)
    shard.db.data.rows[key] = row
    shard.dirty = true
    // Whoever reads all rows meanwhile may have let go of it.
    this.#shards.set(prefix, shard)
    this.#splitWhereHeavy(prefix, shard)
  }

  /** Rows whose key starts with `prefix`, by key. */
  async *rows(prefix = ''): AsyncGenerator<R> {
    for (const name of [...this.#prefixes].toSorted()) {
      if (!name.startsWith(prefix) && !prefix.startsWith(name)) continue
      const { rows } = (await this.#shard(name)).db.data
      for (const key of Object.keys(rows).toSorted()) if (key.startsWith(prefix)) yield rows[key]!
      this.#forgetOld()
    }
  }

  /** Writes what changed, durably. */
  async flush(): Promise<void> {
    const dirty = [...this.#shards.values()].filter(shard => shard.dirty)
    if (dirty.length > 0) await this.#options.fs.mkdir(this.#options.dir)
    await Promise.all(
      dirty.map(async shard => {
        await shard.db.write()
        shard.dirty = false
      }),
    )
    for (const prefix of this.#obsolete) await this.#options.fs.remove(this.#pathOf(prefix))
    this.#obsolete.clear()
    this.#forgetOld()
  }

  #prefixOf(key: string): string {
    for (let length = 0; length <= key.length; length++) {
      const prefix = key.slice(0, length)
      if (this.#prefixes.has(prefix)) return prefix
    }
    throw this.#damaged(key)
  }

  #pathOf(prefix: string): string {
    return join(this.#options.dir, `${prefix || ROOT}.json`)
  }

  #damaged(prefix: string): StetError {
    const path = this.#pathOf(prefix)
    return new StetError('archive-damaged', `The catalogue file ${path} is missing or damaged.`, { path })
  }

  #open(prefix: string, rows: Record<string, R>): Shard<R> {
    const { fs, tmpDir } = this.#options
    const adapter = new CheckedFile(fs, tmpDir, this.#pathOf(prefix), this.#schema)
    return { db: new Low(adapter, { rows }), dirty: false }
  }

  #create(prefix: string, rows: Record<string, R>): Shard<R> {
    const shard = this.#open(prefix, rows)
    shard.dirty = true
    this.#prefixes.add(prefix)
    this.#obsolete.delete(prefix)
    this.#shards.set(prefix, shard)
    return shard
  }

  async #shard(prefix: string): Promise<Shard<R>> {
    const cached = this.#shards.get(prefix)
    if (cached) return cached
    const shard = this.#open(prefix, {})
    const data = await shard.db.adapter.read()
    if (!data) throw this.#damaged(prefix)
    shard.db.data = data
    // Somebody else may have read it in the meantime, and changed it: theirs counts.
    const raced = this.#shards.get(prefix)
    if (raced) return raced
    this.#shards.set(prefix, shard)
    return shard
  }

  #splitWhereHeavy(prefix: string, shard: Shard<R>): void {
    const entries = Object.entries(shard.db.data.rows)
    const weight = entries.reduce((sum, [, row]) => sum + this.#options.weigh(row), 0)
    if (weight <= MAX_WEIGHT || entries.length < 2) return
    this.#prefixes.delete(prefix)
    this.#shards.delete(prefix)
    this.#obsolete.add(prefix)
    for (const digit of HEX) {
      const child = prefix + digit
      const rows = Object.fromEntries(entries.filter(([key]) => key.startsWith(child)))
      this.#splitWhereHeavy(child, this.#create(child, rows))
    }
  }

  #forgetOld(): void {
    for (const [prefix, shard] of this.#shards) {
      if (this.#shards.size <= MAX_CACHED) return
      if (!shard.dirty) this.#shards.delete(prefix)
    }
  }
}
