import type { ListedPage } from '../wacz/pages-list.ts'
import { plainUri } from './index-record.ts'
import type { IndexedRecord, RecordIndex } from './record-index.ts'
import { parseStetUrn, stetUrnGlob } from '../stet-urn.ts'

/** A page of a web archive: what becomes one snapshot. */
export interface ArchivedPage {
  readonly url: string
  /** The record that holds it, or what led there first; null where a list names a page that is not there. */
  readonly record: IndexedRecord | null
  readonly pageId: string | null
  /** Set for a page that a Stet exported: the id of the snapshot it was. */
  readonly snapshotId: string | null
}

const ANSWERS = `type IN ('response', 'resource', 'revisit')`
const HTML = `mime IN ('text/html', 'application/xhtml+xml')`
/** What a browser says when it asks for a part of a page, and not for the page. */
const PARTS = `('iframe', 'frame', 'embed', 'object', 'empty', 'script', 'style', 'image', 'font')`

/** Of the records of an address the one nearest in time. */
function nearest(records: readonly IndexedRecord[], at: number | null): IndexedRecord | null {
  const distance = (record: IndexedRecord) => Math.abs((record.at ?? 0) - (at ?? 0))
  return records.reduce<IndexedRecord | null>(
    (best, record) => (best === null || distance(record) < distance(best) ? record : best),
    null,
  )
}

export function findAnswer(index: RecordIndex, url: string, at: number | null): IndexedRecord | null {
  return nearest(index.where(`uri = ? AND ${ANSWERS}`, plainUri(url)), at)
}

function stetPages(index: RecordIndex): ArchivedPage[] {
  return index.where('uri GLOB ?', stetUrnGlob('snapshot.json')).map(record => ({
    url: record.uri,
    record,
    pageId: record.pageId,
    snapshotId: parseStetUrn(record.uri)!.snapshotId,
  }))
}

/** A WARC lists no pages: a page is an HTML answer that was not asked for as part of another one. */
function foundPages(index: RecordIndex): ArchivedPage[] {
  const records = index.where(
    `${ANSWERS} AND ${HTML} AND (uri LIKE 'http:%' OR uri LIKE 'https:%') AND (status IS NULL OR status BETWEEN 200 AND 299)
     AND (dest IS NULL OR dest NOT IN ${PARTS})`,
  )
  return records.map(record => ({ url: record.uri, record, pageId: record.pageId, snapshotId: null }))
}

function bareRevisits(index: RecordIndex): ArchivedPage[] {
  return index
    .where(`type = 'revisit' AND mime IS NULL AND status IS NULL AND uri LIKE 'http%'`)
    .filter(record => {
      const original = originalOf(index, record)
      return original !== null && /^(?:text\/html|application\/xhtml\+xml)$/.test(original.mime ?? '')
    })
    .map(record => ({ url: record.uri, record, pageId: record.pageId, snapshotId: null }))
}

/** The pages of a web archive: those that Stet itself put there, those it lists, else those that are found in it. */
export function pagesOf(index: RecordIndex, listed: readonly ListedPage[] | null): readonly ArchivedPage[] {
  const own = stetPages(index)
  if (own.length > 0) return own
  if (listed === null)
    return [...foundPages(index), ...bareRevisits(index)].toSorted((a, b) => a.record!.n - b.record!.n)
  return listed.map(({ url, at, id }) => ({
    url,
    record: findAnswer(index, url, at === null ? null : Date.parse(at)),
    pageId: id,
    snapshotId: null,
  }))
}

/** The record whose body a revisit stands for; null where this archive does not hold it. */
export function originalOf(
  index: RecordIndex,
  { refersToId, refersToUri, refersToAt, payloadDigest, n }: IndexedRecord,
): IndexedRecord | null {
  const whole = `type IN ('response', 'resource') AND n <> ?`
  if (refersToId !== null) {
    const [found] = index.where(`id = ? AND ${whole}`, refersToId, n)
    if (found) return found
  }
  if (refersToUri !== null) {
    const found = index.where(`uri = ? AND ${whole}`, refersToUri, n)
    const exact = found.find(record => record.at === refersToAt)
    if (exact) return exact
  }
  if (payloadDigest === null) return null
  return index.where(`payloadDigest = ? AND ${whole}`, payloadDigest, n)[0] ?? null
}
