import { join } from 'node:path'
import { StetError } from '../../errors.ts'
import type { CheckRow, VersionRow } from '../../store/index.ts'

/** Which versions a history is made of. */
export interface HistoryRange {
  /** The first version told: its number, or the version that stood at a time (RFC 3339 or `YYYY-MM-DD`); null: all. */
  readonly since: number | string | null
}

/** Limits of one history. What is left out is counted, and it is the oldest. */
export const HISTORY_LIMITS = Object.freeze({
  versions: 300,
  /** Words of all versions together. */
  words: 1_000_000,
})

/** A version to read, and when it was last found on the page. */
export interface HistoryBag {
  /** Folder of its bag. */
  readonly dir: string
  readonly version: number
  readonly snapshotId: string
  readonly capturedAt: string
  readonly seenUntil: string
}

export interface ChosenBags {
  readonly bags: readonly HistoryBag[]
  /** Versions older than the first told one that were left out by the limits. */
  readonly omitted: number
}

/**
 * The versions a history tells, by number: each by its first snapshot. Throws `usage` where `since` is no version
 * and no time, or one that is not there yet.
 *
 * @param rows the snapshots that are held, in the order of the log, `path` below `dir`
 */
export function historyBags(
  dir: string,
  rows: readonly VersionRow[],
  checks: readonly CheckRow[],
  { since }: HistoryRange,
): ChosenBags {
  const seen = seenUntil(rows, checks)
  const first = new Map<number, VersionRow>()
  for (const row of rows) if (!first.has(row.version)) first.set(row.version, row)
  const all = [...first.values()].toSorted((a, b) => a.version - b.version)
  const wanted = all.slice(startOf(all, since))
  const told = withinLimits(wanted)
  return {
    bags: told.map(({ path, version, snapshotId, capturedAt }) => {
      return { dir: join(dir, path), version, snapshotId, capturedAt, seenUntil: seen.get(version)! }
    }),
    omitted: wanted.length - told.length,
  }
}

/** When each version was last found on the page, by its number. */
function seenUntil(rows: readonly VersionRow[], checks: readonly CheckRow[]): Map<number, string> {
  const until = new Map<number, string>()
  const versionOf = new Map(rows.map(row => [row.snapshotId, row.version]))
  const see = (version: number | undefined, at: string) => {
    if (version !== undefined && at > (until.get(version) ?? '')) until.set(version, at)
  }
  for (const row of rows) see(row.version, row.capturedAt)
  for (const check of checks) see(versionOf.get(check.snapshotId), check.capturedAt)
  return until
}

function startOf(rows: readonly VersionRow[], since: number | string | null): number {
  if (since === null) return 0
  if (typeof since === 'number') {
    const newest = rows.at(-1)?.version ?? 0
    if (since > newest) {
      throw new StetError(
        'usage',
        `There is no version ${since} yet: the newest is ${newest}. For a day write it out: 2026-11-24.`,
        { since, newest },
      )
    }
    // A purged version's number still says from where on; the one that stood before it is where changes begin.
    const at = rows.findLastIndex(row => row.version <= since)
    return Math.max(0, at)
  }
  const time = Date.parse(since)
  if (Number.isNaN(time)) {
    throw new StetError(
      'usage',
      `"${since}" is no version and no time. Give a version's number, a day (2026-11-24) or a time (2026-11-24T10:12:00Z).`,
      { since },
    )
  }
  const at = rows.findLastIndex(row => Date.parse(row.capturedAt) <= time)
  return Math.max(0, at)
}

function withinLimits(rows: readonly VersionRow[]): readonly VersionRow[] {
  let words = 0
  const first = rows.findLastIndex((row, at) => {
    words += row.words
    const count = rows.length - at
    return count > HISTORY_LIMITS.versions || (words > HISTORY_LIMITS.words && count > 2)
  })
  return rows.slice(first + 1)
}
