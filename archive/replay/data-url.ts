import { decodeHtml } from '../model/charset/decode.ts'

interface DataUrl {
  /** Lower-case MIME essence. */
  readonly mime: string
  readonly text: string
}

/** Reads the text in a `data:` address; null where it is none. Source: RFC 2397, Fetch Standard "data: URL processor". */
export function readDataUrl(url: string): DataUrl | null {
  const match = /^data:([^,]*),([\s\S]*)$/i.exec(url.trim())
  if (!match) return null
  const [, head = '', body = ''] = match
  const base64 = /;\s*base64\s*$/i.test(head)
  const type = head.replace(/;\s*base64\s*$/i, '')
  const raw = body.replaceAll(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  const bytes = base64 ? Buffer.from(raw, 'base64') : bytesOf(raw)
  return {
    mime: type.split(';', 1)[0]!.trim().toLowerCase() || 'text/plain',
    text: decodeHtml(bytes, type).html,
  }
}

/** Escapes stand for bytes; what was written out is UTF-8. */
function bytesOf(raw: string): Buffer {
  // oxlint-disable-next-line no-control-regex
  return /^[\u0000-\u00ff]*$/.test(raw) ? Buffer.from(raw, 'latin1') : Buffer.from(raw, 'utf8')
}
