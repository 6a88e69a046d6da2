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
  img: ['src', 'alt', 'loading', 'referrerpolicy'],
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
const PICTURE_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:'])

/** The address where it may stand in that attribute, else null. */
export function allowedUrl(address: string, attribute: 'href' | 'src'): string | null {
  const url = parseUrl(address)
  const schemes = attribute === 'src' ? PICTURE_SCHEMES : LINK_SCHEMES
  return url && schemes.has(url.protocol) ? url.href : null
}
