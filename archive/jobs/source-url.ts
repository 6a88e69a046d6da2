import type { Article } from '../model/article.ts'
import { believableCanonical, canonicalUrl, isWebUrl } from '../model/url.ts'

/**
 * The canonical URL of the source a page belongs to: the one the page claims where that is believable, else the
 * address that answered. A file that has no address keeps its `file:` name, unless its own words give one.
 */
export function sourceUrlOf(finalUrl: string, article: Pick<Article, 'canonicalUrl'> | null): string {
  const claimed = article?.canonicalUrl ?? null
  const web = isWebUrl(finalUrl)
  if (claimed !== null && isWebUrl(claimed) && (!web || believableCanonical(claimed, finalUrl))) {
    return canonicalUrl(claimed)
  }
  return web ? canonicalUrl(finalUrl) : finalUrl
}
