import { z } from 'zod'
import {
  type ArchivedPage,
  type IndexedRecord,
  type KeptRecords,
  parseStetUrn,
  stetUrn,
  stetUrnsOf,
  type WebArchive,
} from '../../exchange/index.ts'
import type { ImportedFileKind } from '../../model/snapshot.ts'
import { ANSWERS } from './gather.ts'

const FILE_KINDS: ReadonlySet<string> = new Set([
  'html',
  'mhtml',
  'singlefile',
  'text',
  'markdown',
] satisfies ImportedFileKind[])

const recordSchema = z.looseObject({
  requestedUrl: z.string(),
  finalUrl: z.string(),
  contentHash: z.object({ value: z.string() }),
  capturedAt: z.iso.datetime(),
  import: z
    .looseObject({ fileName: z.string(), kind: z.string(), fileModifiedAt: z.iso.datetime().nullable() })
    .nullable(),
})

/** Files that every bag has of its own. */
const OWN_FILES: ReadonlySet<string> = new Set([
  'snapshot.json',
  'former-snapshot.json',
  'network.har',
  'article.json',
  'article.html',
  'article.txt',
  'posts.json',
  'page.html',
  'warc.json',
])

/** A page that a Stet exported, with what it said of it. */
export interface StetPage {
  readonly snapshotId: string
  readonly facts: z.infer<typeof recordSchema>
  /** `snapshot.json`, `network.har` and the others, byte for byte; null where the export has none of that name. */
  file(path: string): Promise<Buffer | null>
  /** The record that holds the page. */
  readonly record: IndexedRecord | null
  /** The bag's files that a new bag cannot work out by itself: the page as rendered, the picture of the screen. */
  extras(): Promise<ReadonlyMap<string, Buffer>>
  /** Set where the page was a file that a person imported: its bytes are imported again. */
  readonly isFile: boolean
}

/** Reads what an export of Stet says of a page; null for pages of other programs, and where it cannot be read. */
export async function readStetPage(archive: WebArchive, page: ArchivedPage): Promise<StetPage | null> {
  const { snapshotId } = page
  if (snapshotId === null) return null
  const file = async (path: string) => {
    const [record] = archive.index.where('uri = ?', stetUrn(snapshotId, path))
    return record ? (await archive.read(record)).block : null
  }
  const json = (bytes: Buffer | null): unknown => {
    try {
      return JSON.parse(bytes?.toString('utf8') ?? 'null')
    } catch {
      return null
    }
  }
  const facts = recordSchema.safeParse(json(await file('snapshot.json')))
  if (!facts.success) return null
  const kept = json(await file('warc.json')) as KeptRecords | null
  const named = kept === null ? [] : archive.index.where('id = ?', kept.page.replace(/^<|>$/g, ''))
  const answers = archive.index.where('pageId = ?', snapshotId).filter(record => ANSWERS.has(record.type))
  const address = URL.parse(facts.data.finalUrl)?.href.split('#', 1)[0] ?? facts.data.finalUrl
  const record =
    named[0] ??
    answers.find(({ uri, location }) => uri === address && location === null) ??
    answers.find(({ uri }) => uri === stetUrn(snapshotId, 'page.html')) ??
    null
  const extras = async () => {
    const found = new Map<string, Buffer>()
    for (const one of archive.index.where('uri GLOB ?', stetUrnsOf(snapshotId))) {
      const path = parseStetUrn(one.uri)?.path
      if (path && !OWN_FILES.has(path)) found.set(path, (await archive.read(one)).block)
    }
    return found
  }
  return {
    snapshotId,
    facts: facts.data,
    file,
    extras,
    record,
    isFile: FILE_KINDS.has(facts.data.import?.kind ?? ''),
  }
}
