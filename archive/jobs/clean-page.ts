import { JSDOM, VirtualConsole } from 'jsdom'
import { cleanDocument, prepareDocument, prepareHtml } from '../clean/index.ts'
import type { CleanPageTask, Cleaned } from '../ports/workers.ts'
import { liftPosts } from '../posts/index.ts'

/**
 * Cleans one page: source text in, article and signals out. Parsing runs no script and loads nothing. Loads
 * jsdom, so it belongs in a worker.
 */
export function cleanPage(task: CleanPageTask): Cleaned {
  // An unconnected console: what jsdom thinks of a page's style sheets is nobody's concern.
  const virtualConsole = new VirtualConsole()
  const dom = new JSDOM(prepareHtml(task.html), { url: task.url, contentType: 'text/html', virtualConsole })
  try {
    const { document } = dom.window
    prepareDocument(document)
    const posts = liftPosts(document, task.url)
    return cleanDocument(document, { url: task.url, posts })
  } finally {
    dom.window.close()
  }
}
