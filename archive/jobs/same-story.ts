import type { Article } from '../model/article.ts'
import { contentHash, type Pictures } from '../model/content-hash.ts'

function only(pictures: Pictures, urls: ReadonlySet<string>): Pictures {
  return Object.fromEntries(Object.entries(pictures).filter(([url]) => urls.has(url)))
}

/**
 * Whether two captures differ only because a picture could not be fetched in one of them. Pictures known to
 * both sides are compared by their bytes, the others by their address.
 */
export function sameButForMissingPictures(
  before: { readonly article: Article; readonly pictures: Pictures },
  after: { readonly article: Article; readonly pictures: Pictures },
): boolean {
  const known = new Set(Object.keys(before.pictures).filter(url => url in after.pictures))
  return (
    contentHash(before.article, only(before.pictures, known)).value ===
    contentHash(after.article, only(after.pictures, known)).value
  )
}
