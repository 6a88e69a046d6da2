import type { Clock } from '../ports/clock.ts'
import type { StoreFs } from './fs.ts'
import type { Appended, LogWriter } from './log.ts'
import type { LogFacts } from './log-line.ts'

/** One change of the archive: a move on disk (or none) and the log line that makes it true. */
export interface Change {
  readonly facts: LogFacts
  /** Done before the line is written. Resolves to the folders that must be synced before it, too. */
  readonly before?: () => Promise<readonly string[]>
  /** Takes `before` back where the line could not be written. */
  readonly undo?: () => Promise<void>
  /** Done once the line is on the disk; the change holds whatever happens here, so it must not throw. */
  readonly after?: () => Promise<void>
}

interface Waiting {
  readonly change: Change
  readonly resolve: (appended: Appended) => void
  readonly reject: (error: unknown) => void
}

/**
 * The one place where the archive changes. Changes that arrive while others are written wait and then go
 * together: one sync of each folder, one append to the log, one sync of it.
 */
export class Publisher {
  readonly #fs: StoreFs
  readonly #log: LogWriter
  readonly #clock: Clock
  readonly #applied: (appended: readonly Appended[]) => Promise<void>
  #waiting: Waiting[] = []
  #working: Promise<void> | null = null

  /** `applied` brings the lines into the caches before the changes are acknowledged; it must not throw. */
  constructor(
    fs: StoreFs,
    log: LogWriter,
    clock: Clock,
    applied: (appended: readonly Appended[]) => Promise<void>,
  ) {
    this.#fs = fs
    this.#log = log
    this.#clock = clock
    this.#applied = applied
  }

  submit(change: Change): Promise<Appended> {
    const done = new Promise<Appended>((resolve, reject) => this.#waiting.push({ change, resolve, reject }))
    this.#working ??= this.#work()
    return done
  }

  /** Does work that must not meet a change half way; changes that arrive meanwhile come after it. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#working) await this.#working
    const done = work()
    this.#working = done.then(
      () => this.#work(),
      () => this.#work(),
    )
    return done
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#working
  }

  async #work(): Promise<void> {
    // Lets changes that are submitted in the same turn go together.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      await this.#publish(batch)
    }
    this.#working = null
  }

  async #publish(batch: readonly Waiting[]): Promise<void> {
    const moved: Waiting[] = []
    const folders = new Set<string>()
    for (const waiting of batch) {
      try {
        for (const folder of (await waiting.change.before?.()) ?? []) folders.add(folder)
        moved.push(waiting)
      } catch (error) {
        await waiting.change.undo?.().catch(() => {})
        waiting.reject(error)
      }
    }
    if (moved.length === 0) return
    let appended: readonly Appended[]
    try {
      for (const folder of folders) await this.#fs.syncFolder(folder)
      const facts = moved.map(waiting => waiting.change.facts)
      appended = await this.#log.append(facts, this.#clock.now())
    } catch (error) {
      // Where the lines may still be in the log, the moves they speak of must stay.
      if (!this.#log.isBroken) for (const { change } of moved) await change.undo?.().catch(() => {})
      for (const { reject } of moved) reject(error)
      return
    }
    for (const { change } of moved) await change.after?.()
    await this.#applied(appended)
    moved.forEach(({ resolve }, i) => resolve(appended[i]!))
  }
}
