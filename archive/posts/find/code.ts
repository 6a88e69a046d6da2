const CODE = /<(?:blockquote|iframe|object|embed|script|div|figure|a|p|amp-[a-z]+|lite-[a-z]+)[\s>]/i
const ESCAPED = /&lt;(?:blockquote|iframe|object|embed|div|figure|amp-[a-z]+)\b/i
const PERCENT = /^%3C(?:blockquote|iframe|object|embed|div|figure|amp-)/i
/** Base 64 of text that begins with `<` begins with `P`. */
const BASE64 = /^P[A-Za-z0-9+/\s]{40,}={0,2}$/
const MAX_CODE = 500_000

function unescapeMarkup(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&quot;|&#34;/g, '"')
    .replaceAll(/&#0?39;|&apos;/g, "'")
    .replaceAll('&amp;', '&')
}

function percentDecode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/**
 * The markup that a text holds, as consent tools and lazy loaders keep it: plain, escaped once more, percent
 * encoded or in base 64. Null where it holds none.
 */
export function embedCodeIn(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length < 12 || trimmed.length > MAX_CODE) return null
  if (/^[{[]/.test(trimmed)) return null
  if (CODE.test(trimmed)) return trimmed
  if (ESCAPED.test(trimmed)) return unescapeMarkup(trimmed)
  if (PERCENT.test(trimmed)) return percentDecode(trimmed)
  if (!BASE64.test(trimmed)) return null
  const decoded = Buffer.from(trimmed, 'base64').toString('utf8')
  if (CODE.test(decoded)) return decoded
  return PERCENT.test(decoded) ? percentDecode(decoded) : null
}
