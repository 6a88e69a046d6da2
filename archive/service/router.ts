import { archiveHandlers } from './calls/archive.ts'
import { jobsHandlers } from './calls/jobs.ts'
import type { ServiceContext } from './context.ts'

/** Every call of the contract, group by group. */
export const createRouter = (service: ServiceContext) => ({
  archive: archiveHandlers(service),
  jobs: jobsHandlers(service),
})

export type ServiceRouter = ReturnType<typeof createRouter>
