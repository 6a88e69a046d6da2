import { JSDOM } from 'jsdom'
import { cleanDocument, cleanPostPage, prepareDocument, prepareHtml } from '../clean/index.ts'
import type { CleanPageTask, Cleaned } from '../ports/workers.ts'
import { liftPosts, readOwnPost, withFrames } from '../posts/index.ts'

/**
 * One window for all pages of this thread: making one costs as much as parsing a page. What its parser makes
 * has no window of its own (HTML Standard, section 8.5.1): no script runs, no frame or picture is opened, and
 * `noscript` is read as elements.
 */
const { DOMParser } = new JSDOM().window

/**
 * Cleans one page: source text in, article and signals out. Parsing runs no script and loads nothing. Loads
 * jsdom, so it belongs in a worker.
 */
export function cleanPage({ html, url, frames = [] }: CleanPageTask): Cleaned {
  const document = parse(html)
  const own = readOwnPost(document, url)
  if (own) return cleanPostPage(document, { url, ...own })
  const posts = liftPosts(document, url)
  return cleanDocument(document, { url, posts: withFrames(posts, frames, parse) })
}

function parse(html: string): Document {
  const document = new DOMParser().parseFromString(prepareHtml(html), 'text/html')
  prepareDocument(document)
  return document
}
