import type { SourceOverview } from '../store/index.ts'

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
