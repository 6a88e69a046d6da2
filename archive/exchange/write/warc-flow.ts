import { gzipMember } from '../warc/gzip-member.ts'
import type { Fields } from '../warc/fields.ts'
import { cdxjLine } from './cdxj.ts'
import { recordBytes, sha256Digest, uuidOf, WARC_VERSION } from './record-bytes.ts'
import type { ExportedSnapshot, OutgoingRecord } from './outgoing.ts'
import { SnapshotRecords } from './snapshot-records.ts'
import type { Written } from './written.ts'

export interface FlowOptions {
  readonly software: { readonly name: string; readonly version: string }
  /** RFC 3339; when the export was made. */
  readonly created: string
  readonly signal: AbortSignal
  readonly onSnapshot: (done: number) => void
}

export interface FlowCounts {
  snapshots: number
  records: number
  revisits: number
}

/** All snapshots of an export as records, which can be taken in several files. */
export class WarcFlow {
  readonly counts: FlowCounts = { snapshots: 0, records: 0, revisits: 0 }
  ended = false
  readonly #options: FlowOptions
  readonly #written: Written
  readonly #records: AsyncGenerator<OutgoingRecord>
  #warcinfoId = ''

  constructor(snapshots: AsyncIterable<ExportedSnapshot>, written: Written, options: FlowOptions) {
    this.#written = written
    this.#options = options
    this.#records = this.#all(snapshots)
  }

  async *#all(snapshots: AsyncIterable<ExportedSnapshot>): AsyncGenerator<OutgoingRecord> {
    const writer = new SnapshotRecords(this.#written)
    for await (const snapshot of snapshots) {
      yield* writer.of(snapshot, () => this.#warcinfoId)
      this.#options.onSnapshot(++this.counts.snapshots)
    }
  }

  #warcinfo(filename: string): Buffer {
    const { name, version } = this.#options.software
    const block = Buffer.from(
      [
        `software: ${name}/${version}`,
        'format: WARC File Format 1.1',
        'conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
        'description: Bodies of captures are stored with their codings undone (x-orig-...). Values of cookies and credentials are left out.',
        '',
      ].join('\r\n'),
    )
    this.#warcinfoId = uuidOf(this.#options.created, filename, 'warcinfo')
    const fields: Fields = [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', this.#warcinfoId],
      ['WARC-Date', this.#options.created],
      ['WARC-Filename', filename],
      ['WARC-Block-Digest', sha256Digest(block)],
      ['Content-Type', 'application/warc-fields'],
      ['Content-Length', String(block.length)],
    ]
    return recordBytes(WARC_VERSION, fields, block)
  }

  /** One WARC file of about `maxBytes` at most: what is left is for the next. Its lines go into the index. */
  async *file(
    filename: string,
    { gzip, maxBytes }: { readonly gzip: boolean; readonly maxBytes: number },
  ): AsyncGenerator<Buffer> {
    const { signal } = this.#options
    const packed = (bytes: Buffer) => (gzip ? gzipMember(bytes) : Promise.resolve(bytes))
    const first = await packed(this.#warcinfo(filename))
    this.counts.records++
    yield first
    for (let offset = first.length; offset < maxBytes;) {
      signal.throwIfAborted()
      const { value: record, done } = await this.#records.next()
      if (done) {
        this.ended = true
        return
      }
      const bytes = await packed(record.bytes)
      if (record.index)
        this.#written.addLine('index', cdxjLine({ ...record.index, offset, length: bytes.length, filename }))
      this.counts.records++
      if (record.type === 'revisit') this.counts.revisits++
      offset += bytes.length
      yield bytes
    }
  }

  async close(): Promise<void> {
    await this.#records.return(undefined)
  }
}
