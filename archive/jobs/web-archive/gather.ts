import {
  type ArchivedPage,
  decodedBody,
  type IndexedRecord,
  type KeptRecords,
  MAX_BLOCK_BYTES,
  parseRecordHead,
  stetUrn,
  type WebArchive,
} from '../../exchange/index.ts'
import { referencesIn } from './references.ts'

export const ANSWERS: ReadonlySet<string> = new Set(['response', 'resource', 'revisit'])
const MAX_REDIRECTS = 20
const MAX_PARTS = 5_000

export interface Gathered {
  /** From the address that was asked for to the page itself. */
  readonly chain: readonly IndexedRecord[]
  /** Everything that belongs to the page, the page itself included, in the order of the file. */
  readonly records: readonly IndexedRecord[]
}

/** Follows redirects inside the archive, from a record to the page. */
export function followed(archive: WebArchive, first: IndexedRecord): readonly IndexedRecord[] {
  const chain = [first]
  for (let last = first; last.location !== null && chain.length <= MAX_REDIRECTS;) {
    const next = archive.find(last.location, last.at)
    if (next === null || chain.includes(next)) break
    chain.push((last = next))
  }
  return chain
}

/** What the page names, and what was asked for in its name; and so on with each of those. */
async function reached(archive: WebArchive, chain: readonly IndexedRecord[]): Promise<IndexedRecord[]> {
  const pages = new Set(archive.pages.flatMap(({ record }) => (record ? [record.n] : [])))
  const page = chain.at(-1)!
  const found = new Map(chain.map(record => [record.n, record]))
  for (const record of found.values()) {
    if (found.size > MAX_PARTS) break
    const take = (other: IndexedRecord | null) => {
      if (other && ANSWERS.has(other.type) && !found.has(other.n)) found.set(other.n, other)
    }
    for (const other of archive.index.where(`referer = ? AND type <> 'request'`, record.uri)) {
      if (!pages.has(other.n) && archive.find(other.uri, page.at)?.n === other.n) take(other)
    }
    for (const step of followed(archive, record)) take(step)
    const whole = record.type === 'revisit' ? archive.originalOf(record) : record
    if (
      !whole ||
      !/^(?:text\/html|application\/xhtml\+xml|text\/css|image\/svg\+xml)$/.test(whole.mime ?? '')
    )
      continue
    const { http, body } = parseRecordHead(await archive.readWhole(whole))
    const headers = http?.headers ?? []
    const { bytes } = await decodedBody(headers, body, MAX_BLOCK_BYTES)
    for (const url of referencesIn(record.uri, whole.mime, headers, bytes)) take(archive.find(url, page.at))
  }
  return [...found.values()]
}

/** The answers that belong to a page: as its own list has it, as its id has it, or as far as its references reach. */
async function answersOf(
  archive: WebArchive,
  page: ArchivedPage,
  chain: readonly IndexedRecord[],
): Promise<readonly IndexedRecord[]> {
  const { index } = archive
  if (page.snapshotId !== null) {
    const [list] = index.where('uri = ?', stetUrn(page.snapshotId, 'warc.json'))
    const kept = list ? (JSON.parse((await archive.read(list)).block.toString('utf8')) as KeptRecords) : null
    const ids = (kept?.records ?? []).flatMap(({ fields }) =>
      fields.filter(([name]) => /^warc-record-id$/i.test(name)),
    )
    const byId = ids.flatMap(([, id]) => index.where('id = ?', id.replace(/^<|>$/g, '')))
    return [...byId, ...index.where(`pageId = ? AND uri NOT LIKE 'urn:stet:%'`, page.snapshotId)]
  }
  const own = page.pageId === null ? [] : index.where('pageId = ?', page.pageId)
  if (own.length > 0) return [...own, ...chain]
  if (archive.pages.length === 1) return index.where('1')
  return reached(archive, chain)
}

/** What goes with an answer: its request, its metadata, and the record whose body it stands for. */
function companions(archive: WebArchive, record: IndexedRecord): readonly IndexedRecord[] {
  const { index } = archive
  const original = record.type === 'revisit' ? archive.originalOf(record) : null
  return [
    record,
    ...(original ? [original, ...archive.segmentsOf(original)] : []),
    ...archive.segmentsOf(record),
    ...index.where(`concurrentTo = ? AND type IN ('request', 'metadata')`, record.id),
    ...index.where(`id = ? AND type = 'request'`, record.concurrentTo),
    ...index.where(`refersToId = ? AND type = 'metadata'`, record.id),
    ...index.where(`uri = ? AND at = ? AND type = 'request'`, record.uri, record.at),
  ]
}

/** Everything in a web archive that belongs to one of its pages. */
export async function gather(
  archive: WebArchive,
  page: ArchivedPage,
  chain: readonly IndexedRecord[],
): Promise<Gathered> {
  const answers = await answersOf(archive, page, chain)
  const all = [
    ...archive.index.where(`type = 'warcinfo'`),
    ...[...chain, ...answers].flatMap(record => companions(archive, record)),
  ]
  const once = new Map(
    all.filter(record => !record.uri.startsWith('urn:stet:')).map(record => [record.n, record]),
  )
  return { chain, records: [...once.values()].toSorted((a, b) => a.n - b.n) }
}
