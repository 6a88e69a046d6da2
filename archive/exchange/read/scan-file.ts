import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { nameOf } from '../warc/examine.ts'
import { type ByteSource, openBytes } from '../warc/byte-source.ts'
import { isGzip } from '../warc/gzip-member.ts'
import { OneBigMember } from '../warc/record.ts'
import { scanGzip } from '../warc/scan-gzip.ts'
import { scanPlain } from '../warc/scan-plain.ts'
import { indexedOf } from './index-record.ts'
import type { RecordIndex } from './record-index.ts'
import { dechunk } from '../warc/body-codings.ts'
import { fitsDigest } from '../warc/digest.ts'
import { fieldOf } from '../warc/fields.ts'
import { readRecord } from '../warc/read-record.ts'
import type { ScannedRecord } from '../warc/record.ts'

/** A WARC file whose records can be read by their place. */
export interface OpenWarc {
  readonly source: ByteSource
  readonly gzip: boolean
}

export interface ScanContext {
  readonly index: RecordIndex
  /** Number of the file. */
  readonly file: number
  /** For messages. */
  readonly name: string
  /** A path that nothing stands at: for a file that has to be unpacked to be read. */
  readonly spare: string
  readonly problems: Problems
  readonly signal: AbortSignal
}

/** Most problems that are named one by one. */
const MAX_NAMED = 20
/** Most bytes of a body that are held at once to check its digest. */
const MAX_CHECKED_BYTES = 256 * 1024 * 1024

/** Problems in words; beyond a number they are only counted. */
export class Problems {
  readonly #named: string[] = []
  #more = 0

  add(problem: string): void {
    if (this.#named.length < MAX_NAMED) this.#named.push(problem)
    else this.#more++
  }

  get all(): readonly string[] {
    return this.#more > 0 ? [...this.#named, `and ${this.#more} more of this kind`] : this.#named
  }
}

/** Some writers work the digest out after undoing the chunks: that is a matter of taste, not damage. */
async function sound(record: ScannedRecord, { source, gzip }: OpenWarc): Promise<ScannedRecord> {
  const { payloadDiffers, http, blockBytes, fields, httpHeadBytes } = record
  const chunked = http !== null && /\bchunked\b/i.test(fieldOf(http.headers, 'transfer-encoding') ?? '')
  if (!payloadDiffers || !chunked || blockBytes > MAX_CHECKED_BYTES) return record
  const { block } = await readRecord(source, gzip, record)
  const body = dechunk(block.subarray(httpHeadBytes))
  const fits = body !== null && fitsDigest(fieldOf(fields, 'WARC-Payload-Digest'), body)
  return fits ? { ...record, payloadDiffers: false } : record
}

async function scan(warc: OpenWarc, context: ScanContext): Promise<void> {
  const { index, file, name, problems, signal } = context
  for await (const scanned of warc.gzip ? scanGzip(warc.source) : scanPlain(warc.source)) {
    signal.throwIfAborted()
    if ('damage' in scanned) {
      problems.add(`${name}: ${scanned.damage}`)
      continue
    }
    const row = indexedOf(await sound(scanned, warc), file)
    if (row.problems !== null) problems.add(`${name}: ${nameOf(scanned.fields)}: ${row.problems}`)
    index.add(row)
  }
}

/** Reads all records of a WARC file into the index. A file that is compressed as a whole is unpacked first. */
export async function scanWarc(source: ByteSource, context: ScanContext): Promise<OpenWarc> {
  const warc = { source, gzip: isGzip(await source.read(0, 16)) }
  try {
    await scan(warc, context)
    return warc
  } catch (error) {
    if (!(error instanceof OneBigMember)) throw error
  }
  context.index.forget(context.file)
  const { spare, name, problems, signal } = context
  problems.add(`${name} is compressed as a whole, not record by record; it was unpacked to be read`)
  try {
    await pipeline(Readable.from(source.chunks(0)), createGunzip(), createWriteStream(spare), { signal })
  } catch (error) {
    signal.throwIfAborted()
    problems.add(`${name}: its compressed data end early or are damaged (${(error as Error).message})`)
  }
  await source.close()
  const unpacked = { source: await openBytes(spare), gzip: false }
  await scan(unpacked, context)
  return unpacked
}
