import type { Article } from '../model/article.ts'
import { believableCanonical, canonicalUrl, isWebUrl } from '../model/url.ts'
import { ownAddressOf } from '../posts/index.ts'
import type { SourceRow, Store } from '../store/index.ts'

/**
 * The canonical URL of the source a page belongs to: the one the page claims where that is believable, else the
 * address that answered. A post is known by its platform's one address for it, however it was asked for. A file that
 * has no address keeps its `file:` name, unless its own words give one.
 */
export function sourceUrlOf(
  finalUrl: string,
  article: Pick<Article, 'canonicalUrl' | 'kind' | 'posts'> | null,
): string {
  const web = isWebUrl(finalUrl)
  const post = article?.kind === 'post' ? article.posts[0]?.url : web ? ownAddressOf(finalUrl)?.url : null
  if (post && isWebUrl(post)) return canonicalUrl(post)
  const claimed = article?.canonicalUrl ?? null
  if (claimed !== null && isWebUrl(claimed) && (!web || believableCanonical(claimed, finalUrl))) {
    return canonicalUrl(claimed)
  }
  return web ? canonicalUrl(finalUrl) : finalUrl
}

/** The source an address is known by or once led to; a post's by any address that its platform has for it. */
export async function sourceKnownBy(
  url: string,
  store: Pick<Store, 'sourceForUrl'>,
): Promise<SourceRow | null> {
  const post = isWebUrl(url) ? (ownAddressOf(url)?.url ?? null) : null
  return (post === null ? null : await store.sourceForUrl(post)) ?? store.sourceForUrl(url)
}
