export type HeaderLines = readonly (readonly [name: string, value: string])[]

/** The value of a header, several lines joined as RFC 9110 section 5.3 has it; null where it is absent. */
export function headerOf(headers: HeaderLines, name: string): string | null {
  const values = headersOf(headers, name)
  return values.length > 0 ? values.join(', ') : null
}

/** Every line of a header, for the ones that must not be joined (`Set-Cookie`). */
export function headersOf(headers: HeaderLines, name: string): readonly string[] {
  return headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)
}

/** The MIME essence of an answer in lower case, or null. Of several `Content-Type` lines the last one counts. */
export function mimeOf(headers: HeaderLines): string | null {
  const essence = headersOf(headers, 'content-type').at(-1)?.split(';', 1)[0]?.trim().toLowerCase()
  return essence && essence.includes('/') ? essence : null
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Where an answer sends its reader on to, or null. Header bytes arrive as Latin-1; an address in UTF-8, which
 * servers do send, is read as what it is. The fragment of the address asked for is carried over (RFC 9110, 10.2.2).
 */
export function redirectTarget(status: number, headers: HeaderLines, from: string): URL | null {
  const location = REDIRECTS.has(status) ? headersOf(headers, 'location').at(-1) : undefined
  if (location === undefined) return null
  const bytes = Buffer.from(location, 'latin1')
  const utf8 = bytes.toString('utf8')
  const target = URL.parse(utf8.includes('\ufffd') ? location : utf8, from)
  if (target && target.hash === '') target.hash = new URL(from).hash
  return target
}

/**
 * How long a 429 or 503 asks to wait, in milliseconds; null where it does not say. `now` is in milliseconds since
 * 1970. Source: RFC 9110, section 10.2.3.
 */
export function retryAfterMs(status: number, headers: HeaderLines, now: number): number | null {
  if (status !== 429 && status !== 503) return null
  const value = headerOf(headers, 'retry-after')?.trim()
  if (!value) return null
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
