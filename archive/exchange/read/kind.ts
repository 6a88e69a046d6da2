import { ByteReader } from '../warc/byte-reader.ts'
import { openBytes } from '../warc/byte-source.ts'
import { GzipMember, isGzip } from '../warc/gzip-member.ts'
import { beginsRecord } from '../warc/record.ts'

export type WebArchiveKind = 'warc' | 'wacz'

const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

/** Forms of web archives that are known and not read, by name or first bytes; in words, or null. */
function unread(start: Buffer, name: string): string | null {
  if (start.toString('latin1').startsWith('filedesc://') || /\.arc(?:\.gz)?$/i.test(name)) {
    return 'it is an ARC file, the form that came before WARC, which is not read here; turn it into WARC first (warcio recompress does)'
  }
  const isZstd = start.subarray(0, 4).equals(ZSTD)
  if ((isZstd && /warc/i.test(name)) || /\.warc\.zst$/i.test(name)) {
    return 'it is a WARC compressed with Zstandard, which is not read here; unpack it first (zstd -d) and import the .warc'
  }
  return null
}

/** Why a web archive is of a form that is not read here, in words; null for all others. */
export async function whyUnread(path: string, name = path): Promise<string | null> {
  const source = await openBytes(path)
  try {
    return unread(await source.read(0, 16), name)
  } finally {
    await source.close()
  }
}

/** What a file's first bytes say it is; null for what is neither WARC nor WACZ (or any other ZIP). */
export async function webArchiveKind(path: string, name = path): Promise<WebArchiveKind | null> {
  const source = await openBytes(path)
  try {
    const start = await source.read(0, 16)
    if (unread(start, name) !== null) return 'warc'
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
