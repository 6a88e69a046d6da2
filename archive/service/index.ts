import type { Status } from '../contract/status.ts'
import { localBrowser, type ProfileStore } from '../index.ts'
import type { BrowserSource } from '../ports/browser.ts'
import { type Clock, systemClock } from '../ports/clock.ts'
import { type Logger, silentLogger } from '../ports/logger.ts'
import type { ServiceContext } from './context.ts'
import { stetErrorOf } from './errors.ts'
import { Events } from './events.ts'
import { ArchiveHolder } from './holder.ts'
import { JobRegistry } from './jobs/registry.ts'
import { createPages, type Pages } from './pages.ts'
import { createRouter, type ServiceRouter } from './router.ts'

export interface ServiceOptions {
  /** The archive's folder; made where there is none. */
  readonly dir: string
  /** How it is opened at first. Default `write`. */
  readonly access?: 'read' | 'write'
  /** Go on with work that was under way when an earlier process ended. Default true. */
  readonly resume?: boolean
  readonly clock?: Clock
  readonly logger?: Logger
  /** What shows pages to the browser engine. Default: a browser found on this computer. */
  readonly browser?: BrowserSource
  /** Where signed-in profiles are kept. Default: the person's own folder on this computer. */
  readonly profiles?: ProfileStore
}

/** What a host serves. Calls go through `router`; the rest is for the host itself. */
export interface Service extends Pick<Pages, 'pageResponse'> {
  readonly router: ServiceRouter
  status(): Status
  /** Folder of a snapshot, or of the archive (null), absolute. Throws `not-found`. */
  folderOf(snapshotId: string | null): Promise<string>
  /** Path of a file in the archive's `exports` folder, absolute. Throws `not-found`. */
  exportedFile(fileName: string): Promise<string>
  /** Ends what is under way and lets go of the archive. Captures and imports go on at the next start. */
  close(): Promise<void>
}

/**
 * The app's core over one archive, the same for every host. Never throws for an archive that cannot be opened:
 * the status says why, and `archive.open` tries again.
 */
export async function createService({
  dir,
  access = 'write',
  resume = true,
  clock = systemClock,
  logger = silentLogger,
  browser = localBrowser(),
  profiles,
}: ServiceOptions): Promise<Service> {
  const events = new Events()
  const emit = events.emit.bind(events)
  const holder = new ArchiveHolder({ dir, clock, logger, emit, browser, profiles })
  const jobs = new JobRegistry({ archive: holder.archive, clock, emit })

  const open = async (how: 'read' | 'write'): Promise<Status> => {
    const status = await holder.open(how)
    if (!resume || status.access !== 'write') return status
    try {
      await jobs.resume()
    } catch (error) {
      holder.warn(`Work that was under way could not be gone on with. ${stetErrorOf(error).message}`)
    }
    return holder.status()
  }
  await Promise.all([open(access), holder.findBrowser()])

  const pages = createPages(holder.archive)
  const context: ServiceContext = {
    archive: holder.archive,
    status: holder.status,
    findBrowser: () => holder.findBrowser(),
    open,
    emit,
    events: signal => {
      const status = { type: 'status', status: holder.status() } as const
      return events.stream([status, ...jobs.list().map(job => ({ type: 'job', job }) as const)], signal)
    },
    jobs,
    pages,
    clock,
  }
  return {
    router: createRouter(context),
    pageResponse: pages.pageResponse,
    status: holder.status,
    async folderOf(snapshotId) {
      if (snapshotId === null) return holder.status().dir
      return (await holder.archive().files(snapshotId)).dir
    },
    async exportedFile(fileName) {
      return holder.archive().exportedFile(fileName)
    },
    async close() {
      try {
        await jobs.stop()
      } finally {
        await holder.close()
        events.close()
      }
    },
  }
}
