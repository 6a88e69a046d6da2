import { onTestFinished } from 'vitest'
import type { Service } from '../../archive/service/index.ts'
import { startService } from '../support/service.ts'
import { send, type Site, startSite } from '../support/site.ts'
import { FRAME, hostileStory, MORE, PIXEL, SHEET } from './hostile-page.ts'

export interface HostileCapture {
  readonly service: Service
  readonly snapshotId: string
  /** Where the live page is. */
  readonly url: string
  /** Paths asked of the outside, or of the captured site, since the capture. */
  readonly heard: readonly string[]
}

/** Writes down every path that is asked for, with a route or without. */
function listenTo(site: Site, heard: string[]): void {
  const get = site.routes.get.bind(site.routes)
  site.routes.get = path => {
    heard.push(path)
    return get(path)
  }
}

/** Captures the hostile page through the service. Site and outside go on listening. */
export async function captureHostile(): Promise<HostileCapture> {
  const heard: string[] = []
  const [site, outside] = [await startSite(), await startSite()]
  onTestFinished(async () => void (await Promise.all([site.close(), outside.close()])))
  const there = (text: string): string => text.replaceAll('OUTSIDE', outside.origin)
  site.routes.set('/story', send(hostileStory(outside.origin)))
  site.routes.set('/style.css', send(there(SHEET), 'text/css'))
  site.routes.set('/more.css', send(there(MORE), 'text/css'))
  site.routes.set('/frame.html', send(FRAME))
  site.routes.set('/pixel.png', send(PIXEL, 'image/gif'))
  const { service, calls, jobEnd } = await startService()
  const job = await jobEnd(calls.jobs.capture({ urls: [`${site.origin}/story`] }))
  const snapshotId = job.items[0]?.result?.snapshotId
  if (!snapshotId) throw new Error(`Not captured: ${JSON.stringify(job.items)}`)
  listenTo(site, heard)
  listenTo(outside, heard)
  return { service, snapshotId, url: `${site.origin}/story`, heard }
}
