import { join } from 'node:path'
import { articleHtml } from '../clean/index.ts'
import type { Article } from '../model/article.ts'
import { articleText } from '../model/article-text.ts'
import type { CapturedPage, CapturedResources } from '../model/captured.ts'
import { contentHash, type Pictures } from '../model/content-hash.ts'
import { newSnapshotId, sourceIdOf } from '../model/ids.ts'
import { sameButForMissingPictures } from '../model/same-content.ts'
import { canonicalUrl, isWebUrl } from '../model/url.ts'
import { ownAddressOf } from '../posts/index.ts'
import { prettyJson } from '../model/json.ts'
import type { ContentHash, ImportFacts, Redaction, SnapshotRecord, Warning } from '../model/snapshot.ts'
import type { Clock } from '../ports/clock.ts'
import type { Stage, Store, VersionRow } from '../store/index.ts'
import { liftDataPictures } from './data-pictures.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import { stateNotes } from './post-notes.ts'
import { withMediaFiles } from './posts-seen.ts'
import type { CaptureResult } from '../model/capture-result.ts'
import { readArticle, readRecord } from './read-snapshot.ts'
import { sourceUrlOf } from './source-url.ts'
import { redactionsIn, storyWithoutSecrets } from './without-secrets.ts'

/** A page that was judged to be the story, with everything about how it came. */
export interface Story {
  readonly input: string
  readonly page: CapturedPage
  readonly article: Article
  readonly resources: CapturedResources
  readonly har: unknown
  /** Files of the bag that only this kind of capture has, by path: an imported file's own bytes. */
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly engine: SnapshotRecord['engine']
  readonly clock: SnapshotRecord['clock']
  readonly import: ImportFacts | null
  /** Of the browser engine only. */
  readonly view?: SnapshotRecord['view'] | null
  /** Whether the page was shown with a person's sign-in. */
  readonly signedIn?: boolean
  /** What the engine left out of the files. */
  readonly redactions?: readonly Redaction[]
  readonly options: SnapshotRecord['options']
  readonly warnings: readonly Warning[]
  /** Keep a snapshot even when the story is unchanged. */
  readonly keep: boolean
}

export interface KeepDeps {
  readonly store: Store
  readonly clock: Clock
  readonly sources: OneAtATime
  readonly software: SnapshotRecord['software']
}

interface Weighed extends Story {
  readonly url: string
  readonly sourceId: string
  readonly pictures: Pictures
  /** Where each picture lies, relative to `data/`. */
  readonly pictureFiles: ReadonlyMap<string, string>
  readonly hash: ContentHash
}

/**
 * Decides whether a story is new to its source and keeps it: a snapshot where the content differs from the
 * last version (or `keep` asks for one), else a check in the log. Consumes the stage either way.
 */
export async function keepStory(story: Story, stage: Stage, deps: KeepDeps): Promise<CaptureResult> {
  const weighed = await weigh(storyWithoutSecrets(story), stage, deps)
  return deps.sources.run(weighed.sourceId, async () => {
    const latest = await deps.store.latest(weighed.sourceId)
    const last = (latest && (await heldAlready(weighed, deps.store))) ?? latest
    const unchanged = last !== null && (await isUnchanged(weighed, last, deps.store))
    if (unchanged && !weighed.keep) return recordCheck(weighed, last, stage, deps)
    const version = unchanged ? last.version : await deps.store.nextVersion(weighed.sourceId)
    return seal(weighed, version, stage, deps)
  })
}

async function weigh(story: Story, stage: Stage, { store }: KeepDeps): Promise<Weighed> {
  const { article: lifted, bodies } = await liftDataPictures(story.article, stage.sink)
  const article = withMediaFiles(lifted, story.resources.bodies)
  const pictures: Record<string, string> = {}
  const pictureFiles = new Map<string, string>()
  for (const block of article.blocks) {
    if (block.kind !== 'figure' || block.src === null) continue
    const body = bodies.get(block.src) ?? story.resources.bodies.get(block.src.split('#', 1)[0]!)
    if (!body) continue
    pictures[block.src] = body.sha256
    pictureFiles.set(block.src, body.path.slice('data/'.length))
  }
  for (const { url, file } of article.posts.flatMap(post => post.media)) {
    if (file !== undefined) pictureFiles.set(url, file.slice('data/'.length))
  }
  const url = sourceUrlOf(story.page.finalUrl, article)
  const sourceId = await followedSource(store, story.page, url)
  return { ...story, article, pictures, pictureFiles, url, sourceId, hash: contentHash(article, pictures) }
}

/**
 * A story whose address moved stays with the source the person follows: when a source's own URL leads to an
 * address nobody follows yet, it is the same source. An address that is a mere alias (`/latest`) is not.
 */
