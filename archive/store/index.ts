export { openStore, type OpenStoreOptions } from './open.ts'
export type { RebuildCounts, Store } from './store.ts'
export type { Stage } from './stage.ts'
export type { SnapshotFiles } from './snapshot-files.ts'
export type { VerifyOptions, VerifyProgress, VerifyReport } from './verify.ts'
export type { Problem, ProblemCode } from './bag-check.ts'
export type { Desk, DeskData } from './desk.ts'
export type { ArchiveIdentity } from './identity.ts'
export type { LogLine } from './log-line.ts'
export type { StoreFs } from './fs.ts'
export type {
  AttemptFacts,
  AttemptRow,
  CheckFacts,
  CheckRow,
  History,
  PostRow,
  SealedSnapshot,
  SourceRow,
  Tombstone,
  VersionRow,
} from './types.ts'
