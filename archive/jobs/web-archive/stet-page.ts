import { z } from 'zod'
import {
  type ArchivedPage,
  type IndexedRecord,
  type KeptRecords,
  stetUrn,
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
  capturedAt: z.iso.datetime(),
  import: z
    .looseObject({ fileName: z.string(), kind: z.string(), fileModifiedAt: z.iso.datetime().nullable() })
    .nullable(),
})

/** A page that a Stet exported, with what it said of it. */
export interface StetPage {
  readonly snapshotId: string
  readonly facts: z.infer<typeof recordSchema>
  /** `snapshot.json`, `network.har` and the others, byte for byte; null where the export has none of that name. */
  file(path: string): Promise<Buffer | null>
  /** The record that holds the page. */
  readonly record: IndexedRecord | null
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
  return {
    snapshotId,
    facts: facts.data,
    file,
    record,
    isFile: FILE_KINDS.has(facts.data.import?.kind ?? ''),
  }
}
