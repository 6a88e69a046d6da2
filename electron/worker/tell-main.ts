import { createRouterClient } from '@orpc/server'
import type { Service } from '../../archive/service/index.ts'
import type { FromCore } from '../core/messages.ts'
import { EndedJobs } from './ended-jobs.ts'

/** Tells main what its menu, windows and notifications need to know, as it happens. */
export async function tellMain(
  service: Pick<Service, 'router'>,
  send: (message: FromCore) => void,
): Promise<void> {
  const calls = createRouterClient(service.router)
  const ended = new EndedJobs()
  const sendSettings = async (): Promise<void> => {
    const { language, theme } = await calls.settings.get()
    send({ type: 'settings', language, theme })
  }
  for await (const event of await calls.archive.events()) {
    if (event.type === 'status') {
      const open = event.status.state === 'open'
      send({ type: 'archive', dir: event.status.dir, open })
      if (open) await sendSettings()
    } else if (event.type === 'desk') await sendSettings()
    else if (event.type === 'job' && ended.justEnded(event.job)) {
      const { kind, state, counts } = event.job
      send({ type: 'job-ended', job: { kind, state, counts } })
    }
  }
}
