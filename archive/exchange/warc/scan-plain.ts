import type { ByteSource } from './byte-source.ts'
import { examineBlock, readRecordHead } from './examine.ts'
import { headEnd, MAX_HEAD_BYTES } from './http-head.ts'
import { beginsRecord, type Scanned } from './record.ts'

const WINDOW_BYTES = 1024 * 1024
const NEXT = /\n\r?\n(?=WARC\/\d\.\d+\r?\n)/g

/** Where the next record begins, from `at` on; null where none does. */
async function nextRecord(source: ByteSource, at: number): Promise<number | null> {
  if (at === 0 && beginsRecord(await source.read(0, 16))) return 0
  const overlap = 32
  for (let from = Math.max(0, at - 4); from < source.size; from += WINDOW_BYTES - overlap) {
    const text = (await source.read(from, WINDOW_BYTES)).toString('latin1')
    NEXT.lastIndex = 0
    for (let hit = NEXT.exec(text); hit; hit = NEXT.exec(text)) {
      const found = from + hit.index + hit[0].length
      if (found >= at) return found
    }
  }
  return null
}

/** After a block: the empty lines that end a record, then another record or the end. Gives where that is, or null. */
async function recordEnd(source: ByteSource, at: number): Promise<number | null> {
  if (at > source.size) return null
  const tail = await source.read(at, 64)
  const blank = /^[\r\n]*/.exec(tail.toString('latin1'))![0].length
  const end = at + blank
  return end === source.size || beginsRecord(tail.subarray(blank)) ? end : null
}

/** Bytes of the empty lines that end a record before the next one. */
async function blankBefore(source: ByteSource, at: number, end: number): Promise<number> {
  const text = (await source.read(Math.max(at, end - 4), Math.min(4, end - at))).toString('latin1')
  return /(?:\r?\n){0,2}$/.exec(text)![0].length
}

/** As much as it takes to hold a record's head; where it has no end, as much as is ever looked at. */
async function readHead(source: ByteSource, at: number): Promise<Buffer> {
  for (let length = 4096; ; length *= 4) {
    const bytes = await source.read(at, Math.min(length, MAX_HEAD_BYTES))
    if (!beginsRecord(bytes) || headEnd(bytes) !== null) return bytes
    if (bytes.length < length || length >= MAX_HEAD_BYTES) return bytes
  }
}

/** The records of an uncompressed file, in order. Damage is named, and the scan goes on with the next whole record. */
export async function* scanPlain(source: ByteSource): AsyncGenerator<Scanned> {
  for (let offset = 0; offset < source.size;) {
    const start = await readHead(source, offset)
    const headBytes = beginsRecord(start) ? headEnd(start) : null
    if (headBytes === null) {
      const found = await nextRecord(source, offset + 1)
      const until = found === null ? 'to the end of the file' : `up to byte ${found}`
      const what = beginsRecord(start) ? 'the head of a record has no end' : 'there is no WARC record'
      yield { offset, damage: `at byte ${offset} ${what}; what stands there, ${until}, was left out` }
      if (found === null) return
      offset = found
      continue
    }
    const head = readRecordHead(start.subarray(0, headBytes))
    const problems = [...head.problems]
    const blockAt = offset + headBytes
    let next = head.length === null ? null : await recordEnd(source, blockAt + head.length)
    let blockEnd = blockAt + (head.length ?? 0)
    if (next === null) {
      const found = await nextRecord(source, blockAt)
      next = found ?? source.size
      blockEnd = next - (found === null ? 0 : await blankBefore(source, blockAt, next))
      if (head.length !== null && found === null && blockAt + head.length > source.size) {
        problems.push(
          `the file breaks off inside it: ${head.length} bytes are announced, ${blockEnd - blockAt} are there`,
        )
      } else if (head.length !== null && found === null) {
        problems.push('what follows it is no record')
        blockEnd = blockAt + head.length
      } else if (head.length !== null) {
        problems.push(
          `its length is wrong: it says ${head.length} bytes, the next record begins after ${blockEnd - blockAt}`,
        )
      }
    }
    const facts = await examineBlock(head.fields, source.chunks(blockAt, blockEnd))
    yield { offset, headBytes, fields: head.fields, ...facts, problems: [...problems, ...facts.problems] }
    offset = next
  }
}
