import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import type { Contract } from '../../archive/contract/calls.ts'
import type { Job } from '../../archive/contract/jobs.ts'
import { createService, type Service, type ServiceOptions } from '../../archive/service/index.ts'
import { NO_BROWSER } from './no-browser.ts'
import { tempDir } from './temp.ts'

export type Calls = ContractRouterClient<Contract>

export interface TestService {
  readonly service: Service
  /** Every call of the contract, without a transport between. */
  readonly calls: Calls
  /** The archive's folder. */
  readonly dir: string
  /** Resolves to the job as it ended. */
  readonly jobEnd: (job: { readonly jobId: string } | Promise<{ readonly jobId: string }>) => Promise<Job>
}

/** Resolves to a job when it is as wanted; by the stream of events, so no time is waited that was not needed. */
export async function jobWhen(calls: Calls, jobId: string, wanted: (job: Job) => boolean): Promise<Job> {
  for await (const event of await calls.archive.events()) {
    if (event.type === 'job' && event.job.jobId === jobId && wanted(event.job)) return event.job
  }
  throw new Error(`The events ended before job ${jobId} was as wanted.`)
}

/** A service over an archive, without a browser unless one is given, in a folder of the test's own unless `dir` names one. Closed when the test ends. */
export async function startService(options: Partial<ServiceOptions> = {}): Promise<TestService> {
  const dir = options.dir ?? join(await tempDir(), 'archive')
  const service = await createService({ browser: NO_BROWSER, ...options, dir })
  onTestFinished(() => service.close())
  return { dir, ...handlesOf(service) }
}

/** The handles of a service that the caller closes. */
export function handlesOf(service: Service): Omit<TestService, 'dir'> {
  const calls: Calls = createRouterClient(service.router)
  return {
    service,
    calls,
    jobEnd: async job => jobWhen(calls, (await job).jobId, ({ state }) => state !== 'running'),
  }
}

export interface DemoService extends TestService {
  readonly sourceId: string
  /** Of the five editions of the demo's story, oldest first. */
  readonly snapshotIds: readonly string[]
}

/** A service whose archive holds the demo's story in its five editions. */
export async function serviceWithDemo(options: Partial<ServiceOptions> = {}): Promise<DemoService> {
  const started = await startService(options)
  return { ...started, ...(await captureDemo(started)) }
}

/** Captures the demo's story and tells what it became. */
export async function captureDemo({
  calls,
  jobEnd,
}: Pick<TestService, 'calls' | 'jobEnd'>): Promise<Pick<DemoService, 'sourceId' | 'snapshotIds'>> {
  const { items, state } = await jobEnd(calls.jobs.demo())
  const results = items.map(item => item.result)
  const sourceId = results[0]?.sourceId
  if (state !== 'done' || !sourceId) throw new Error('The demo could not be captured.')
  return { sourceId, snapshotIds: results.map(result => result?.snapshotId ?? '') }
}
