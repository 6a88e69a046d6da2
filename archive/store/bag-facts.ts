import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Post } from '../model/post.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { LogFacts } from './log-line.ts'
import { errnoOf } from './io-error.ts'

/** A post as a bag holds it: made by the cleaner, kept and shown here, never judged. */
export const postSchema = z.custom<Post>(
  value => typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string',
)

// Only what the log and the catalogue speak of; a bag's files are checked as bytes, not as articles.
const articleSchema = z.object({
  kind: z.literal('post').optional().catch(undefined),
  site: z.string().nullable().catch(null),
  words: z.int().min(0).catch(0),
  posts: z.array(postSchema).catch([]),
})

/** What the log says of a snapshot's article. A bag without `data/article.json` has no words and no posts. */
export async function articleFacts(
  bagDir: string,
): Promise<{ kind?: 'post' | undefined; site: string | null; words: number; posts: readonly Post[] }> {
  try {
    return articleSchema.parse(JSON.parse(await readFile(join(bagDir, 'data', 'article.json'), 'utf8')))
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) {
      return { site: null, words: 0, posts: [] }
    }
    throw error
  }
}

/** What is added up while a bag is built or checked. */
export interface BagSums {
  readonly path: string
  readonly fixityHash: string
  /** Payload only, as Payload-Oxum. */
  readonly files: number
  readonly bytes: number
}

/** The facts of a snapshot's log line, from the bag: the same at sealing and when found again after a crash. */
export async function snapshotFacts(
  record: SnapshotRecord,
  bagDir: string,
  sums: BagSums,
): Promise<Extract<LogFacts, { type: 'snapshot' }>> {
  const { kind, site, words, posts } = await articleFacts(bagDir)
  const { snapshotId, sourceId, url, requestedUrl, finalUrl, version, capturedAt, witness, title } = record
  return {
    type: 'snapshot',
    snapshotId,
    sourceId,
    url,
    requestedUrl,
    finalUrl,
    version,
    capturedAt,
    witness,
    title,
    contentHash: record.contentHash.value,
    contentHashRule: record.contentHash.algorithm,
    site,
    words,
    posts: posts.length,
    ...(kind ? { kind } : {}),
    ...sums,
  }
}

const recordShape = z.looseObject({
  format: z.literal('stet-snapshot/1'),
  snapshotId: z.string(),
  sourceId: z.string(),
  url: z.string(),
  requestedUrl: z.string(),
  finalUrl: z.string(),
  capturedAt: z.string(),
  version: z.int().min(1),
  contentHash: z.object({ algorithm: z.literal('content-hash/1'), value: z.string() }),
  title: z.string().nullable(),
  witness: z.enum(['captured', 'imported']),
})

const recordSchema = z.custom<SnapshotRecord>(value => recordShape.safeParse(value).success)

/** `data/snapshot.json` of a bag; null where it is missing or not one. */
export async function readRecord(bagDir: string): Promise<SnapshotRecord | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(bagDir, 'data', 'snapshot.json'), 'utf8'))
    return recordSchema.safeParse(value).data ?? null
  } catch {
    return null
  }
}
