import type { Article } from './article.ts'
import { sha256Hex } from './hash.ts'
import { canonicalJson } from './json.ts'
import { normalisedArticle, type Pictures } from './normalised-article.ts'
import type { ContentHash } from './snapshot.ts'

export { normalisedArticle, type Pictures }

/** Did the story change? SHA-256 of the canonical JSON (RFC 8785) of the normalised article. */
export function contentHash(article: Article, pictures: Pictures = {}): ContentHash {
  return {
    algorithm: 'content-hash/1',
    value: sha256Hex(canonicalJson(normalisedArticle(article, pictures))),
  }
}
