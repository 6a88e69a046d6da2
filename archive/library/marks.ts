import { join } from 'node:path'
import { StetError } from '../errors.ts'
import type { Logger } from '../ports/logger.ts'
import type { Store, VersionChange } from '../store/index.ts'
import type { Comparer } from './comparer.ts'
import { MarkCache } from './mark-cache.ts'
import type { QuietChanges } from './entry.ts'
import type { ChangeMark, Mark } from './types.ts'

const CHANGES_FILE = 'changes.sqlite'

const keyOf = ({ from, to }: Pick<VersionChange, 'from' | 'to'>): string => `${from} ${to}`
const isQuiet = ({ class: changeClass }: Mark): boolean => changeClass === 'none' || changeClass === 'noise'

/** How much one version differs from the one before: worked out when it is asked for, and remembered. */
export class Marks implements QuietChanges {
  readonly #store: Store
  readonly #comparer: Pick<Comparer, 'run'>
  readonly #logger: Logger
  readonly #underWay = new Map<string, Promise<Mark | null>>()
  readonly #stop: () => void
  #cache: MarkCache | null = null
  #quiet: Set<string> | null = null
  #closed = false

  constructor(store: Store, comparer: Pick<Comparer, 'run'>, logger: Logger) {
    this.#store = store
    this.#comparer = comparer
    this.#logger = logger
    this.#stop = store.overview.onApplied(lines => {
      for (const line of lines) if (line.type === 'purge') this.#try(cache => cache.forget(line.snapshotId))
    })
  }

  /** The mark of a step; null where one of the two articles cannot be read. */
  async of(change: VersionChange): Promise<ChangeMark | null> {
    const { from, to } = change
    const known = this.#try(cache => cache.get(from, to))
    if (known) return { ...change, ...known }
    const key = keyOf(change)
    let work = this.#underWay.get(key)
    if (!work) {
      work = this.#compare(from, to).finally(() => this.#underWay.delete(key))
      this.#underWay.set(key, work)
    }
    const mark = await work
    return mark && { ...change, ...mark }
  }

  get size(): number {
    return this.#quietKeys().size
  }

  has(change: VersionChange): boolean {
    return this.#quietKeys().has(keyOf(change))
  }

  #quietKeys(): Set<string> {
    this.#quiet ??= new Set(this.#try(cache => cache.quiet().map(keyOf)))
    return this.#quiet
  }

  close(): void {
    this.#closed = true
    this.#stop()
    this.#cache?.close()
    this.#cache = null
  }

  async #compare(from: string, to: string): Promise<Mark | null> {
    let mark: Mark
    try {
      const [before, after] = [await this.#store.readSnapshot(from), await this.#store.readSnapshot(to)]
      mark = await this.#comparer.run({ kind: 'mark', from: before.dir, to: after.dir })
    } catch (error) {
      const wasStopped = error instanceof StetError && error.code === 'cancelled'
      if (!wasStopped) this.#warn(`Snapshots ${from} and ${to} have no change mark.`, error)
      return null
    }
    if (!this.#closed) this.#try(cache => cache.put(from, to, mark))
    if (isQuiet(mark)) this.#quietKeys().add(keyOf({ from, to }))
    return mark
  }

  /** The cache only saves time: where it fails, the work is done again when it is asked for. */
  #try<T>(work: (cache: MarkCache) => T): T | null {
    try {
      return work(this.#opened())
    } catch (error) {
      this.#warn(`${CHANGES_FILE} could not be used.`, error)
      return null
    }
  }

  #warn(message: string, error: unknown): void {
    if (!this.#closed)
      this.#logger.warn(`${message} (${error instanceof Error ? error.message : String(error)})`)
  }

  #opened(): MarkCache {
    this.#cache ??= MarkCache.open(this.#store.readOnly ? null : join(this.#store.dir, CHANGES_FILE))
    return this.#cache
  }
}
