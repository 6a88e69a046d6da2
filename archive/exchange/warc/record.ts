import type { Fields } from './fields.ts'
import type { HttpHead } from './http-head.ts'

/** Where the block of a record lies, so that it can be read again. */
export interface RecordPlace {
  /** Offset of the record, or of its gzip member. */
  readonly offset: number
  /** Bytes of head before the block, after inflating. */
  readonly headBytes: number
  /** Bytes of block that are there; less or more than it claims where the record is damaged. */
  readonly blockBytes: number
}

/** One record as a scan found it. */
export interface ScannedRecord extends RecordPlace {
  readonly fields: Fields
  /** Head of the HTTP message inside; null for blocks that are none. */
  readonly http: HttpHead | null
  /** Length of that head, in bytes. */
  readonly httpHeadBytes: number
  /** What is wrong with it, in words; empty for a sound record. */
  readonly problems: readonly string[]
  /** The payload is not what its digest says, before any coding was undone. */
  readonly payloadDiffers: boolean
}

/** Bytes that are no record. */
export interface ScanDamage {
  readonly offset: number
  readonly damage: string
}

export type Scanned = ScannedRecord | ScanDamage

/** A compressed file whose records do not stand in members of their own: nothing in it can be reached directly. */
export class OneBigMember extends Error {}

const START = /^WARC\/\d\.\d+\r?\n/

/** Whether bytes begin a record. */
export function beginsRecord(bytes: Buffer): boolean {
  return START.test(bytes.toString('latin1', 0, 16))
}
