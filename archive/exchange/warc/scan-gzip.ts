import { ByteReader } from './byte-reader.ts'
import type { ByteSource } from './byte-source.ts'
import { examineBlock, readRecordHead } from './examine.ts'
import { GzipDamage, GzipMember } from './gzip-member.ts'
import { headEnd, MAX_HEAD_BYTES } from './http-head.ts'
import { beginsRecord, OneBigMember, type Scanned } from './record.ts'

const WINDOW_BYTES = 1024 * 1024
const MAGIC = Buffer.from([0x1f, 0x8b, 8])

/** Length of a record's head, after which `reader` still stands at its beginning; null where it has none. */
async function headAt(reader: ByteReader): Promise<number | null> {
  for (let length = 4096; ; length *= 4) {
    const bytes = await reader.peek(Math.min(length, MAX_HEAD_BYTES))
    const end = headEnd(bytes)
    if (end !== null) return end
    if (bytes.length < length || length >= MAX_HEAD_BYTES) return null
  }
}

async function scanMember(member: GzipMember, offset: number): Promise<Scanned> {
  const reader = new ByteReader(member.chunks())
  try {
    const nothing = {
      offset,
      damage: `at byte ${offset} a compressed piece holds no WARC record and was left out`,
    }
    if (!beginsRecord(await reader.peek(16))) {
      for await (const _ of reader.take(Infinity));
      return nothing
    }
    const headBytes = await headAt(reader)
    if (headBytes === null) return nothing
    const head = readRecordHead(await reader.peek(headBytes))
    reader.skip(headBytes)
    const problems = [...head.problems]
    const broken: string[] = []
    const facts = await examineBlock(head.fields, soundPart(reader.take(head.length ?? Infinity), broken))
    if (broken.length === 0 && head.length !== null) {
      if (facts.blockBytes < head.length) {
        problems.push(`its length is wrong: it says ${head.length} bytes, ${facts.blockBytes} are there`)
      }
      problems.push(...(await tailProblems(reader, broken)))
    }
    problems.push(...broken.map(words => `its gzip member is damaged: ${words}`), ...facts.problems)
    return { offset, headBytes, fields: head.fields, ...facts, problems }
  } finally {
    await reader.close()
  }
}

/** Passes pieces on until the member turns out to be damaged; then the words go into `broken`. */
async function* soundPart(pieces: AsyncIterable<Buffer>, broken: string[]): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (error) {
    if (!(error instanceof GzipDamage)) throw error
    broken.push(error.message)
  }
}

/** What follows the block inside the member: two empty lines, no more. */
async function tailProblems(reader: ByteReader, broken: string[]): Promise<string[]> {
  let tail = 0
  let other = false
  for await (const piece of soundPart(reader.take(Infinity), broken)) {
    const words = piece.toString('latin1', 0, 64).replace(/^[\r\n]+/, '')
    if (tail <= 4 && words !== '') {
      if (beginsRecord(Buffer.from(words, 'latin1'))) throw new OneBigMember()
      other = true
    }
    tail += piece.length
  }
  return other ? ['its length is wrong: bytes follow that belong to no record'] : []
}

/** Where a gzip member with a record begins, from `at` on; null where none does. */
async function nextMember(source: ByteSource, at: number): Promise<number | null> {
  for (let from = at; from < source.size; from += WINDOW_BYTES - MAGIC.length) {
    const window = await source.read(from, WINDOW_BYTES)
    for (let hit = window.indexOf(MAGIC); hit >= 0; hit = window.indexOf(MAGIC, hit + 1)) {
      const reader = new ByteReader(new GzipMember(source, from + hit).chunks())
      const found = await reader.peek(16).then(beginsRecord, () => false)
      await reader.close()
      if (found) return from + hit
    }
  }
  return null
}

/**
 * The records of a file with one gzip member for each, in order. Damage is named, and the scan goes on with the next
 * whole member. Throws `OneBigMember` where several records share one.
 */
export async function* scanGzip(source: ByteSource): AsyncGenerator<Scanned> {
  for (let offset = 0; offset < source.size;) {
    const member = new GzipMember(source, offset)
    const scanned = await scanMember(member, offset).catch((error: unknown) => {
      if (!(error instanceof GzipDamage)) throw error
      return { offset, damage: `at byte ${offset} a compressed piece cannot be read: ${error.message}` }
    })
    yield scanned
    const next = member.end ?? (await nextMember(source, offset + 1))
    if (next === null) return
    offset = next
  }
}
