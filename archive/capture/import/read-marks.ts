import { Parser } from 'htmlparser2'
import { parseUrl } from '../../model/url.ts'
import { MARK_CHARS, PAGE_MARKS } from './page-marks.ts'

/** What a saved page says of its origin. */
export interface SavedFrom {
  /** Absolute http(s) address. */
  readonly url: string | null
  /** RFC 3339. */
  readonly savedAt: string | null
  readonly savedBy: string | null
  readonly singleFile: boolean
}

/** `YYYYMMDDhhmmssmmm` in UTC, as WebScrapBook writes it. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})$/

/** A date as programs write it (RFC 5322, ISO 8601, JavaScript's own form) as RFC 3339 in UTC; null where unreadable. */
export function savedTime(text: string): string | null {
  const iso = text.trim().replace(COMPACT, '$1-$2-$3T$4:$5:$6.$7Z')
  const at = Date.parse(iso.replace(/\s*\([^)]*\)\s*$/, ''))
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** An http(s) address, absolute, or null. A mark without a scheme (HTTrack) is taken as http. */
export function webAddress(text: string): string | null {
  const url = parseUrl(/^[\w-]+(?:\.[\w-]+)+\//.test(text) ? `http://${text}` : text)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}

/** `rel=canonical` and `og:url` of a page, absolute ones only: a saved file has no base. */
function declaredAddress(html: string): string | null {
  let canonical: string | null = null
  let openGraph: string | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes['rel'] ?? '')) {
        canonical ??= webAddress(attributes['href'] ?? '')
      }
      if (name === 'meta' && attributes['property'] === 'og:url')
        openGraph ??= webAddress(attributes['content'] ?? '')
    },
  })
  parser.end(html.slice(0, MARK_CHARS))
  return canonical ?? openGraph
}

/** Where and when a page was saved, from the mark of the program that saved it, else from the page's own address. */
export function readSavedFrom(html: string): SavedFrom {
  const head = html.slice(0, MARK_CHARS)
  for (const { program, singleFile, pattern } of PAGE_MARKS) {
    const groups = pattern.exec(head)?.groups
    if (!groups) continue
    const { url = '', date = '', by } = groups
    return {
      url: webAddress(url) ?? declaredAddress(head),
      savedAt: savedTime(date),
      savedBy: by ?? program,
      singleFile,
    }
  }
  return { url: declaredAddress(head), savedAt: null, savedBy: null, singleFile: false }
}
