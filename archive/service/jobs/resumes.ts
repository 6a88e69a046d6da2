import { StetError } from '../../errors.ts'
import type { QueueEntry } from '../../index.ts'

/**
 * How often work is gone on with while nothing of it gets done. An input that ends the whole process would end it
 * again at every start.
 */
const MAX_RESUMES = 4

type Resumes = QueueEntry['resumed']

export const NEVER_RESUMED: Resumes = Object.freeze({ times: 0, left: 0 })

/** Counts once more that work is gone on with, of which so many inputs are left; from one where some got done since. */
export function oneMore({ times, left }: Resumes, pending: number): Resumes {
  return { times: pending < left ? 1 : times + 1, left: pending }
}

export const tooMany = ({ times }: Resumes): boolean => times > MAX_RESUMES

export function givenUp({ jobId }: QueueEntry): StetError {
  const message =
    `Stet ended ${MAX_RESUMES} times while it worked on this, so it was not begun again. ` +
    'What was saved before is safe; try again, or take it off the list.'
  return new StetError('internal', message, { jobId })
}
