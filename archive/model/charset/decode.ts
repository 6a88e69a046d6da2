import { isUtf8 } from 'node:buffer'
import { getBOMEncoding, labelToName, legacyHookDecode, normalizeEncoding } from '@exodus/bytes/encoding.js'
import { CHARSET_BY_LANGUAGE, CHARSET_OF_LAST_RESORT } from './defaults.ts'
import { asciiHead, charsetInMarkup, charsetParameter, languageInMarkup } from './prescan.ts'

export interface DecodedHtml {
  readonly html: string
  /** The Encoding Standard's name for it, as browsers report it: `UTF-8`, `Shift_JIS`, `windows-1252`. */
  readonly charset: string
  readonly charsetFrom: 'bom' | 'http' | 'meta' | 'default'
}

function charsetInHeader(contentType: string | null): string | null {
  const label = contentType ? charsetParameter(contentType) : null
  const name = label ? normalizeEncoding(label) : null
  return name === 'x-user-defined' ? 'windows-1252' : name
}

function charsetByLanguage(head: string): string {
  const tag = languageInMarkup(head)
  if (!tag) return CHARSET_OF_LAST_RESORT
  const parts = tag.split('-')
  for (let n = parts.length; n > 0; n--) {
    const charset = CHARSET_BY_LANGUAGE[parts.slice(0, n).join('-')]
    if (charset) return charset
  }
  return CHARSET_OF_LAST_RESORT
}

function sniff(bytes: Uint8Array, contentType: string | null): Pick<DecodedHtml, 'charset' | 'charsetFrom'> {
  const bom = getBOMEncoding(bytes)
  if (bom) return { charset: bom, charsetFrom: 'bom' }
  const header = charsetInHeader(contentType)
  if (header) return { charset: header, charsetFrom: 'http' }
  const head = asciiHead(bytes)
  const markup = charsetInMarkup(head)
  if (markup) return { charset: markup, charsetFrom: 'meta' }
  return { charset: isUtf8(bytes) ? 'utf-8' : charsetByLanguage(head), charsetFrom: 'default' }
}

/**
 * Reads a page's bytes as a browser does: byte order mark, then the charset of the `Content-Type` header,
 * then what the markup declares, then a default (UTF-8 where the bytes are valid UTF-8, else the usual
 * charset of the page's language). Never throws; bytes that fit no character become U+FFFD. Sources: Encoding
 * Standard, "decode"; HTML Standard, "determining the character encoding".
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): DecodedHtml {
  const { charset, charsetFrom } = sniff(bytes, contentType)
  return { html: legacyHookDecode(bytes, charset), charset: labelToName(charset) ?? charset, charsetFrom }
}

/**
 * Reads a style sheet: byte order mark, header, `@charset`, then the charset of what refers to it. Source: CSS Syntax
 * 3, section 3.2.
 */
export function decodeCss(bytes: Uint8Array, contentType: string | null, environment: string): string {
  const declared = /^@charset "([^"]*)";/.exec(asciiHead(bytes.subarray(0, 1024)))?.[1]
  const name = declared ? normalizeEncoding(declared) : null
  const atRule = name === 'utf-16le' || name === 'utf-16be' ? 'utf-8' : name
  const fallback = normalizeEncoding(environment) ?? 'utf-8'
  return legacyHookDecode(bytes, getBOMEncoding(bytes) ?? charsetInHeader(contentType) ?? atRule ?? fallback)
}
