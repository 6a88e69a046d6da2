import { createHash } from 'node:crypto'
import { fieldLines, type Fields } from '../warc/fields.ts'

export const WARC_VERSION = 'WARC/1.1'
const END = Buffer.from('\r\n\r\n')

/** A record in the form it has in a file: head, block, two empty lines. */
export function recordBytes(version: string, fields: Fields, block: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${version}\r\n${fieldLines(fields)}\r\n`), block, END])
}

export function sha256Digest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** A UUID out of words, the same for the same words: version 8 of RFC 9562. An export is the same each time. */
export function uuidOf(...words: readonly string[]): string {
  const hash = createHash('sha256').update(words.join('\0')).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex', 0, 16)
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}>`
}

/**
 * An address as WARC has it: absolute, with everything percent-encoded that no URI may hold as it is. Browsers leave
 * some of that in queries. Source: RFC 3986, appendix A.
 */
export function targetUri(text: string): string {
  const url = URL.parse(text)
  if (url) url.hash = ''
  const href = url?.href ?? text
  // oxlint-disable-next-line no-control-regex
  return href.replace(/[^\u0021-\u007e]|["<>\\^`{|}]/gu, character => encodeURIComponent(character))
}

/** The same address as pages and browsers write it: its query without the codings that only URIs need. */
export function asBrowsersWrite(uri: string): string {
  const [before, ...query] = uri.split('?')
  if (query.length === 0) return uri
  return `${before}?${query.join('?').replaceAll(/%(?:5C|5E|60|7B|7C|7D)/g, code => decodeURIComponent(code))}`
}
