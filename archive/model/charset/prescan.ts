import { normalizeEncoding } from '@exodus/bytes/encoding.js'

/**
 * How far into a page a `meta` is looked for. The HTML Standard's prescan stops at 1,024 bytes, but its
 * parser changes the encoding when a later `meta` turns up, so a page with a long head counts as well.
 */
const PRESCAN_BYTES = 64 * 1024

// Every alternative runs to the end of the text where its own end is missing, so that no page makes it try twice.
const SKIPPED =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title|textarea)\b[\s\S]*?(?:<\/\1|$)|<(meta)(?=[\s/>])((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^>"'])*)(?:>|$)/gi
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** The attributes of one start tag, names in lower case, the first of each name. */
function attributesOf(source: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = name!.toLowerCase()
    if (!out.has(key)) out.set(key, double ?? single ?? bare ?? '')
  }
  return out
}

/** `charset=` out of a Content-Type value, without quotes; null where there is none. RFC 9110, section 8.3.1. */
export function charsetParameter(contentType: string): string | null {
  const match = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"',]+))/i.exec(contentType)
  return match ? (match[1] ?? match[2] ?? match[3] ?? '').trim() : null
}

/** A `meta` that was readable as ASCII cannot be in UTF-16, whatever it says (HTML Standard, prescan). */
function asDeclaredInMarkup(label: string): string | null {
  const name = normalizeEncoding(label.trim())
  if (name === 'utf-16le' || name === 'utf-16be') return 'utf-8'
  return name === 'x-user-defined' ? 'windows-1252' : name
}

function charsetOfMeta(attributes: ReadonlyMap<string, string>): string | null {
  const charset = attributes.get('charset')
  if (charset !== undefined) return asDeclaredInMarkup(charset)
  if (attributes.get('http-equiv')?.trim().toLowerCase() !== 'content-type') return null
  const label = charsetParameter(attributes.get('content') ?? '')
  return label ? asDeclaredInMarkup(label) : null
}

/** The beginning of a page, one character a byte: enough to read markup that is ASCII in every charset. */
export function asciiHead(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PRESCAN_BYTES)).toString(
    'latin1',
  )
}

/**
 * The charset a page's own markup declares: an XML declaration or the first usable `meta`, outside comments
 * and scripts. Source: HTML Standard, "prescan a byte stream to determine its encoding".
 */
export function charsetInMarkup(head: string): string | null {
  if (head.startsWith('<\0?\0x\0')) return 'utf-16le'
  if (head.startsWith('\0<\0?\0x')) return 'utf-16be'
  const xml = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"'>]+)["']/.exec(head)
  const declared = xml ? asDeclaredInMarkup(xml[1]!) : null
  if (declared) return declared
  for (const match of head.matchAll(SKIPPED)) {
    if (match[2] === undefined) continue
    const charset = charsetOfMeta(attributesOf(match[3] ?? ''))
    if (charset) return charset
  }
  return null
}

/** The `lang` of the root element, in lower case; null where there is none. */
export function languageInMarkup(head: string): string | null {
  const match = /<html\b([^>]*)>/i.exec(head)
  if (!match) return null
  const attributes = attributesOf(match[1]!)
  return (attributes.get('lang') ?? attributes.get('xml:lang') ?? '').trim().toLowerCase() || null
}
