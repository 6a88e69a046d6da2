import { extname } from 'node:path'
import type { Article } from '../../model/article.ts'
import type { BodyRef } from '../../model/captured.ts'
import { contentHash } from '../../model/content-hash.ts'
import type { Warning } from '../../model/snapshot.ts'
import type { BodySink } from '../../ports/body-sink.ts'
import type { StetPage } from './stet-page.ts'

/** What an export of Stet carries along besides the records of the page. */
export interface Carried {
  /** For the bag, by path. */
  readonly files: Readonly<Record<string, Uint8Array>>
  /** Bodies that were never asked for by an address of their own, by `urn:sha256:…`. */
  readonly bodies: ReadonlyMap<string, BodyRef & { readonly mime: string | null }>
}

export const NOTHING_CARRIED: Carried = { files: {}, bodies: new Map() }

export async function carriedBy(own: StetPage, sink: BodySink): Promise<Carried> {
  const files: Record<string, Uint8Array> = {}
  const bodies = new Map<string, BodyRef & { mime: string | null }>()
  for (const [path, bytes] of await own.extras()) {
    if (path.startsWith('resources/')) {
      // Its extension says what it is; an address to that effect stores it under the same one.
      const body = await sink.put(bytes, { mime: null, url: `http://bag.invalid/body${extname(path)}` })
      bodies.set(`urn:sha256:${body.sha256}`, { ...body, mime: null })
    } else files[`data/${path}`] = bytes
  }
  const former = await own.file('snapshot.json')
  if (former) files['data/former-snapshot.json'] = former
  return { files, bodies }
}

type Bodies = ReadonlyMap<string, BodyRef>

function hashOf(article: Article, bodies: Bodies): string {
  const pictures: Record<string, string> = {}
  for (const block of article.blocks) {
    if (block.kind !== 'figure' || block.src === null) continue
    const body = bodies.get(block.src) ?? bodies.get(block.src.split('#', 1)[0]!)
    if (body) pictures[block.src] = body.sha256
  }
  return contentHash(article, pictures).value
}

const CARRIED: Warning = {
  code: 'article-carried',
  message:
    'The article is the one that came with the export. This Stet, reading the stored page alone, would have made another one of it.',
}

/** What frames showed of the posts is not in the page that is cleaned anew: it comes from the article that had it. */
function withCarriedPosts(cleaned: Article, carried: Article | null): Article {
  const known = new Map(carried?.posts.map(post => [post.key, post]))
  const posts = cleaned.posts.map(post => ({ ...(known.get(post.key) ?? post), blockIndex: post.blockIndex }))
  return { ...cleaned, posts }
}

/**
 * The article of a page that Stet exported. As this Stet reads the stored page; where that is another one (an older
 * Stet cleaned it, or a browser saw more than the server sent), the one that was exported, as long as it has the
 * content hash that was claimed for it.
 */
export async function articleOf(
  cleaned: Article,
  own: StetPage,
  bodies: Bodies,
  parseArticle: (value: unknown) => Article | null,
): Promise<{ readonly article: Article; readonly warnings: readonly Warning[] }> {
  const claimed = own.facts.contentHash.value
  let carried: Article | null = null
  try {
    carried = parseArticle(JSON.parse((await own.file('article.json'))?.toString('utf8') ?? 'null'))
  } catch {
    // Not JSON: then there is nothing to fall back on.
  }
  if (hashOf(cleaned, bodies) === claimed)
    return { article: withCarriedPosts(cleaned, carried), warnings: [] }
  if (carried === null || hashOf(carried, bodies) !== claimed) return { article: cleaned, warnings: [] }
  return { article: carried, warnings: [CARRIED] }
}
