import PQueue from 'p-queue'
import { Tinypool } from 'tinypool'
import { StetError } from '../errors.ts'
import { workerFile } from '../ports/worker-file.ts'
import type { CleanTask, Cleaned, Workers } from '../ports/workers.ts'

export interface WorkerPoolOptions {
  /** Worker threads, each one task at a time. */
  readonly threads: number
  /** Ceiling for one task, from the moment a worker takes it, in milliseconds. */
  readonly taskTimeoutMs: number
  /** A worker is replaced after about so many tasks: jsdom gives no memory back before its thread ends. */
  readonly maxTasksPerWorker: number
  /** Ceiling of one worker's heap, in MiB. A worker that reaches half of it is replaced after its task. */
  readonly memoryLimitMb: number
}

export const WORKER_POOL_DEFAULTS: WorkerPoolOptions = Object.freeze({
  threads: 2,
  taskTimeoutMs: 60_000,
  maxTasksPerWorker: 40,
  memoryLimitMb: 1024,
})

const MIB = 1024 * 1024
/** Room for young objects: with V8's usual 48 MiB a fifth of a page's time goes into moving a DOM about. */
const YOUNG_GENERATION_MB = 96
/** An empty page: what a worker needs is loaded by the time it is done. */
const WARM_UP: CleanTask = { kind: 'page', html: '', url: 'about:blank' }
const IDLE_BEFORE_STOP_MS = 20_000

function nameOf(task: CleanTask): string {
  return task.kind === 'page' ? task.url : (task.fileName ?? 'the text')
}

/** Turns whatever ended a task into the one error that leaves the pool. */
function failure(error: unknown, task: CleanTask, timedOut: boolean, options: WorkerPoolOptions): StetError {
  const name = nameOf(task)
  const facts = task.kind === 'page' ? { url: task.url } : { fileName: task.fileName }
  if (timedOut) {
    const seconds = options.taskTimeoutMs / 1000
    const message = `Cleaning ${name} took longer than ${seconds} s and was stopped. Nothing else was affected.`
    return new StetError('worker', message, { ...facts, reason: 'timeout' })
  }
  if ((error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const message = `Cleaning ${name} needed more than ${options.memoryLimitMb} MB of memory and was stopped. Nothing else was affected.`
    return new StetError('worker', message, { ...facts, reason: 'memory' }, error)
  }
  const said = error instanceof Error ? error.message : String(error)
  return StetError.from(error, 'worker', `Cleaning ${name} failed: ${said}`, { ...facts, reason: 'failed' })
}

/** Runs cleaning in worker threads that are replaced as they age, with a limit on each task's time and memory. */
class WorkerPool implements Workers {
  readonly #options: WorkerPoolOptions
  readonly #pool: Tinypool
  readonly #queue: PQueue
  #sinceRecycled = 0
  #warmed = 0
  #closed = false

  constructor(options: WorkerPoolOptions, filename: string) {
    this.#options = options
    this.#queue = new PQueue({ concurrency: options.threads })
    this.#pool = new Tinypool({
      filename,
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: options.threads,
      idleTimeout: IDLE_BEFORE_STOP_MS,
      resourceLimits: {
        maxOldGenerationSizeMb: options.memoryLimitMb,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
      maxMemoryLimitBeforeRecycle: (options.memoryLimitMb / 2) * MIB,
    })
  }

  warmUp(): void {
    if (this.#closed || this.#warmed >= this.#options.threads) return
    this.#warmed++
    // A worker that cannot start says so to the first real task.
    this.#queue.add(() => this.#run(WARM_UP, undefined)).catch(() => undefined)
  }

  async clean(task: CleanTask, signal?: AbortSignal): Promise<Cleaned> {
    if (this.#closed)
      throw new StetError('cancelled', `${nameOf(task)} was not cleaned: the workers are closed.`)
    // The pool's own queue would let a task's time run while it waits; here it starts with the task. Of those
    // that wait the longest goes first, or it would be alone at the end with the other workers idle.
    const priority = task.kind === 'page' ? task.html.length : task.text.length
    return this.#queue.add(() => this.#run(task, signal), { priority })
  }

  async #run(task: CleanTask, signal: AbortSignal | undefined): Promise<Cleaned> {
    const cancelled = (): StetError => new StetError('cancelled', `Cleaning ${nameOf(task)} was cancelled.`)
    if (signal?.aborted || this.#closed) throw cancelled()
    const timeout = AbortSignal.timeout(this.#options.taskTimeoutMs)
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout
    try {
      return (await this.#pool.run(task, { signal: either })) as Cleaned
    } catch (error) {
      if (signal?.aborted || this.#closed) throw cancelled()
      throw failure(error, task, timeout.aborted, this.#options)
    } finally {
      this.#countTask()
    }
  }

  #countTask(): void {
    this.#sinceRecycled++
    if (this.#closed || this.#sinceRecycled < this.#options.maxTasksPerWorker * this.#options.threads) return
    this.#sinceRecycled = 0
    void this.#pool.recycleWorkers()
  }

  /** Stops all workers; tasks under way or waiting end with `cancelled`. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#pool.destroy()
    await this.#queue.onIdle()
  }
}

/** Module that runs in the workers, and the limits around it. `filename` is for tests of the limits. */
export function createWorkerPool(
  options: Partial<WorkerPoolOptions> = {},
  filename: string = workerFile('clean-worker', import.meta.url).href,
): Workers {
  return new WorkerPool({ ...WORKER_POOL_DEFAULTS, ...options }, filename)
}
