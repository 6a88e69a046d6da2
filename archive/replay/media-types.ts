import { extname } from 'node:path'

/** Types by the ending Stet gave a body, for bodies whose type nobody said. */
const BY_ENDING: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml',
}

const SHOWN =
  /^(?:image|audio|video|font)\/[\w.+-]+$|^application\/(?:font|x-font|vnd\.ms-fontobject)[\w.+-]*$/
const SAYS_NOTHING =
  /^(?:|application\/octet-stream|binary\/octet-stream|text\/plain|x-unknown|application\/unknown)$/

/** Lower-case MIME essence of a stored body: what the server said, or, where that says nothing, what its ending says. */
export function mimeOfBody(path: string, contentType: string | null): string {
  const said = (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase()
  return SAYS_NOTHING.test(said)
    ? (BY_ENDING[extname(path).toLowerCase()] ?? 'application/octet-stream')
    : said
}

/** What a body is served as that is not rewritten: never as anything a browser would run or parse as a document. */
export function harmlessMime(mime: string): string {
  return SHOWN.test(mime) && mime !== 'image/svg+xml' ? mime : 'application/octet-stream'
}

export type Rewritable = 'html' | 'xhtml' | 'svg' | 'css'

/** How a body has to be rewritten before a browser sees it; null where it holds no addresses. */
export function rewritableAs(mime: string): Rewritable | null {
  if (mime === 'text/html') return 'html'
  if (mime === 'application/xhtml+xml') return 'xhtml'
  if (mime === 'image/svg+xml') return 'svg'
  return mime === 'text/css' ? 'css' : null
}
