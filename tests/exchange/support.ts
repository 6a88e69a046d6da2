import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Archive, openArchive } from '../../archive/index.ts'
import { gzipMember } from '../../archive/exchange/warc/gzip-member.ts'

/** A folder of a test's own, and archives in it. */
export interface Bench {
  readonly dir: string
  file(name: string): string
  archive(name: string): Promise<Archive>
  close(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), 'stet-exchange-'))
  const archives: Archive[] = []
  return {
    dir,
    file: name => join(dir, name),
    async archive(name) {
      const archive = await openArchive(join(dir, name), { access: 'write' })
      archives.push(archive)
      return archive
    },
    async close() {
      for (const archive of archives) await archive.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export interface RecordDraft {
  readonly type: string
  readonly id: string
  readonly uri?: string
  readonly date?: string
  readonly mime?: string
  readonly more?: readonly string[]
  readonly block: string | Buffer
  /** What `Content-Length` says; the true length where left out. */
  readonly length?: number | string
}

/** A record as another program would write it. */
export function record({
  type,
  id,
  uri,
  date = '2026-03-01T08:00:00Z',
  mime,
  more = [],
  block,
  length,
}: RecordDraft): Buffer {
  const bytes = Buffer.from(block as string)
  const lines = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:test:${id}>`,
    `WARC-Date: ${date}`,
    ...(uri ? [`WARC-Target-URI: ${uri}`] : []),
    ...more,
    `Content-Type: ${mime ?? `application/http; msgtype=${type}`}`,
    `Content-Length: ${length ?? bytes.length}`,
  ]
  return Buffer.concat([Buffer.from(lines.join('\r\n') + '\r\n\r\n'), bytes, Buffer.from('\r\n\r\n')])
}

export function answer(
  body: string | Buffer,
  headers: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
): Buffer {
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n`),
    Buffer.from(body as string),
  ])
}

/** The records of a WARC file, each a gzip member. */
export async function gzipped(...records: readonly Buffer[]): Promise<Buffer> {
  return Buffer.concat(await Promise.all(records.map(bytes => gzipMember(bytes))))
}
