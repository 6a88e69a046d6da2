import { ByteReader } from '../warc/byte-reader.ts'
import { openBytes } from '../warc/byte-source.ts'
import { GzipMember, isGzip } from '../warc/gzip-member.ts'
import { beginsRecord } from '../warc/record.ts'

export type WebArchiveKind = 'warc' | 'wacz'

/** What a file's first bytes say it is; null for what is neither WARC nor WACZ (or any other ZIP). */
export async function webArchiveKind(path: string, name = path): Promise<WebArchiveKind | null> {
  const source = await openBytes(path)
  try {
    const start = await source.read(0, 16)
    if (beginsRecord(start) || start.toString('latin1', 0, 5) === 'WARC/') return 'warc'
    if (/\.wacz$/i.test(name)) return 'wacz'
    if (/\.warc(?:\.gz)?$/i.test(name)) return 'warc'
    if (!isGzip(start)) return null
    const reader = new ByteReader(new GzipMember(source, 0).chunks())
    const inside = await reader.peek(16).catch(() => Buffer.alloc(0))
    await reader.close()
    return beginsRecord(inside) ? 'warc' : null
  } finally {
    await source.close()
  }
}
