import { Tinypool } from 'tinypool'
import { StetError } from '../errors.ts'
import { workerFile } from '../ports/worker-file.ts'

const IDLE_BEFORE_STOP_MS = 20_000

export interface TaskOptions {
  readonly signal: AbortSignal | undefined
  readonly timeoutMs: number
  /** What a person is told who stopped it. */
  readonly stopped: string
  /** The error of a task that ended without an answer; `late` where it took too long. */
  readonly failed: (late: boolean, cause: unknown) => StetError
}

/** A thread beside all others, started by its first task and ended when it has long had none. */
export class OwnThread {
  readonly #pool: Tinypool
  readonly #closing = new AbortController()

  /** `name` is the worker's file, beside the module that asks (`import.meta.url`). */
  constructor(name: string, beside: string) {
    this.#pool = new Tinypool({
      filename: workerFile(name, beside).href,
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_BEFORE_STOP_MS,
    })
  }

  /** Throws what `failed` makes, and `cancelled` by the signal or at close. */
  async run(task: unknown, { signal, timeoutMs, stopped, failed }: TaskOptions): Promise<unknown> {
    const stop = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal
    const cancelled = () => new StetError('cancelled', stopped)
    if (stop.aborted) throw cancelled()
    const timeout = AbortSignal.timeout(timeoutMs)
    try {
      return await this.#pool.run(task, { signal: AbortSignal.any([stop, timeout]) })
    } catch (error) {
      if (stop.aborted) throw cancelled()
      throw failed(timeout.aborted, error)
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#pool.destroy()
  }
}
