export { openStore, type OpenStoreOptions } from './open.ts'
export type { Store } from './store.ts'
export type { Stage } from './stage.ts'
export type { SnapshotFiles } from './snapshot-files.ts'
export type { VerifyOptions, VerifyProgress, VerifyReport } from './verify.ts'
export type { Problem, ProblemCode } from './bag-check.ts'
export type { Desk, DeskData } from './desk.ts'
export type { QueueEntry, WorkQueue } from './queue.ts'
export type { ArchiveIdentity } from './identity.ts'
export type { LogLine } from './log-line.ts'
export type { LogPosition } from './log-read.ts'
export type { Overview } from './overview.ts'
export { type GatheredPost, PostGathering } from './posts-over.ts'
export { changesOf } from './catalogue/changes.ts'
export type { StoreFs } from './fs.ts'
export type {
  AttemptFacts,
  AttemptRow,
  CheckFacts,
  CheckRow,
  History,
  PostRow,
  PostStates,
  RebuildCounts,
  SealedSnapshot,
  SnapshotPosts,
  SourceOverview,
  SourceRow,
  Tombstone,
  VersionChange,
  VersionRow,
} from './types.ts'
