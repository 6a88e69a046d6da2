import { JSDOM } from 'jsdom'
import { cleanDocument, prepareDocument, prepareHtml } from '../clean/index.ts'
import type { CleanPageTask, Cleaned } from '../ports/workers.ts'

/**
 * Cleans one page: source text in, article and signals out. Parsing runs no script and loads nothing. Loads
 * jsdom, so it belongs in a worker.
 */
export function cleanPage(task: CleanPageTask): Cleaned {
  const dom = new JSDOM(prepareHtml(task.html), { url: task.url, contentType: 'text/html' })
  try {
    const { document } = dom.window
    prepareDocument(document)
    return cleanDocument(document, { url: task.url, posts: [] })
  } finally {
    dom.window.close()
  }
}
