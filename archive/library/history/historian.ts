import { StetError } from '../../errors.ts'
import { OwnThread } from '../own-thread.ts'
import type { ChosenBags } from './bags.ts'
import type { ToldHistory } from './make.ts'

const TASK_TIMEOUT_MS = 120_000
/** Histories kept at hand: the source that is open, and those a person goes back to. */
const KEPT = 3

/**
 * Makes histories in a thread of its own, beside the one that compares: nobody waits for a long history but who
 * asked for it. What was made is kept, since snapshots never change; other bags are another history.
 */
export class Historian {
  readonly #thread = new OwnThread('history-worker', import.meta.url)
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

  close(): Promise<void> {
    return this.#thread.close()
  }

  async #run(chosen: ChosenBags, signal?: AbortSignal): Promise<ToldHistory> {
    const made = await this.#thread.run(chosen, {
      signal,
      timeoutMs: TASK_TIMEOUT_MS,
      stopped: 'The history was stopped. Nothing was changed.',
      failed: (late, cause) => {
        const why = late ? ` It took longer than ${TASK_TIMEOUT_MS / 1000} s.` : ''
        const message = `The history of this source could not be made.${why} Nothing was changed; two of its versions can still be compared.`
        return new StetError('worker', message, { versions: chosen.bags.length }, cause)
      },
    })
    return made as ToldHistory
  }
}
