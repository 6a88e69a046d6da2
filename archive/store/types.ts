import type { SnapshotId, SourceId } from '../model/ids.ts'
import type { Post, PostStateNote, PostStateSpan } from '../model/post.ts'
import type { AttemptReason, Warning } from '../model/snapshot.ts'
import type { Timestamp } from '../model/time.ts'

/** A source as `stet sources` lists it. */
export interface SourceRow {
  readonly sourceId: SourceId
  /** Of the newest snapshot; of a source that was never reached, what its address is. */
  readonly kind: 'article' | 'post'
  readonly url: string
  /** Of the newest snapshot. */
  readonly title: string | null
  /** As the article names its outlet, else the host name without `www.`; null for imported files without either. */
  readonly site: string | null
  /** Version numbers that are still held. */
  readonly versions: number
  readonly checks: number
  readonly attempts: number
  /** First and last time the story was reached: snapshots and checks, not attempts. */
  readonly firstSeen: Timestamp | null
  readonly lastSeen: Timestamp | null
}

/** A step from one version of a source to the next, both held. */
export interface VersionChange {
  readonly from: SnapshotId
  readonly to: SnapshotId
  readonly fromVersion: number
  readonly toVersion: number
  /** When the later one was captured. */
  readonly at: Timestamp
}

/** A source with what a list of sources shows of it. */
export interface SourceOverview extends SourceRow {
  readonly latestSnapshotId: SnapshotId | null
  /** Number of the newest version that is held. */
  readonly latestVersion: number | null
  /** Embedded posts of the newest snapshot. */
  readonly posts: number
  readonly witness: 'captured' | 'imported' | null
  /** The last step between two held versions. */
  readonly changed: VersionChange | null
  /** The newest attempt, where no later capture reached the story. */
  readonly failing: { readonly at: Timestamp; readonly reason: AttemptReason } | null
}

/** The posts of one snapshot, as its article lists them. */
export interface SnapshotPosts {
  readonly snapshotId: SnapshotId
  readonly sourceId: SourceId
  /** Number of the snapshot's line in the log, or of its purge. */
  readonly seq: number
  /** When the capture began. */
  readonly at: Timestamp
  readonly posts: readonly Post[]
}

/** What a check or an attempt found out of the state of posts. */
export interface PostStates {
  readonly seq: number
  readonly at: Timestamp
  readonly sourceId: SourceId
  readonly posts: readonly PostStateNote[]
}

/** A snapshot as `stet versions` lists it. */
export interface VersionRow {
  /** Number of its line in the log. */
  readonly seq: number
  readonly snapshotId: SnapshotId
  readonly sourceId: SourceId
  readonly url: string
  readonly version: number
  readonly capturedAt: Timestamp
  readonly title: string | null
  /** 64 hex digits, and the name of the rule that made them (`content-hash/1`). */
  readonly contentHash: string
  readonly contentHashRule: string
  /** SHA-256 of the bag's `tagmanifest-sha256.txt`. */
  readonly fixityHash: string
  readonly words: number
  /** Number of embedded posts. */
  readonly posts: number
  /** The bag, relative to the archive, with forward slashes. */
  readonly path: string
  readonly witness: 'captured' | 'imported'
}

export interface CheckRow {
  readonly seq: number
  readonly capturedAt: Timestamp
  readonly snapshotId: SnapshotId
  readonly contentHash: string
  readonly requestedUrl: string
  readonly finalUrl: string
  readonly status: number | null
  readonly warnings: readonly Warning[]
}

export interface AttemptRow {
  readonly seq: number
  readonly capturedAt: Timestamp
  readonly reason: AttemptReason
  readonly evidence: readonly string[]
  readonly requestedUrl: string
  readonly finalUrl: string | null
  readonly status: number | null
  readonly warnings: readonly Warning[]
}

/** What a purge left behind. */
export interface Tombstone extends VersionRow {
  readonly purgedAt: Timestamp
  readonly reason: string
}

/** All that is known of one source, oldest first by the order of the log. */
export interface History {
  readonly versions: readonly VersionRow[]
  readonly checks: readonly CheckRow[]
  readonly attempts: readonly AttemptRow[]
  readonly purged: readonly Tombstone[]
}

/** An embedded post as the newest snapshot that holds it shows it, and every snapshot that holds it. */
export interface PostRow extends Post {
  readonly snapshots: readonly SnapshotId[]
  /** What its state was over time, oldest first; `state` is the last one. Empty where no look could tell. */
  readonly states: readonly PostStateSpan[]
}

export interface CheckFacts {
  readonly sourceId: SourceId
  readonly url: string
  readonly requestedUrl: string
  readonly finalUrl: string
  readonly capturedAt: Timestamp
  /** The snapshot the page still agrees with. */
  readonly snapshotId: SnapshotId
  readonly contentHash: string
  readonly status: number | null
  readonly warnings: readonly Warning[]
  /** What was found out of the state of posts. */
  readonly posts?: readonly PostStateNote[]
}

export interface AttemptFacts {
  readonly sourceId: SourceId
  readonly url: string
  readonly requestedUrl: string
  /** Null where nothing answered. */
  readonly finalUrl: string | null
  readonly capturedAt: Timestamp
  readonly reason: AttemptReason
  readonly evidence: readonly string[]
  readonly status: number | null
  readonly warnings: readonly Warning[]
  /** Set where the address is a post's own. */
  readonly kind?: 'post'
  /** What was found out of the state of posts. */
  readonly posts?: readonly PostStateNote[]
}

export interface SealedSnapshot {
  readonly snapshotId: SnapshotId
  /** The bag, relative to the archive, with forward slashes. */
  readonly path: string
  readonly fixityHash: string
  /** Bytes written to the disk for this bag, and bytes shared with earlier bags by hard links. */
  readonly bytesNew: number
  readonly bytesLinked: number
  /** Number of the log line that holds it. */
  readonly seq: number
}

/** What `rebuild` counted. */
export interface RebuildCounts {
  readonly sources: number
  readonly snapshots: number
  readonly posts: number
  readonly logLines: number
}
