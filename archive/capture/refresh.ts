import { scanMarkup } from './discover/scan-markup.ts'
import { headerOf, type HeaderLines } from './headers.ts'

export interface Refresh {
  readonly delayMs: number
  /** As written; empty where the page only reloads itself. */
  readonly target: string
}

/** Reads the value of a Refresh header or `meta`. Source: HTML Standard, "shared declarative refresh steps". */
export function parseRefresh(value: string): Refresh | null {
  const match = /^\s*(\d+|(?=\.))[\d.]*(?:\s*$|(?=[\s;,]))\s*[;,]?\s*([\s\S]*)$/.exec(value)
  if (!match) return null
  const rest = match[2]!.replace(/^url\s*=\s*/i, '')
  const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : null
  const target = quote ? rest.slice(1).split(quote, 1)[0]! : rest
  return { delayMs: Number(match[1] || 0) * 1000, target: target.trim() }
}

/**
 * The refresh a page's markup asks for. One inside `noscript` is left alone: it usually leads to a page that asks
 * for a browser, and away from a story that is there.
 */
function refreshInMarkup(html: string): Refresh | null {
  if (!/http-equiv\s*=\s*["']?\s*refresh/i.test(html)) return null
  let found: Refresh | null = null
  let noscript = 0
  scanMarkup(html, {
    open(name, attributes) {
      if (name === 'noscript') noscript++
      const wanted = name === 'meta' && attributes['http-equiv']?.trim().toLowerCase() === 'refresh'
      if (wanted && noscript === 0) found ??= parseRefresh(attributes['content'] ?? '')
    },
    close(name) {
      if (name === 'noscript') noscript--
    },
  })
  return found
}

/** The address a page sends its reader on to within `maxDelayMs`, or null where it stays (or reloads itself). */
export function refreshTarget(
  headers: HeaderLines,
  html: string,
  url: string,
  maxDelayMs: number,
): URL | null {
  const header = headerOf(headers, 'refresh')
  const refresh = (header ? parseRefresh(header) : null) ?? refreshInMarkup(html)
  if (!refresh || refresh.target === '' || refresh.delayMs > maxDelayMs) return null
  const target = URL.parse(refresh.target, url)
  if (!target || (target.protocol !== 'http:' && target.protocol !== 'https:')) return null
  return target.href.split('#', 1)[0] === url.split('#', 1)[0] ? null : target
}
