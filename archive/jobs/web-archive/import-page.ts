import { decodeHtml, headerOf, judge, judgeAnswer, PAGE_PATH } from '../../capture/index.ts'
import { StetError } from '../../errors.ts'
import {
  type ArchivedPage,
  asBrowsersWrite,
  type IndexedRecord,
  KEPT_RECORDS_PATH,
  MAX_BLOCK_BYTES,
  type KeptRecords,
  parseRecordHead,
  type WebArchive,
} from '../../exchange/index.ts'
import type { CaptureResult } from '../../model/capture-result.ts'
import type { Article } from '../../model/article.ts'
import type { BodyRef, CapturedResources, ImportedPage } from '../../model/captured.ts'
import { prettyJson } from '../../model/json.ts'
import type { Redirect, Warning, WebArchiveFacts } from '../../model/snapshot.ts'
import { type ImportDeps, importFile } from '../import-file.ts'
import { keepStory } from '../keep.ts'
import { askedPost, goneInAnswer, judgePost, ofPost } from '../own-post.ts'
import { recordArchivedAttempt } from './attempt.ts'
import { articleOf, carriedBy, NOTHING_CARRIED } from './carried.ts'
import { followed, gather } from './gather.ts'
import { harOfRecords, relocatedHar } from './har-of-records.ts'
import { readStetPage, type StetPage } from './stet-page.ts'
import { RecordKeeper, type StoredAnswer } from './store-records.ts'

export interface ArchiveDeps extends ImportDeps {
  /** Reads an article that somebody else stored; null for what is none. */
  readonly parseArticle: (value: unknown) => Article | null
}

interface PageToImport {
  readonly archive: WebArchive
  readonly page: ArchivedPage
  /** As results name it. */
  readonly input: string
}

function missing({ page, archive }: PageToImport, what: string): StetError {
  const message = `${page.url} cannot be imported from ${archive.fileName}: ${what}. Nothing of this page was kept.`
  return new StetError('bad-input', message, { url: page.url, fileName: archive.fileName })
}

function factsOf({ archive, page }: PageToImport, record: IndexedRecord): WebArchiveFacts {
  const { fileName, sha256, signature } = archive
  return { fileName, sha256, recordId: record.id, pageId: page.snapshotId ?? page.pageId, signature }
}

const ORIGINALS = ['original.mhtml', 'original.txt', 'original.md'] as const

/** A page that was a file when Stet imported it is that file again: bytes, name and time. */
async function importOriginal(asked: PageToImport, own: StetPage, deps: ImportDeps): Promise<CaptureResult> {
  const { finalUrl, capturedAt, import: was } = own.facts
  let bytes: Buffer | null = null
  for (const path of ORIGINALS) bytes ??= await own.file(path)
  if (bytes === null && own.record) bytes = parseRecordHead(await asked.archive.read(own.record)).body
  if (bytes === null || !was) throw missing(asked, 'the file it was made from is not in there')
  const record = own.record ?? asked.page.record!
  const file = {
    input: asked.input,
    fileName: was.fileName,
    modifiedAt: was.fileModifiedAt,
    bytes,
    webArchive: factsOf(asked, record),
  }
  return importFile(file, { ...(/^https?:/.test(finalUrl) ? { url: finalUrl } : {}), capturedAt }, deps)
}

function redirectsOf(chain: readonly IndexedRecord[]): readonly Redirect[] {
  return chain.slice(0, -1).map((record, i) => ({
    from: record.uri,
    to: chain[i + 1]!.uri,
    status: record.status ?? 0,
    via: 'http' as const,
  }))
}

interface Placed {
  readonly chain: readonly IndexedRecord[]
  readonly answer: StoredAnswer
  readonly bytes: Buffer
  readonly own: StetPage | null
  readonly capturedAt: string
}

