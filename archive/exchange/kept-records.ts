import type { Fields } from './warc/fields.ts'
import type { BodyRef } from '../model/captured.ts'

/** Where an imported snapshot keeps its records, below the bag. */
export const KEPT_RECORDS_PATH = 'data/warc.json'

/** One record of the file a snapshot was imported from: everything that is needed to write it again byte for byte. */
export interface KeptRecord {
  /** `WARC/1.0` */
  readonly version: string
  readonly fields: Fields
  /** The beginning of the block, in Latin-1: the HTTP head, or all of a small block. */
  readonly start: string
  /** The rest of the block, as it stood there: codings not undone. */
  readonly rest: BodyRef | null
}

export interface KeptRecords {
  readonly format: 'stet-warc-records/1'
  /** `WARC-Record-ID` of the page. */
  readonly page: string
  readonly records: readonly KeptRecord[]
}
