import { decodeHtml } from '../../archive/model/charset/decode.ts'
import { cleanPage as clean } from '../../archive/jobs/clean-page.ts'
import { articleText } from '../../archive/model/article-text.ts'
import type { Article } from '../../archive/model/article.ts'
import { underEveryName } from '../posts/names.ts'

/**
 * The body as the corpora write it: without the words under pictures, which they leave out, and of each post
 * what it says, which they count, without who said it and where.
 */
function bodyText(article: Article): string {
  const posts = article.posts
    .filter(post => post.text !== null)
    .map(post => ({ ...post, author: null, handle: null, postedAt: null, url: null }))
  const blocks = article.blocks.filter(block => block.kind !== 'figure' || block.media === 'graphic')
  return articleText({ blocks, posts })
}

/** Bytes of a page in, `article.json` out, with the body as plain text in `text` and the posts under every name they have. */
export function cleanPage(
  html: Uint8Array,
  url: string,
  contentType?: string,
): Article & { readonly text: string } {
  const { article } = clean({ kind: 'page', html: decodeHtml(html, contentType ?? null).html, url })
  return { ...article, text: bodyText(article), posts: underEveryName(article.posts) }
}