function importedPage(
  { archive, page }: PageToImport,
  { chain, answer, bytes, own, capturedAt }: Placed,
): ImportedPage {
  const { record, headers, mime } = answer
  const decoded = decodeHtml(bytes, answer.contentType)
  return {
    requestedUrl: own?.facts.requestedUrl ?? chain[0]!.uri,
    finalUrl: own?.facts.finalUrl ?? record.uri,
    redirects: redirectsOf(chain),
    capturedAt,
    bytes,
    html: decoded.html,
    mime,
    headers,
    http:
      answer.status === null
        ? null
        : {
            status: answer.status,
            statusText: answer.statusText,
            mime,
            charset: decoded.charset,
            charsetFrom: decoded.charsetFrom,
            httpVersion: answer.httpVersion,
            remoteAddress: answer.remoteAddress,
            tls: null,
            lastModified: headerOf(headers, 'last-modified'),
            etag: headerOf(headers, 'etag'),
          },
    import: {
      fileName: archive.fileName,
      kind: archive.kind,
      sha256: archive.sha256,
      bytes: archive.bytes,
      fileModifiedAt: archive.modifiedAt,
      savedAt: capturedAt,
      savedBy: archive.software,
      webArchive: factsOf({ archive, page, input: '' }, record),
    },
  }
}

/** What was kept besides the page, by every address that led to it. */
function resourcesOf(answers: readonly StoredAnswer[], page: IndexedRecord): CapturedResources {
  const bodies = new Map<string, BodyRef & { mime: string | null }>()
  const byUri = new Map(answers.map(answer => [answer.record.uri, answer]))
  let failed = 0
  for (const { record } of answers) {
    let last = byUri.get(record.uri)!
    for (let hops = 0; hops < 20 && last.record.location !== null; hops++) {
      const next = byUri.get(last.record.location.split('#', 1)[0]!)
      if (!next) break
      last = next
    }
    const fine = last.cut === null && (last.status === null || (last.status >= 200 && last.status < 300))
    if (fine && last.body && last.record.n !== page.n)
      bodies.set(record.uri, { ...last.body, mime: last.mime })
    else if (last.record.n !== page.n) failed++
  }
  const counts = { wanted: bodies.size + failed, kept: bodies.size, failed, skipped: 0 }
  for (const [uri, body] of bodies) bodies.set(asBrowsersWrite(uri), body)
  return { bodies, counts, warnings: [] }
}

function warningsOf({ signature }: WebArchive, answers: readonly StoredAnswer[]): Warning[] {
  const warnings: Warning[] = []
  if (signature?.state === 'wrong' || signature?.state === 'unproven') {
    warnings.push({ code: `signature-${signature.state}`, message: signature.note })
  }
  for (const { record } of answers) {
    if (record.blockBytes > MAX_BLOCK_BYTES) {
      const message = `${record.uri} is larger than ${MAX_BLOCK_BYTES / 1024 / 1024} MB; its body was left out.`
      warnings.push({ code: 'record-too-large', message })
    }
    if (record.problems === null) continue
    const code = record.problems.includes('WARC-Payload-Digest') ? 'digest-mismatch' : 'record-damaged'
    warnings.push({ code, message: `${record.uri}: ${record.problems}. It was kept as it is.` })
  }
  const bare = answers.filter(
    ({ record, body, status }) => record.type === 'revisit' && body === null && status !== 304,
  )
  if (bare.length > 0) {
    const message = `${bare.length} records stand for bodies that are in another file; those are missing.`
    warnings.push({ code: 'bodies-elsewhere', message })
  }
  return warnings
}

/** Its records are kept as they came: whoever made them decided what is in them. */
function secretsOf(records: number): readonly Warning[] {
  if (records === 0) return []
  const message = `${records} ${records === 1 ? 'record of this page holds' : 'records of this page hold'} cookies or credentials of whoever captured it. They are kept as they came; an export leaves out the headers that hold them.`
  return [{ code: 'secrets-inside', message }]
}

/**
 * One page out of a web archive: its records, its bodies, the article, kept as any import is. Ends in a snapshot, a
 * check or an attempt. Throws `bad-input` where the archive does not hold the page.
 */
