import { Tinypool } from 'tinypool'
import { StetError } from '../errors.ts'
import { workerFile } from '../ports/worker-file.ts'
import type { CompareAnswer, CompareTask } from './compare-task.ts'

const TASK_TIMEOUT_MS = 60_000
const IDLE_BEFORE_STOP_MS = 20_000

/** Compares in a thread of its own, so that nobody waits for a long comparison but who asked for it. */
export class Comparer {
  readonly #pool = new Tinypool({
    filename: workerFile('compare-worker', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_BEFORE_STOP_MS,
  })
  readonly #closing = new AbortController()

  /** Throws `worker` where it takes too long or an article cannot be read, `cancelled` by the signal or at close. */
  async run<K extends CompareTask['kind']>(
    task: CompareTask & { readonly kind: K },
    signal?: AbortSignal,
  ): Promise<CompareAnswer<K>> {
    const stop = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal
    const cancelled = () => new StetError('cancelled', 'The comparison was stopped.')
    if (stop.aborted) throw cancelled()
    const timeout = AbortSignal.timeout(TASK_TIMEOUT_MS)
    try {
      return (await this.#pool.run(task, { signal: AbortSignal.any([stop, timeout]) })) as CompareAnswer<K>
    } catch (error) {
      if (stop.aborted) throw cancelled()
      const why = timeout.aborted
        ? `It took longer than ${TASK_TIMEOUT_MS / 1000} s.`
        : 'An article could not be read.'
      const message = `These two snapshots could not be compared. ${why} Nothing was changed; "verify" shows whether their files are whole.`
      throw new StetError('worker', message, { from: task.from, to: task.to }, error)
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#pool.destroy()
  }
}
