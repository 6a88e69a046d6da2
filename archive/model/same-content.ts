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

/** A post whose frame did not come shows no words; what the other capture saw of it is not held against it. */
function withSharedWords(article: Article, other: Article): Article {
  const silent = new Set(other.posts.filter(post => post.text === null).map(post => post.key))
  if (silent.size === 0) return article
  return {
    ...article,
    posts: article.posts.map(post => (silent.has(post.key) ? { ...post, text: null } : post)),
  }
}

/**
 * Whether two captures agree in all that `content-hash/1` covers but for pictures that could not be fetched in
 * one of them: those known to both sides are compared by their bytes, the others by their address; and but for the
 * words of posts that one of them could not show.
 */
export function sameButForMissingPictures(before: ArticleWithPictures, after: ArticleWithPictures): boolean {
  const a = { ...before, article: withSharedWords(before.article, after.article) }
  const b = { ...after, article: withSharedWords(after.article, before.article) }
  const shared = (side: Pictures) =>
    Object.fromEntries(Object.entries(side).filter(([url]) => url in a.pictures && url in b.pictures))
  return contentOf(a, shared(a.pictures)) === contentOf(b, shared(b.pictures))
}

/** Whether `content-hash/1` agrees. Hashes nothing, so it runs where there is no `node:crypto`. */
export function sameContent(a: ArticleWithPictures, b: ArticleWithPictures): boolean {
  return contentOf(a, a.pictures) === contentOf(b, b.pictures)
}
