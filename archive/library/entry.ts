import type { SourceOverview } from '../store/index.ts'
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
export const isChanged = ({ overview }: Entry): boolean => overview.changed !== null
/** Whether a version came since the person last looked; what was never looked at is no news of that kind. */
export const isUnseen =
  ({ seen }: Pick<DeskView, 'seen'>) =>
  ({ overview }: Entry): boolean => {
    const last = seen.get(overview.sourceId)
    return last !== undefined && overview.latestVersion !== null && overview.latestVersion > last
  }
export const isOwnPost = ({ overview }: Entry): boolean => overview.kind === 'post'
