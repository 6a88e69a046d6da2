import { activityHandlers } from './calls/activity.ts'
import { archiveHandlers } from './calls/archive.ts'
import { compareHandlers } from './calls/compare.ts'
import { deskHandlers } from './calls/desk.ts'
import { jobsHandlers } from './calls/jobs.ts'
import { libraryHandlers } from './calls/library.ts'
import { postsHandlers } from './calls/posts.ts'
import { profilesHandlers } from './calls/profiles.ts'
import { settingsHandlers } from './calls/settings.ts'
import { snapshotHandlers } from './calls/snapshot.ts'
import { sourceHandlers } from './calls/source.ts'
import type { ServiceContext } from './context.ts'
import type { os } from './os.ts'

/** Every call of the contract, group by group. */
export const createRouter = (service: ServiceContext) =>
  ({
    archive: archiveHandlers(service),
    library: libraryHandlers(service),
    source: sourceHandlers(service),
    snapshot: snapshotHandlers(service),
    compare: compareHandlers(service),
    posts: postsHandlers(service),
    activity: activityHandlers(service),
    jobs: jobsHandlers(service),
    desk: deskHandlers(service),
    profiles: profilesHandlers(service),
    settings: settingsHandlers(service),
  }) satisfies Parameters<typeof os.router>[0]

export type ServiceRouter = ReturnType<typeof createRouter>
