import { parseUrl } from '../model/url.ts'
import { elementsNamed } from './elements.ts'

/** Base for a page's relative addresses: `<base href>` where there is one, else the page's own address. */
export function baseUrl(document: Document, url: string): string {
  const href = elementsNamed(document, 'base')
    .find(base => base.hasAttribute('href'))
    ?.getAttribute('href')
  const base = href ? parseUrl(href, url) : null
  return base && (base.protocol === 'http:' || base.protocol === 'https:') ? base.href : url
}
