import { parseUrl } from '../../model/url.ts'

/** Every element `article.html` may hold, with the attributes it may carry. Nothing else is ever written. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = Object.freeze({
  html: ['lang', 'dir'],
  head: [],
  meta: ['charset', 'name', 'content'],
  title: [],
  style: [],
  body: [],
  main: [],
  article: [],
  header: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  p: ['class'],
  a: ['href', 'rel'],
  em: [],
  strong: [],
  code: [],
  sub: [],
  sup: [],
  del: [],
  ins: [],
  mark: [],
  br: [],
  ul: [],
  ol: [],
  li: [],
  blockquote: ['class'],
  cite: [],
  figure: [],
  figcaption: [],
  img: ['src', 'alt'],
  small: [],
  table: [],
  caption: [],
  tbody: [],
  tr: [],
  th: ['colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  pre: [],
  time: ['datetime'],
  footer: [],
})

const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** A picture out of the bag: beside the page, or by its place on this disk. Never an address on the web. */
const OWN_FILE = /^(?:file:\/\/\/[^?#]*\/)?resources\/[0-9a-f]{64}\.[a-z0-9]+$/

/** The address where it may stand in that attribute, else null. */
export function allowedUrl(address: string, attribute: 'href' | 'src'): string | null {
  if (attribute === 'src') return OWN_FILE.test(address) ? address : null
  const url = parseUrl(address)
  return url && LINK_SCHEMES.has(url.protocol) ? url.href : null
}
