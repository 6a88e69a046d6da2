import type { SnapshotRecord } from '../../model/snapshot.ts'
import type { CdxjEntry } from './cdxj.ts'

/** A snapshot to be exported. */
export interface ExportedSnapshot {
  readonly record: SnapshotRecord
  /** Every data file of its bag (`data/…`). */
  readonly paths: readonly string[]
  read(path: string): Promise<Buffer>
}

export interface OutgoingRecord {
  readonly bytes: Buffer
  /** For the index; null for records that it leaves out. */
  readonly index: Omit<CdxjEntry, 'offset' | 'length' | 'filename'> | null
  readonly type: string
}

/** A type without its parameters, as an index has it. */
export function essence(type: string): string {
  return type.split(';', 1)[0]!.trim().toLowerCase() || 'unk'
}