export async function importArchivedPage(asked: PageToImport, deps: ArchiveDeps): Promise<CaptureResult> {
  const { archive, page, input } = asked
  deps.meter.step('page')
  const own = await readStetPage(archive, page)
  if (own?.isFile) return importOriginal(asked, own, deps)
  const first = page.snapshotId === null ? page.record : (own?.record ?? null)
  if (first === null) throw missing(asked, 'it is listed there, but no record holds it')
  const start = own ? (archive.find(own.facts.requestedUrl, first.at) ?? first) : first
  const toPage = followed(archive, start)
  const chain = toPage.some(record => record.n === first.n) || !own ? toPage : [first]
  const last = chain.at(-1)!
  if (last.type === 'revisit' && archive.originalOf(last) === null) {
    throw missing(asked, 'its record only stands for an earlier one, which is not in this file')
  }
  const gathered = await gather(archive, page, chain)
  const capturedAt =
    own?.facts.capturedAt ?? (last.at === null ? deps.clock.now() : new Date(last.at).toISOString())
  const stage = await deps.store.stage()
  try {
    deps.meter.step('resources')
    const { answers, kept, pageBytes, withSecrets } = await new RecordKeeper(archive, last, stage.sink).store(
      gathered.records,
    )
    const answer = answers.find(({ record }) => record.n === last.n)!
    const imported = importedPage(asked, { chain, answer, bytes: pageBytes, own, capturedAt })
    const refused = own ? null : judgeAnswer(imported)
    const post = own ? null : await askedPost([imported.finalUrl, imported.requestedUrl], deps.store)
    if (refused?.outcome === 'attempt') {
      const about = ofPost(post, post && goneInAnswer(imported))
      return await recordArchivedAttempt(input, imported, refused, deps, about)
    }
    deps.meter.step('cleaning')
    const url = imported.finalUrl.split('#', 1)[0]!
    const cleaned = await deps.workers.clean({ kind: 'page', html: imported.html, url }, deps.signal)
    const ofItsPost = own ? null : judgePost(post, url, cleaned)
    const judgement = own
      ? null
      : (ofItsPost?.judgement ?? judge({ page: imported, ...cleaned, hadGoodVersion: null }))
    if (judgement?.outcome === 'attempt' && judgement.reason !== 'empty') {
      const about = ofPost(post, ofItsPost?.told ?? null)
      return await recordArchivedAttempt(input, imported, judgement, deps, about)
    }
    // Somebody meant to keep this page: that it says little is no reason to refuse it.
    const few =
      judgement?.outcome === 'attempt'
        ? [
            {
              code: 'few-words',
              message: `The page says little (${judgement.evidence}). Look whether it is whole.`,
            },
          ]
        : []

    deps.meter.step('keeping')
    const records: KeptRecords = { format: 'stet-warc-records/1', page: last.id, records: kept }
    const { name, version } = deps.software
    const carried = own ? await carriedBy(own, stage.sink) : NOTHING_CARRIED
    const parts = resourcesOf(answers, last)
    const resources = { ...parts, bodies: new Map([...parts.bodies, ...carried.bodies]) }
    const { article, warnings } = own
      ? await articleOf(cleaned.article, own, resources.bodies, deps.parseArticle)
      : { article: cleaned.article, warnings: [] }
    const title = article.title ?? ''
    const formerHar = (await own?.file('network.har'))?.toString('utf8')
    const stored = [...answers.flatMap(({ body }) => (body ? [body] : [])), ...carried.bodies.values()]
    const har =
      (formerHar === undefined ? null : relocatedHar(formerHar, stored)) ??
      harOfRecords({ answers, pageUrl: last.uri, startedAt: capturedAt, title, creator: { name, version } })
    const files = {
      ...carried.files,
      [PAGE_PATH]: pageBytes,
      [KEPT_RECORDS_PATH]: Buffer.from(prettyJson(records)),
    }
    const story = {
      input,
      page: imported,
      article,
      resources,
      har,
      files,
      engine: { name: 'import', version },
      clock: 'file',
      import: imported.import,
      options: {},
      warnings: [
        ...warningsOf(archive, answers),
        ...secretsOf(withSecrets),
        ...warnings,
        ...few,
        ...(judgement?.warnings ?? []),
      ],
      keep: false,
    } as const
    return await keepStory(story, stage, deps)
  } finally {
    await stage.discard()
  }
}
