import { legacyHookDecode, normalizeEncoding } from '@exodus/bytes/encoding.js'

/** Header fields by lower-case name; the first of a name counts. */
export type MimeHeaders = ReadonlyMap<string, string>

/** Unfolds and splits header lines (RFC 5322, section 2.2). */
export function readMimeHeaders(text: string): MimeHeaders {
  const headers = new Map<string, string>()
  for (const line of text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

/** Lower-case MIME essence of a Content-Type value, or null. */
export function mimeEssence(contentType: string | undefined): string | null {
  const essence = contentType?.split(';')[0]?.trim().toLowerCase()
  return essence ? essence : null
}

/** A parameter of a header value: `boundary="…"` (RFC 2045, section 5.1). */
export function mimeParameter(value: string | undefined, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(
    value ?? '',
  )
  return match?.[1]?.replaceAll(/\\(.)/g, '$1') ?? match?.[2] ?? null
}

const ENCODED_WORD = /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi

/** Words in header fields outside ASCII: `=?utf-8?B?…?=` (RFC 2047). */
export function decodeWords(value: string): string {
  return value.replaceAll(ENCODED_WORD, (whole: string, label: string, coding: string, data: string) => {
    const charset = normalizeEncoding(label)
    if (!charset) return whole
    const bytes =
      coding.toLowerCase() === 'b'
        ? Buffer.from(data, 'base64')
        : decodeQuotedPrintable(Buffer.from(data.replaceAll('_', ' '), 'latin1'))
    return legacyHookDecode(bytes, charset)
  })
}

/** Undoes quoted-printable (RFC 2045, section 6.7); what is no valid escape stays as it stands. */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const plain = text
    .replaceAll(/[ \t]+(?=\r?\n|$)/g, '')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
