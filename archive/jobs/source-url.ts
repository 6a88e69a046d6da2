import type { Article } from '../model/article.ts'
import type { CapturedPage } from '../model/captured.ts'
import { fileUrlOf } from '../model/ids.ts'
import { believableCanonical, canonicalUrl, parseUrl } from '../model/url.ts'

/**
 * The canonical URL of the source a page belongs to: the one the page claims where that is believable,
 * else the address that answered. A file without any address is known by its own bytes.
 */
export function sourceUrlOf(
  page: Pick<CapturedPage, 'finalUrl'>,
  article: Pick<Article, 'canonicalUrl'> | null,
  fileSha256: string | null,
): string {
  const claimed = article?.canonicalUrl ?? null
  if (parseUrl(page.finalUrl) === null) {
    if (claimed !== null && parseUrl(claimed) !== null) return canonicalUrl(claimed)
    return fileSha256 === null ? page.finalUrl : fileUrlOf(fileSha256)
  }
  if (claimed !== null && believableCanonical(claimed, page.finalUrl)) return canonicalUrl(claimed)
  return canonicalUrl(page.finalUrl)
}
