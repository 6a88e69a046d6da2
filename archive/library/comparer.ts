import { StetError } from '../errors.ts'
import type { CompareAnswer, CompareTask } from './compare-task.ts'
import { OwnThread } from './own-thread.ts'

const TASK_TIMEOUT_MS = 60_000

/** Compares in a thread of its own, so that nobody waits for a long comparison but who asked for it. */
export class Comparer {
  readonly #thread = new OwnThread('compare-worker', import.meta.url)

  /** Throws `worker` where it takes too long or an article cannot be read, `cancelled` by the signal or at close. */
  async run<K extends CompareTask['kind']>(
    task: CompareTask & { readonly kind: K },
    signal?: AbortSignal,
  ): Promise<CompareAnswer<K>> {
    const answer = await this.#thread.run(task, {
      signal,
      timeoutMs: TASK_TIMEOUT_MS,
      stopped: 'The comparison was stopped.',
      failed: (late, cause) => {
        const why = late
          ? `It took longer than ${TASK_TIMEOUT_MS / 1000} s.`
          : 'An article could not be read.'
        const message = `These two snapshots could not be compared. ${why} Nothing was changed; "verify" shows whether their files are whole.`
        return new StetError('worker', message, { from: task.from, to: task.to }, cause)
      },
    })
    return answer as CompareAnswer<K>
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
