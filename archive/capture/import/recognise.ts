import { getBOMEncoding } from '@exodus/bytes/encoding.js'
import { foreignFormatOf } from './foreign-formats.ts'
import { looksLikeMhtml } from './mhtml.ts'
import { refusal } from './refuse.ts'

const SNIFF_CHARS = 4_096
const NAMES = {
  html: /\.(?:html?|xhtml|xht|shtml)$/i,
  mhtml: /\.(?:mhtml?|eml)$/i,
  markdown: /\.(?:md|markdown|mdown|mkd)$/i,
} as const

/** What comes before the first element of a page: byte order mark, XML declaration, comments. */
const PROLOGUE = /^(?:\ufeff|\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*/
const DOCUMENT = /^<(?:!doctype\s+html|html|head|body)\b/i
const ELEMENT =
  /^<(?:article|main|div|section|p|h[1-6]|title|meta|link|script|style|table|header|span|a|img|ul|ol|blockquote)\b[^<]*>/i
const FEED = /^<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b/i
const END_OF_ZIP = Buffer.from('504b0506', 'hex')

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte <= 32)
}

/** SingleFile's self-extracting form is a page in front and a ZIP behind. */
function isZipPage(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-70_000)
  return tail.includes(END_OF_ZIP)
}

/** Refuses what is neither page nor text, before anything is decoded. */
export function refuseForeign(bytes: Uint8Array, fileName: string): void {
  if (bytes.length === 0 || isBlank(bytes)) {
    throw refusal(fileName, 'it is empty.', 'Save the page again and import the new file.')
  }
  const foreign = foreignFormatOf(bytes)
  if (foreign) {
    throw refusal(fileName, `it looks like ${foreign.name}, not a page or a text.`, foreign.advice ?? '')
  }
  if (bytes.includes(0) && !getBOMEncoding(bytes) && !looksLikeMhtml(bytes)) {
    const zip = isZipPage(bytes)
    throw zip
      ? refusal(
          fileName,
          'it is a page that SingleFile packed as a self-extracting ZIP.',
          'Save it again as plain HTML in SingleFile, or unpack it and import the index.html inside.',
        )
      : refusal(
          fileName,
          'it holds binary data (a NUL byte), not a page or a text.',
          'Check that the file is what its name says.',
        )
  }
  if (bytes[0] === 0x3c && isZipPage(bytes)) {
    throw refusal(
      fileName,
      'it is a page with a ZIP archive behind it (SingleFile, self-extracting).',
      'Save it again as plain HTML in SingleFile, or unpack it and import the index.html inside.',
    )
  }
}

function isJson(words: string): boolean {
  if (!/^\s*[[{]/.test(words)) return false
  try {
    JSON.parse(words)
    return true
  } catch {
    return false
  }
}

export type TextKind = 'html' | 'text' | 'markdown'

/** Page, text or Markdown: by how the words begin, and by the name only where they leave it open. */
export function kindOfWords(words: string, fileName: string): TextKind {
  const start = words
    .slice(0, SNIFF_CHARS * 16)
    .replace(PROLOGUE, '')
    .slice(0, SNIFF_CHARS)
  if (FEED.test(start)) {
    throw refusal(
      fileName,
      'it looks like a feed or a site map, not a page.',
      'Capture the pages it lists instead.',
    )
  }
  if (DOCUMENT.test(start)) return 'html'
  if (isJson(words)) throw refusal(fileName, 'it looks like JSON data, not a page or a text.', '')
  if (NAMES.markdown.test(fileName)) return 'markdown'
  const namedPage = NAMES.html.test(fileName)
  if (ELEMENT.test(start) && (namedPage || fileName === '-')) return 'html'
  if (!namedPage) return 'text'
  if (/<[a-z][a-z0-9]*(?:\s[^<>]*)?>/i.test(words)) return 'html'
  throw refusal(
    fileName,
    'it is named as a page, but there is no markup in it: it looks like plain text.',
    'Name it .txt and import it again.',
  )
}

/** Whether the name says MHTML: then nothing else is acceptable. */
export function isNamedMhtml(fileName: string): boolean {
  return NAMES.mhtml.test(fileName)
}
