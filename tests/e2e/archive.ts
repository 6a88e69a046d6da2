import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createService } from '../../archive/service/index.ts'
import { handlesOf, type Calls } from '../support/service.ts'

type JobEnd = ReturnType<typeof handlesOf>['jobEnd']

/** A folder for an archive, and the way to take it away. */
export async function archiveFolder(): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'stet-e2e-'))
  return { dir: join(parent, 'archive'), remove: () => rm(parent, { recursive: true, force: true }) }
}

/** Fills an archive without an app around it, and lets go of it. */
export async function fill<T>(dir: string, work: (calls: Calls, jobEnd: JobEnd) => Promise<T>): Promise<T> {
  const service = await createService({ dir })
  try {
    const { calls, jobEnd } = handlesOf(service)
    return await work(calls, jobEnd)
  } finally {
    await service.close()
  }
}

/** Captures addresses over http; answers with the ids of source and snapshot of the first. */
export async function captured(
  dir: string,
  urls: readonly string[],
): Promise<{ readonly sourceId: string; readonly snapshotId: string }> {
  return fill(dir, async (calls, jobEnd) => {
    const job = await jobEnd(calls.jobs.capture({ urls: [...urls], engine: 'http' }))
    const result = job.items[0]?.result
    if (!result?.sourceId || !result.snapshotId) {
      throw new Error(`Nothing was captured: ${JSON.stringify(job.items[0])}`)
    }
    return { sourceId: result.sourceId, snapshotId: result.snapshotId }
  })
}
