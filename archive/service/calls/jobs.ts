import type { ServiceContext } from '../context.ts'
import { os, sent } from '../os.ts'

export const jobsHandlers = ({ jobs }: ServiceContext) => ({
  list: os.jobs.list.handler(() => sent({ jobs: jobs.list() })),
  get: os.jobs.get.handler(({ input }) => sent(jobs.get(input.jobId))),
  capture: os.jobs.capture.handler(({ input }) => jobs.capture(input)),
  import: os.jobs.import.handler(({ input }) => jobs.import(input)),
  verify: os.jobs.verify.handler(() => jobs.verify()),
  rebuild: os.jobs.rebuild.handler(() => jobs.rebuild()),
  export: os.jobs.export.handler(({ input }) => jobs.export(input)),
  exportReport: os.jobs.exportReport.handler(({ input }) => jobs.exportReport(input)),
  exportSize: os.jobs.exportSize.handler(async ({ input }) => ({
    snapshots: await jobs.exportSize(input.scope),
  })),
  demo: os.jobs.demo.handler(() => jobs.demo()),
  cancel: os.jobs.cancel.handler(({ input }) => jobs.cancel(input.jobId, input.input)),
  retry: os.jobs.retry.handler(({ input }) => jobs.retry(input.jobId)),
  dismiss: os.jobs.dismiss.handler(({ input }) => jobs.dismiss(input.jobId)),
})
