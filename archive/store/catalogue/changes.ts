import type { VersionChange } from '../types.ts'

interface Kept {
  readonly snapshotId: string
  readonly version: number
  readonly capturedAt: string
}

export function changeBetween(from: Kept, to: Kept): VersionChange {
  return {
    from: from.snapshotId,
    to: to.snapshotId,
    fromVersion: from.version,
    toVersion: to.version,
    at: to.capturedAt,
  }
}

/**
 * The steps from version to version: each version's first snapshot beside the snapshot kept right before it.
 * `snapshots` are those that are held, in the order of the log.
 */
export function changesOf(snapshots: readonly Kept[]): VersionChange[] {
  const known = new Set<number>()
  const changes: VersionChange[] = []
  let before: Kept | null = null
  for (const snapshot of snapshots) {
    if (before && !known.has(snapshot.version)) changes.push(changeBetween(before, snapshot))
    known.add(snapshot.version)
    before = snapshot
  }
  return changes
}
