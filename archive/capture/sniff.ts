interface Signature {
  readonly mime: string
  readonly bytes: readonly (number | null)[]
  readonly offset?: number
}

const ascii = (text: string): readonly number[] => Array.from(text, ch => ch.charCodeAt(0))

/** Files that show up where a page was expected. Source: MIME Sniffing Standard, sections 6 and 7.1. */
const SIGNATURES: readonly Signature[] = [
  { mime: 'application/pdf', bytes: ascii('%PDF-') },
  { mime: 'application/postscript', bytes: ascii('%!PS-Adobe-') },
  { mime: 'image/png', bytes: [0x89, ...ascii('PNG\r\n')] },
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/gif', bytes: ascii('GIF8') },
  { mime: 'image/webp', bytes: [...ascii('RIFF'), null, null, null, null, ...ascii('WEBP')] },
  { mime: 'audio/wave', bytes: [...ascii('RIFF'), null, null, null, null, ...ascii('WAVE')] },
  { mime: 'image/avif', bytes: ascii('ftypavif'), offset: 4 },
  { mime: 'video/mp4', bytes: ascii('ftyp'), offset: 4 },
  { mime: 'video/webm', bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { mime: 'audio/mpeg', bytes: ascii('ID3') },
  { mime: 'application/ogg', bytes: ascii('OggS\0') },
  { mime: 'font/woff2', bytes: ascii('wOF2') },
  { mime: 'font/woff', bytes: ascii('wOFF') },
  { mime: 'application/gzip', bytes: [0x1f, 0x8b, 0x08] },
  { mime: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { mime: 'application/x-rar-compressed', bytes: ascii('Rar \u001a\u0007\0') },
]

/** Types that say nothing: servers give them to what they do not know. */
const UNSURE = new Set([
  'text/plain',
  'application/octet-stream',
  'application/unknown',
  'unknown/unknown',
  '*/*',
  'application/force-download',
])

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml'])
const HTML_START =
  /^\s*<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|base|iframe|h1|div|table|p|br|a|b)\b/i
/** What may stand before the first tag: a byte order mark, comments, an XML declaration. */
const PREAMBLE = /^\u00ef\u00bb\u00bf|<!--[\s\S]*?(?:-->|$)|<\?xml[^>]*(?:>|$)/g
const MARKUP_SEARCH_BYTES = 4096

function fits(signature: Signature, data: Uint8Array): boolean {
  const offset = signature.offset ?? 0
  return signature.bytes.every((byte, i) => byte === null || data[offset + i] === byte)
}

const XML_TYPES = new Set(['application/xml', 'text/xml'])

export function isHtmlType(mime: string | null): boolean {
  return mime !== null && HTML_TYPES.has(mime)
}

/** Whether a body of this type has words to decode. */
export function isTextual(mime: string | null): boolean {
  return mime === null || mime.startsWith('text/') || /[+/](?:xml|json|xhtml\+xml|javascript)$/.test(mime)
}

/**
 * What a main document is. A file with a clear signature is that file, whatever the header says: a PDF behind
 * `text/html` is no page. Where the header says nothing useful and the body looks like HTML, it is HTML.
 */
export function sniffMime(data: Uint8Array, declared: string | null): string | null {
  const signature = SIGNATURES.find(one => fits(one, data))
  if (signature) return signature.mime
  const xml = declared !== null && XML_TYPES.has(declared)
  if (declared !== null && !xml && !UNSURE.has(declared)) return declared
  const head = Buffer.from(
    data.buffer,
    data.byteOffset,
    Math.min(data.byteLength, MARKUP_SEARCH_BYTES),
  ).toString('latin1')
  if (xml) return /<html\b[^>]*xmlns\s*=/i.test(head) ? 'application/xhtml+xml' : declared
  return HTML_START.test(head.replace(PREAMBLE, '')) ? 'text/html' : declared
}
