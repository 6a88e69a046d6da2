import type { Article } from './article.ts'
import { canonicalJson } from './json.ts'
import { normalisedArticle, type Pictures } from './normalised-article.ts'

/** An article with the SHA-256 of those of its pictures that were kept. */
export interface ArticleWithPictures {
  readonly article: Article
  readonly pictures: Pictures
}

function contentOf({ article }: ArticleWithPictures, known: Pictures): string {
  return canonicalJson(normalisedArticle(article, known))
}

/**
 * Whether two captures agree in all that `content-hash/1` covers but for pictures that could not be fetched in
 * one of them: those known to both sides are compared by their bytes, the others by their address.
 */
export function sameButForMissingPictures(a: ArticleWithPictures, b: ArticleWithPictures): boolean {
  const shared = (side: Pictures) =>
    Object.fromEntries(Object.entries(side).filter(([url]) => url in a.pictures && url in b.pictures))
  return contentOf(a, shared(a.pictures)) === contentOf(b, shared(b.pictures))
}

/** Whether `content-hash/1` agrees. Hashes nothing, so it runs where there is no `node:crypto`. */
export function sameContent(a: ArticleWithPictures, b: ArticleWithPictures): boolean {
  return contentOf(a, a.pictures) === contentOf(b, b.pictures)
}
