import type { AttemptReason, Outcome, ResourceCounts, Warning } from './snapshot.ts'
import type { Timestamp } from './time.ts'

/** What became of one input. `archive/contract` has the same shape as a schema, for the faces of the app. */
export interface CaptureResult {
  readonly input: string
  readonly outcome: Outcome
  readonly reason: AttemptReason | null
  readonly sourceId: string | null
  readonly snapshotId: string | null
  readonly version: number | null
  readonly url: string | null
  readonly title: string | null
  readonly capturedAt: Timestamp
  readonly contentHash: string | null
  readonly fixityHash: string | null
  /** Folder of the bag, absolute. */
  readonly path: string | null
  readonly words: number | null
  readonly posts: number | null
  readonly resources: ResourceCounts | null
  readonly bytesNew: number
  readonly bytesLinked: number
  readonly warnings: readonly Warning[]
}
