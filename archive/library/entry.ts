import type { SourceOverview, VersionChange } from '../store/index.ts'
import type { DeskView } from './desk-view.ts'

/** A source in the index, with what looking for it needs worked out once. */
export interface Entry {
  readonly overview: SourceOverview
  /** Lower-cased headline, outlet, address and id. */
  readonly text: string
  /** Last seen, the day in UTC. */
  readonly day: string | null
}

export function entryOf(overview: SourceOverview): Entry {
  const { title, site, url, sourceId, lastSeen } = overview
  return {
    overview,
    text: `${title ?? ''}\n${site ?? ''}\n${url}\n${sourceId}`.toLowerCase(),
    day: lastSeen === null ? null : lastSeen.slice(0, 'YYYY-MM-DD'.length),
  }
}

export const isAttemptsOnly = ({ overview }: Entry): boolean => overview.lastSeen === null

/** Steps from version to version that were worked out and are nothing a reader would call a change. */
export interface QuietChanges {
  /** Grows with each one that is found. */
  readonly size: number
  has(change: VersionChange): boolean
}

/** Whether a source has versions that differ by more than noise; a step that nobody looked at yet counts. */
export const isChanged =
  (quiet: QuietChanges) =>
  ({ overview: { changed, versions } }: Entry): boolean =>
    changed !== null && (versions > 2 || !quiet.has(changed))
/** Whether a version came since the person last looked; what was never looked at is no news of that kind. */
export const isUnseen =
  ({ seen }: Pick<DeskView, 'seen'>) =>
  ({ overview }: Entry): boolean => {
    const last = seen.get(overview.sourceId)
    return last !== undefined && overview.latestVersion !== null && overview.latestVersion > last
  }
export const isOwnPost = ({ overview }: Entry): boolean => overview.kind === 'post'
