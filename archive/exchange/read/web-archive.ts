import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { StetError } from '../../errors.ts'
import { type ByteSource, openBytes } from '../warc/byte-source.ts'
import { bareFieldOf, parseFields, fieldOf } from '../warc/fields.ts'
import { readRecord, type ReadRecord } from '../warc/read-record.ts'
import type { WaczSignature } from '../wacz/signature.ts'
import { openWaczSet, type WaczSet } from '../wacz/wacz-set.ts'
import type { WaczFile } from '../wacz/wacz-file.ts'
import { type ArchivedPage, findAnswer, originalOf, pagesOf } from './pages.ts'
import { type WebArchiveKind, webArchiveKind, whyUnread } from './kind.ts'
import { type IndexedRecord, RecordIndex } from './record-index.ts'
import { joined, segmentProblems, segmentsOf } from './segments.ts'
import { type OpenWarc, Problems, scanWarc } from './scan-file.ts'

/** Largest block that is kept, in bytes. */
export const MAX_BLOCK_BYTES = 256 * 1024 * 1024

/** A WARC or WACZ file, read through once, its records at hand. */
export interface WebArchive {
  readonly kind: WebArchiveKind
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly modifiedAt: string | null
  readonly records: number
  readonly pages: readonly ArchivedPage[]
  /** Null for a WARC, which cannot be signed. */
  readonly signature: WaczSignature | null
  /** What is wrong with the file, in words. */
  readonly problems: readonly string[]
  /** The program that wrote it, as its warcinfo record says. */
  readonly software: string | null
  readonly index: RecordIndex
  /** A record's head and block; the block is empty where it is larger than `MAX_BLOCK_BYTES`. */
  read(record: IndexedRecord): Promise<ReadRecord>
  /** The same, with the later pieces of a record that was cut into several. */
  readWhole(record: IndexedRecord): Promise<ReadRecord>
  /** Those pieces, in order; none for most records. */
  segmentsOf(record: IndexedRecord): readonly IndexedRecord[]
  /** Answer for an address nearest to a time. */
  find(url: string, at: number | null): IndexedRecord | null
  originalOf(record: IndexedRecord): IndexedRecord | null
  close(): Promise<void>
}

async function hashOf(source: ByteSource, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of source.chunks(0)) {
    signal.throwIfAborted()
    hash.update(chunk)
  }
  return hash.digest('hex')
}

/** The WARC files of a WACZ: read where they lie, or unpacked where they are compressed. */
async function sourcesIn({ zip, path, warcs }: WaczFile, spare: string): Promise<ByteSource[]> {
  const sources: ByteSource[] = []
  for (const [i, name] of warcs.entries()) {
    const stretch = await zip.stretch(name)
    if (stretch === null) await zip.unpack(name, `${spare}-${i}`)
    sources.push(stretch === null ? await openBytes(`${spare}-${i}`) : await openBytes(path, stretch))
  }
  return sources
}

/** The address of a page that Stet exported, as its `snapshot.json` has it. */
async function formerUrl(page: ArchivedPage, read: WebArchive['read']): Promise<string> {
  try {
    const { finalUrl } = JSON.parse((await read(page.record!)).block.toString('utf8')) as {
      finalUrl?: unknown
    }
    return typeof finalUrl === 'string' ? finalUrl : page.url
  } catch {
    return page.url
  }
}

function refused(path: string, what: string): StetError {
  return new StetError('bad-input', `${path} cannot be imported: ${what}. Nothing was kept.`, { path })
}

/**
 * Opens a WARC 1.0/1.1 or WACZ 1.x file and reads it through: every record, its digests, the pages. Throws
 * `bad-input` where nothing in it can be used; what can is there, with the damage in `problems`.
 */
export async function openWebArchive(path: string, name: string, signal: AbortSignal): Promise<WebArchive> {
  const kind = (await webArchiveKind(path, name)) ?? 'warc'
  const why = await whyUnread(path, name)
  if (why !== null) throw refused(name, why)
  const dir = await mkdtemp(join(tmpdir(), 'stet-import-'))
  const open: OpenWarc[] = []
  let wacz: WaczSet | null = null
  let index: RecordIndex | null = null
  const close = async () => {
    index?.close()
    wacz?.close()
    await Promise.all(open.map(({ source }) => source.close()))
    await rm(dir, { recursive: true, force: true })
  }
  try {
    const whole = await openBytes(path)
    const [sha256, bytes] = [await hashOf(whole, signal), whole.size]
    if (bytes === 0) {
      await whole.close()
      throw refused(name, 'it is empty')
    }
    const { mtime } = await stat(path)
    if (kind === 'wacz') {
      await whole.close()
      wacz = await openWaczSet(path, name, dir)
    }
    const sources: ByteSource[] = wacz ? [] : [whole]
    const names: string[] = wacz ? [] : [basename(name)]
    for (const [i, one] of (wacz?.files ?? []).entries()) {
      sources.push(...(await sourcesIn(one, join(dir, `warc-${i}`))))
      names.push(...one.warcs.map(warc => (one.name === null ? warc : `${one.name}/${warc}`)))
    }
    index = new RecordIndex(join(dir, 'index.sqlite'))
    const problems = new Problems()
    for (const problem of wacz?.problems ?? []) problems.add(problem)
    for (const [file, source] of sources.entries()) {
      const inside = names[file]!
      const spare = join(dir, `plain-${file}`)
      open.push(await scanWarc(source, { index, file, name: inside, spare, problems, signal }))
    }
    index.finish()
    const rows = index
    const known = rows.count(`id <> '' AND type <> ''`)
    if (known === 0) throw refused(name, problems.all.join('; ') || 'it holds no WARC record')
    const read = async (record: IndexedRecord): Promise<ReadRecord> => {
      const { source, gzip } = open[record.file]!
      const small = record.blockBytes <= MAX_BLOCK_BYTES
      return readRecord(source, gzip, small ? record : { ...record, blockBytes: 0 })
    }
    for (const problem of await segmentProblems(rows, read, MAX_BLOCK_BYTES)) problems.add(problem)
    const pages: ArchivedPage[] = []
    for (const page of pagesOf(rows, wacz?.pages ?? null)) {
      pages.push(page.snapshotId === null ? page : { ...page, url: await formerUrl(page, read) })
    }
    const [info] = rows.where(`type = 'warcinfo'`)
    const about = info ? parseFields((await read(info)).block.toString('utf8')) : []
    return {
      kind,
      fileName: basename(name),
      sha256,
      bytes,
      modifiedAt: path === name ? mtime.toISOString() : null,
      records: rows.count(),
      pages,
      signature: wacz?.signature ?? null,
      problems: problems.all,
      software: fieldOf(about, 'software') ?? bareFieldOf(about, 'isPartOf'),
      index: rows,
      read,
      async readWhole(record) {
        const later = segmentsOf(rows, record)
        const together = later.reduce((sum, { blockBytes }) => sum + blockBytes, record.blockBytes)
        if (later.length === 0 || together > MAX_BLOCK_BYTES) return read(record)
        return joined(await read(record), await Promise.all(later.map(read)))
      },
      segmentsOf: record => segmentsOf(rows, record),
      find: (url, at) => findAnswer(rows, url, at),
      originalOf: record => originalOf(rows, record),
      close,
    }
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
}
