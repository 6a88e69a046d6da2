import type { BagChecker, BagProblem } from './bag-check.ts'
import { errnoOf } from './io-error.ts'

export interface BagJob {
  readonly path: string
  readonly fixityHash: string | null
}

export interface BagsChecked {
  readonly problems: readonly (BagProblem & { readonly bag: string })[]
  readonly snapshots: number
  readonly files: number
  readonly bytes: number
}

/** Checks some bags one after the other; a folder that cannot be read is a problem, not an exception. */
export function checkBags(checker: BagChecker, dir: string, jobs: readonly BagJob[]): BagsChecked {
  const problems: (BagProblem & { bag: string })[] = []
  let files = 0
  let bytes = 0
  for (const { path, fixityHash } of jobs) {
    try {
      const checked = checker.check({ dir, path, fixityHash })
      problems.push(...checked.problems.map(problem => ({ ...problem, bag: path })))
      files += checked.files
      bytes += checked.bytes
    } catch (error) {
      const found = String(errnoOf(error))
      problems.push({ code: 'file-unreadable', path, expected: null, found, bag: path })
    }
  }
  return { problems, snapshots: jobs.length, files, bytes }
}
