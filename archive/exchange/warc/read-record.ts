import { ByteReader } from './byte-reader.ts'
import type { ByteSource } from './byte-source.ts'
import { type Fields, parseFields } from './fields.ts'
import { GzipDamage, GzipMember } from './gzip-member.ts'
import type { RecordPlace } from './record.ts'

export interface ReadRecord {
  /** `WARC/1.1` */
  readonly version: string
  readonly fields: Fields
  readonly block: Buffer
}

async function inMember(source: ByteSource, place: RecordPlace): Promise<[Buffer, Buffer]> {
  const reader = new ByteReader(new GzipMember(source, place.offset).chunks())
  const pieces: Buffer[] = []
  let head: Buffer = Buffer.alloc(0)
  try {
    head = await reader.peek(place.headBytes)
    reader.skip(place.headBytes)
    for await (const piece of reader.take(place.blockBytes)) pieces.push(piece)
  } catch (error) {
    if (!(error instanceof GzipDamage)) throw error
  } finally {
    await reader.close()
  }
  return [head, Buffer.concat(pieces)]
}

async function inFile(
  source: ByteSource,
  { offset, headBytes, blockBytes }: RecordPlace,
): Promise<[Buffer, Buffer]> {
  const bytes = await source.read(offset, headBytes + blockBytes)
  return [bytes.subarray(0, headBytes), bytes.subarray(headBytes)]
}

/** A record that a scan found, whole. What a damaged gzip member does not give is missing at its end. */
export async function readRecord(source: ByteSource, gzip: boolean, place: RecordPlace): Promise<ReadRecord> {
  const [head, block] = await (gzip ? inMember(source, place) : inFile(source, place))
  const text = head.toString('utf8')
  const line = text.indexOf('\n')
  return { version: text.slice(0, line).trim(), fields: parseFields(text.slice(line + 1)), block }
}
