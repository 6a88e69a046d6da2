import type { StetEvent } from '../../contract/status.ts'
import type { ServiceContext } from '../context.ts'
import { os, type Sent, sent } from '../os.ts'

export const archiveHandlers = (service: ServiceContext) => ({
  status: os.archive.status.handler(async () => {
    // A browser may have been installed meanwhile.
    await service.findBrowser()
    return sent(service.status())
  }),
  open: os.archive.open.handler(async ({ input }) => sent(await service.open(input.access))),
  events: os.archive.events.handler(
    ({ signal }) => service.events(signal) as AsyncIteratorObject<Sent<StetEvent>, undefined>,
  ),
})
