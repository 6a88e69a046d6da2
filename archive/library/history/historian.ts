import { Tinypool } from 'tinypool'
import { StetError } from '../../errors.ts'
import { workerFile } from '../../ports/worker-file.ts'
import type { ChosenBags } from './bags.ts'
import type { ToldHistory } from './make.ts'

const TASK_TIMEOUT_MS = 120_000
const IDLE_BEFORE_STOP_MS = 20_000
/** Histories kept at hand: the source that is open, and those a person goes back to. */
const KEPT = 3

/**
 * Makes histories in a thread of its own, beside the one that compares: nobody waits for a long history but who
 * asked for it. What was made is kept, since snapshots never change; other bags are another history.
 */
export class Historian {
  readonly #pool = new Tinypool({
    filename: workerFile('history-worker', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_BEFORE_STOP_MS,
  })
  readonly #closing = new AbortController()
  readonly #made = new Map<string, ToldHistory>()

  /** Throws `worker` where it takes too long, `cancelled` by the signal or at close. */
  async make(chosen: ChosenBags, signal?: AbortSignal): Promise<ToldHistory> {
    const key = JSON.stringify(chosen)
    const made = this.#made.get(key) ?? (await this.#run(chosen, signal))
    this.#made.delete(key)
    // A version that could not be read may be readable when it is asked for again.
    if (made.unreadable.length === 0) this.#made.set(key, made)
    if (this.#made.size > KEPT) this.#made.delete(this.#made.keys().next().value!)
    return made
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#pool.destroy()
  }

  async #run(chosen: ChosenBags, signal?: AbortSignal): Promise<ToldHistory> {
    const stop = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal
    const cancelled = () => new StetError('cancelled', 'The history was stopped. Nothing was changed.')
    if (stop.aborted) throw cancelled()
    const timeout = AbortSignal.timeout(TASK_TIMEOUT_MS)
    try {
      return (await this.#pool.run(chosen, { signal: AbortSignal.any([stop, timeout]) })) as ToldHistory
    } catch (error) {
      if (stop.aborted) throw cancelled()
      const why = timeout.aborted ? ` It took longer than ${TASK_TIMEOUT_MS / 1000} s.` : ''
      const message = `The history of this source could not be made.${why} Nothing was changed; two of its versions can still be compared.`
      throw new StetError('worker', message, { versions: chosen.bags.length }, error)
    }
  }
}
