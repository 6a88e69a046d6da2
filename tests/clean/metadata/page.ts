import { JSDOM } from 'jsdom'
import type { Metadata } from '../../../archive/model/article.ts'
import { readMetadata } from '../../../archive/clean/metadata/index.ts'

export interface PageParts {
  readonly head?: string
  readonly body?: string
  readonly lang?: string
  readonly url?: string
  /** JSON-LD, as an object or as raw text. */
  readonly ld?: unknown
}

/** The metadata of a small page put together from its parts. */
export function metadataOf({
  head = '',
  body = '',
  lang,
  url = 'https://paper.example/x',
  ld,
}: PageParts): Metadata {
  const script =
    ld === undefined
      ? ''
      : `<script type="application/ld+json">${typeof ld === 'string' ? ld : JSON.stringify(ld)}</script>`
  const html = `<!DOCTYPE html><html${lang ? ` lang="${lang}"` : ''}><head>${head}${script}</head><body>${body}</body></html>`
  const dom = new JSDOM(html, { url })
  try {
    return readMetadata(dom.window.document, url)
  } finally {
    dom.window.close()
  }
}
