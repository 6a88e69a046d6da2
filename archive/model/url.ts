import { TRACKING_PARAMETERS, TRACKING_PREFIXES, SESSION_PARAMETERS } from './url-noise.ts'

/** Parses an absolute URL, or returns null. Never throws. */
export function parseUrl(text: string, base?: string): URL | null {
  return URL.parse(text.trim(), base)
}

/** Whether a text is an absolute http or https address. */
export function isWebUrl(text: string): boolean {
  const url = parseUrl(text)
  return url?.protocol === 'http:' || url?.protocol === 'https:'
}

function isNoise(name: string, more: ReadonlySet<string>): boolean {
  const key = name.toLowerCase()
  return TRACKING_PARAMETERS.has(key) || more.has(key) || TRACKING_PREFIXES.some(p => key.startsWith(p))
}

const NONE: ReadonlySet<string> = new Set()

function withoutParameters(url: URL, more: ReadonlySet<string>): URL {
  const out = new URL(url)
  const kept = [...url.searchParams].filter(([name]) => !isNoise(name, more))
  // Writing the query re-serialises all of it; it stays byte for byte where nothing is taken out.
  if (kept.length < url.searchParams.size) out.search = new URLSearchParams(kept).toString()
  return out
}

/**
 * The URL a source is known by: scheme and host as the URL Standard writes them, no fragment, no
 * credentials, no tracking parameters. Everything else (order of parameters, trailing slash, `www.`) stays:
 * two addresses are the same source only where that is certain.
 */
export function canonicalUrl(text: string | URL): string {
  const url = withoutParameters(new URL(text), NONE)
  if (!url.hash.startsWith('#!')) url.hash = ''
  url.username = ''
  url.password = ''
  return url.href
}

/**
 * The form in which links and pictures are compared by `content-hash/1`: as `canonicalUrl`, and without
 * session ids, cache busters and the difference between http and https; parameters sorted. Not for fetching.
 */
export function comparableUrl(text: string): string {
  const parsed = parseUrl(text)
  if (!parsed) return text.trim()
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return parsed.href
  const url = withoutParameters(parsed, SESSION_PARAMETERS)
  url.username = ''
  url.password = ''
  url.pathname = url.pathname.replace(/;jsessionid=[^/;]*/i, '')
  url.searchParams.sort()
  const rest = url.href.slice(url.protocol.length)
  return rest.endsWith('#') ? rest.slice(0, -1) : rest
}

const VARIANT_HOST = /^(www\d?|m|mobile|amp)\./

/**
 * Whether a page's own `rel=canonical` can be believed: it must stay on the same host (but for `www.`, `m.`,
 * `amp.`), and must not point every article at the front page, as broken templates do.
 */
export function believableCanonical(claimed: string, fetched: string): boolean {
  const a = parseUrl(claimed)
  const b = parseUrl(fetched)
  if (!a || !b || (a.protocol !== 'http:' && a.protocol !== 'https:')) return false
  if (a.port !== b.port) return false
  if (a.hostname.replace(VARIANT_HOST, '') !== b.hostname.replace(VARIANT_HOST, '')) return false
  return a.pathname !== '/' || a.search !== '' || (b.pathname === '/' && b.search === '')
}
