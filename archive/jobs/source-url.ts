import type { Article } from '../model/article.ts'
import { believableCanonical, canonicalUrl, isWebUrl } from '../model/url.ts'
import { ownAddressOf } from '../posts/index.ts'

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
  const post = article?.kind === 'post' ? article.posts[0]?.url : postKnownAs(finalUrl)
  if (post && isWebUrl(post)) return canonicalUrl(post)
  const claimed = article?.canonicalUrl ?? null
  if (claimed !== null && isWebUrl(claimed) && (!web || believableCanonical(claimed, finalUrl))) {
    return canonicalUrl(claimed)
  }
  return web ? canonicalUrl(finalUrl) : finalUrl
}

/** The one address of the post whose own page an address is; null for everything else. */
export function postKnownAs(url: string): string | null {
  return isWebUrl(url) ? (ownAddressOf(url)?.url ?? null) : null
}
