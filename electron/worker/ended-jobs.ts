import type { Job } from '../../archive/contract/jobs.ts'

/** Finds the moment a job ends: a stream of events begins with jobs that ended long ago. */
export class EndedJobs {
  readonly #running = new Set<string>()

  /** Whether this state of a job is the first one after it was seen running. */
  justEnded({ jobId, state }: Pick<Job, 'jobId' | 'state'>): boolean {
    if (state !== 'running') return this.#running.delete(jobId)
    this.#running.add(jobId)
    return false
  }
}
