import { JSDOM, VirtualConsole } from 'jsdom'
import { cleanDocument, prepareDocument, prepareHtml } from '../../archive/clean/index.ts'
import type { Article, Block } from '../../archive/model/article.ts'
import type { Post } from '../../archive/model/post.ts'
import type { Cleaned } from '../../archive/ports/workers.ts'

export const PAGE_URL = 'https://paper.example/2026/bridge.html'

/** Three paragraphs long enough for any extractor to see a story in. */
export const STORY = [
  'The old bridge over the Wend will close on Monday, the town council said, after engineers found cracks in two of its five piers, which were built in 1931.',
  'Traffic will be led over the northern ring road for at least eight months, and the buses of lines 4 and 9 will turn at the market, the council added in a letter to residents.',
  'Repairs are expected to cost eleven million crowns, of which the region pays half, while shopkeepers on the east bank asked for help with the trade they expect to lose.',
]

export function paragraphs(lines: readonly string[] = STORY): string {
  return lines.map(text => `<p>${text}</p>`).join('\n')
}

/** A page of ours with a story in it: `body` goes inside `<article>`, after the headline. */
export function page(
  body: string,
  options: { head?: string; lang?: string; outside?: string; title?: string } = {},
): string {
  const title = options.title ?? 'Old bridge closes on Monday'
  return `<!doctype html><html lang="${options.lang ?? 'en'}"><head><title>${title}</title>${options.head ?? ''}</head>
<body><main><article><h1>${title}</h1>${body}</article></main>${options.outside ?? ''}</body></html>`
}

export function clean(html: string, url: string = PAGE_URL, posts: readonly Post[] = []): Cleaned {
  const dom = new JSDOM(prepareHtml(html), { url, virtualConsole: new VirtualConsole() })
  try {
    prepareDocument(dom.window.document)
    return cleanDocument(dom.window.document, { url, posts })
  } finally {
    dom.window.close()
  }
}

export function articleOf(html: string, posts: readonly Post[] = []): Article {
  return clean(html, PAGE_URL, posts).article
}

export function blocksOf<K extends Block['kind']>(article: Article, kind: K): Extract<Block, { kind: K }>[] {
  return article.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)
}

export function texts(article: Article): string[] {
  return blocksOf(article, 'paragraph').map(block => block.text)
}
