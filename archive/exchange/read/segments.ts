import { fitsDigest } from '../warc/digest.ts'
import { fieldOf } from '../warc/fields.ts'
import { parseRecordHead } from '../warc/http-head.ts'
import type { ReadRecord } from '../warc/read-record.ts'
import type { IndexedRecord, RecordIndex } from './record-index.ts'

/** The later pieces of a record that was cut into several, in order. Source: WARC 1.1, section 7. */
export function segmentsOf(
  index: RecordIndex,
  { segment, id, type }: IndexedRecord,
): readonly IndexedRecord[] {
  if (segment !== 1 || type === 'continuation' || id === '') return []
  return index
    .where(`segmentOf = ? AND type = 'continuation'`, id)
    .toSorted((a, b) => (a.segment ?? 0) - (b.segment ?? 0))
}

/** What is missing of records in several pieces, or does not fit together, in words. */
export async function segmentProblems(
  index: RecordIndex,
  read: (record: IndexedRecord) => Promise<ReadRecord>,
  maxBytes: number,
): Promise<readonly string[]> {
  const problems: string[] = []
  for (const first of index.where(`segment = 1 AND type <> 'continuation'`)) {
    const later = segmentsOf(index, first)
    const numbers = later.map(({ segment }) => segment)
    const gap = numbers.findIndex((number, i) => number !== i + 2)
    if (later.length === 0) problems.push(`${first.uri}: only the first piece of it is in this file`)
    else if (gap >= 0) problems.push(`${first.uri}: piece ${gap + 2} of it is missing or there twice`)
    else problems.push(...(await wholeProblems(first, later, read, maxBytes)))
  }
  const lost = index.where(
    `type = 'continuation' AND (segmentOf IS NULL OR segmentOf NOT IN (SELECT id FROM records WHERE segment = 1))`,
  )
  for (const { uri } of lost) problems.push(`${uri}: a piece of it is here, but not its beginning`)
  return problems
}

async function wholeProblems(
  first: IndexedRecord,
  later: readonly IndexedRecord[],
  read: (record: IndexedRecord) => Promise<ReadRecord>,
  maxBytes: number,
): Promise<readonly string[]> {
  const total = [first, ...later].reduce((sum, { blockBytes }) => sum + blockBytes, 0)
  const { fields } = await read(later.at(-1)!)
  const claimed = fieldOf(fields, 'WARC-Segment-Total-Length')
  if (claimed === null)
    return [`${first.uri}: the last piece of it is missing, or does not say that it is the last`]
  if (Number(claimed) !== total) {
    return [
      `${first.uri}: its pieces have ${total} bytes together, and ${claimed.slice(0, 20)} are announced`,
    ]
  }
  if (total > maxBytes) return []
  const whole = joined(await read(first), await Promise.all(later.map(read)))
  const digest = fieldOf(whole.fields, 'WARC-Payload-Digest')
  return fitsDigest(digest, parseRecordHead(whole).body)
    ? []
    : [`${first.uri}: its payload, put together, is not that of its WARC-Payload-Digest`]
}

/** The record that the pieces make. */
export function joined(first: ReadRecord, later: readonly ReadRecord[]): ReadRecord {
  if (later.length === 0) return first
  return { ...first, block: Buffer.concat([first.block, ...later.map(({ block }) => block)]) }
}
