export { openStore, type OpenStoreOptions } from './open.ts'
export type { Store } from './store.ts'
export type { Stage } from './stage.ts'
export type { SnapshotFiles } from './snapshot-files.ts'
export type { VerifyOptions, VerifyReport } from './verify.ts'
export type { DeskData } from './desk.ts'
export type { QueueEntry, WorkQueue } from './queue.ts'
export type { LogLine } from './log-line.ts'
export type { LogPosition } from './log-read.ts'
export { type GatheredPost, PostGathering } from './posts-over.ts'
export { changesOf } from './catalogue/changes.ts'
export type {
  CheckRow,
  History,
  PostRow,
  RebuildCounts,
  SealedSnapshot,
  SourceOverview,
  SourceRow,
  VersionChange,
  VersionRow,
} from './types.ts'
