import type { ChangeMark } from '../../../../archive/contract/library.ts'
import type { SnapshotRow, SourceView } from '../../../../archive/contract/source.ts'

type CheckRow = SourceView['checks'][number]
type AttemptRow = SourceView['attempts'][number]
type Tombstone = SourceView['purged'][number]

/** What stands on the timeline. Checks that stand too near to each other to tell apart are one event. */
export type TimelineEvent =
  | {
      readonly kind: 'version'
      readonly at: number
      readonly row: SnapshotRow
      readonly mark: ChangeMark | null
    }
  | { readonly kind: 'check'; readonly at: number; readonly rows: readonly CheckRow[] }
  | { readonly kind: 'attempt'; readonly at: number; readonly row: AttemptRow }
  /** A version that was removed for good, where it once stood. */
  | { readonly kind: 'purged'; readonly at: number; readonly row: Tombstone }

/** Everything that is known to have happened to a source, oldest first. */
export function eventsOf(view: SourceView, marks: readonly ChangeMark[]): TimelineEvent[] {
  const markTo = new Map(marks.map(mark => [mark.to, mark]))
  const time = (row: { readonly capturedAt: string }) => Date.parse(row.capturedAt)
  return [
    ...view.versions.map(row => ({
      kind: 'version' as const,
      at: time(row),
      row,
      mark: markTo.get(row.snapshotId) ?? null,
    })),
    ...view.checks.map(row => ({ kind: 'check' as const, at: time(row), rows: [row] })),
    ...view.attempts.map(row => ({ kind: 'attempt' as const, at: time(row), row })),
    ...view.purged.map(row => ({ kind: 'purged' as const, at: time(row), row })),
  ].toSorted((a, b) => a.at - b.at)
}
