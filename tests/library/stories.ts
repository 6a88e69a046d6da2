import { libraryQuerySchema } from '../../archive/contract/library.ts'
import { articleText } from '../../archive/model/article-text.ts'
import type { Article } from '../../archive/model/article.ts'
import { contentHash } from '../../archive/model/content-hash.ts'
import { newSnapshotId, sourceIdOf } from '../../archive/model/ids.ts'
import type { SealedSnapshot, Store } from '../../archive/store/index.ts'
import { onTestFinished } from 'vitest'
import { anArticle, paragraph } from '../compare/an-article.ts'
import { folder } from '../store/helpers.ts'

export const STORY = 'https://quay.example/bridge'
export const QUERY = libraryQuerySchema.parse({})

export interface Told {
  readonly url?: string
  readonly version?: number
  readonly at?: string
  readonly article?: Partial<Article>
  readonly files?: Readonly<Record<string, string>>
  readonly pictures?: Readonly<Record<string, string>>
}

/** A folder that goes away with the test, in memory where the system has that: these tests write much. */
export async function quickDir(): Promise<string> {
  const at = await folder()
  onTestFinished(() => at[Symbol.asyncDispose]())
  return at.path
}

/** Keeps an article as a capture would. */
export async function tell(store: Store, told: Told = {}): Promise<SealedSnapshot> {
  const { url = STORY, version = 1, at: capturedAt = '2026-03-02T09:00:00.000Z', pictures = {} } = told
  const article = anArticle(told.article)
  const stage = await store.stage()
  const kept: Record<string, string> = {}
  for (const [address, body] of Object.entries(pictures)) {
    const ref = await stage.sink.put(Buffer.from(body), { mime: 'image/svg+xml', url: address })
    kept[address] = ref.sha256
  }
  await stage.write('data/page.html', '<!doctype html><p>The page</p>')
  for (const [path, content] of Object.entries(told.files ?? {})) await stage.write(path, content)
  await stage.write('data/article.json', JSON.stringify(article))
  await stage.write('data/article.txt', articleText(article))
  return stage.seal({
    format: 'stet-snapshot/1',
    snapshotId: newSnapshotId(),
    sourceId: sourceIdOf(url),
    url,
    requestedUrl: url,
    finalUrl: url,
    redirects: [],
    capturedAt,
    endedAt: capturedAt,
    clock: 'system',
    witness: 'captured',
    engine: { name: 'http', version: '1' },
    software: { name: 'stet', version: '0.0.0-test', runtime: 'node' },
    options: {},
    version,
    contentHash: contentHash(article, kept),
    pictures: kept,
    title: article.title,
    http: null,
    import: null,
    resources: { wanted: 0, kept: 0, failed: 0, skipped: 0 },
    warnings: [],
  })
}

export async function failedAt(store: Store, at: string, url = STORY): Promise<void> {
  await store.recordAttempt({
    sourceId: sourceIdOf(url),
    url,
    requestedUrl: url,
    finalUrl: url,
    capturedAt: at,
    reason: 'http-404',
    evidence: ['The server answered 404.'],
    status: 404,
    warnings: [],
  })
}

export async function checkedAt(store: Store, at: string, snapshotId: string, url = STORY): Promise<void> {
  const row = await store.snapshot(snapshotId)
  await store.recordCheck({
    sourceId: sourceIdOf(url),
    url,
    requestedUrl: url,
    finalUrl: url,
    capturedAt: at,
    snapshotId,
    contentHash: row!.contentHash,
    status: 200,
    warnings: [],
  })
}

/** The bridge story with another sentence in it. */
export const withWords = (...sentences: string[]): Partial<Article> => ({
  blocks: ['The council met on Monday.', ...sentences].map(text => paragraph(text)),
})