async function followedSource(store: Store, page: CapturedPage, url: string): Promise<string> {
  const own = sourceIdOf(url)
  // A post that was followed before its platform's addresses were known to be one stays with its source.
  const plain = isWebUrl(page.finalUrl) ? sourceIdOf(canonicalUrl(page.finalUrl)) : own
  if (plain !== own && ownAddressOf(page.finalUrl) && (await store.source(own)) === null) {
    if ((await store.source(plain)) !== null) return plain
  }
  if (page.redirects.length === 0 || (await store.source(own)) !== null) return own
  const asked = sourceIdOf(sourceUrlOf(page.requestedUrl, null))
  return (await store.source(asked)) === null ? own : asked
}

/** What is imported may be here since long, below versions that came later: the same story of the same moment. */
async function heldAlready(story: Weighed, store: Store): Promise<VersionRow | null> {
  if (story.import === null) return null
  const { versions } = await store.versions(story.sourceId)
  const isSame = (row: VersionRow) =>
    row.capturedAt === story.page.capturedAt && row.contentHash === story.hash.value
  return versions.findLast(isSame) ?? null
}

async function isUnchanged(story: Weighed, last: VersionRow, store: Store): Promise<boolean> {
  if (story.hash.value === last.contentHash) return true
  const before = await store.readSnapshot(last.snapshotId)
  const [article, record] = await Promise.all([readArticle(before), readRecord(before)])
  return sameButForMissingPictures({ article, pictures: record.pictures }, story)
}

async function recordCheck(
  story: Weighed,
  last: VersionRow,
  stage: Stage,
  { store }: KeepDeps,
): Promise<CaptureResult> {
  await stage.discard()
  const { page, warnings } = story
  const exact = story.hash.value === last.contentHash
  const noted = exact ? warnings : [...warnings, MISSING_PICTURES]
  await store.recordCheck({
    sourceId: story.sourceId,
    url: story.url,
    requestedUrl: page.requestedUrl,
    finalUrl: page.finalUrl,
    capturedAt: page.capturedAt,
    snapshotId: last.snapshotId,
    contentHash: last.contentHash,
    status: page.http?.status ?? null,
    warnings: noted,
    posts: await stateNotes(story.article, story.sourceId, store),
  })
  return {
    ...resultOf(story, last.version),
    outcome: 'check',
    snapshotId: last.snapshotId,
    contentHash: last.contentHash,
    fixityHash: last.fixityHash,
    path: join(store.dir, last.path),
    bytesNew: 0,
    bytesLinked: 0,
    warnings: noted,
  }
}

const MISSING_PICTURES: Warning = {
  code: 'pictures-missing',
  message:
    'The words are unchanged, but not every picture or embedded post could be had both times, so those were not compared.',
}

async function seal(story: Weighed, version: number, stage: Stage, deps: KeepDeps): Promise<CaptureResult> {
  const { store, clock, software } = deps
  const { page, article } = story
  const redactions = redactionsIn(story)
  const record: SnapshotRecord = {
    format: 'stet-snapshot/1',
    snapshotId: newSnapshotId(),
    sourceId: story.sourceId,
    url: story.url,
    requestedUrl: page.requestedUrl,
    finalUrl: page.finalUrl,
    redirects: page.redirects,
    capturedAt: page.capturedAt,
    endedAt: clock.now(),
    clock: story.clock,
    witness: story.import ? 'imported' : 'captured',
    engine: story.engine,
    software,
    options: story.options,
    version,
    contentHash: story.hash,
    pictures: story.pictures,
    title: article.title,
    http: page.http,
    import: story.import,
    ...(story.view ? { view: story.view } : {}),
    ...(story.signedIn ? { profile: true } : {}),
    ...(redactions.length > 0 ? { redactions } : {}),
    resources: story.resources.counts,
    warnings: story.warnings,
  }
  for (const [path, bytes] of Object.entries(story.files)) await stage.write(path, bytes)
  await stage.write('data/network.har', prettyJson(story.har))
  await stage.write('data/article.json', prettyJson(article))
  await stage.write(
    'data/article.html',
    articleHtml(article, src => story.pictureFiles.get(src) ?? null),
  )
  await stage.write('data/article.txt', articleText(article) + '\n')
  await stage.write('data/posts.json', prettyJson({ posts: article.posts }))
  const sealed = await stage.seal(record)
  return {
    ...resultOf(story, version),
    outcome: 'snapshot',
    snapshotId: sealed.snapshotId,
    fixityHash: sealed.fixityHash,
    path: join(store.dir, sealed.path),
    bytesNew: sealed.bytesNew,
    bytesLinked: sealed.bytesLinked,
  }
}

function resultOf(
  story: Weighed,
  version: number,
): Omit<CaptureResult, 'outcome' | 'snapshotId' | 'fixityHash' | 'path' | 'bytesNew' | 'bytesLinked'> {
  return {
    input: story.input,
    reason: null,
    sourceId: story.sourceId,
    version,
    url: story.url,
    title: story.article.title,
    capturedAt: story.page.capturedAt,
    contentHash: story.hash.value,
    words: story.article.words,
    posts: story.article.posts.length,
    resources: story.resources.counts,
    warnings: story.warnings,
  }
}
