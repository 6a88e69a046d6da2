/** MIME types by file ending, for the files Stet itself writes into a bag and for bodies without a type. */
const BY_ENDING: Readonly<Record<string, string>> = {
  html: 'text/html',
  xhtml: 'application/xhtml+xml',
  txt: 'text/plain',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  har: 'application/json',
  xml: 'application/xml',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  bmp: 'image/bmp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  vtt: 'text/vtt',
}

export function mimeOfPath(path: string): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase()
  return (ending !== undefined && BY_ENDING[ending]) || null
}

/** The type alone, in lower case: `Text/HTML; charset=x` is `text/html`. */
export function essenceOf(mime: string): string | null {
  const essence = mime.split(';', 1)[0]!.trim().toLowerCase()
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(essence) ? essence : null
}

const SHOWN = /^(?:(?:image|audio|video|font)\/[\w.+-]+|application\/json|text\/plain|text\/css|text\/vtt)$/
const TEXT = /^text\/|[/+]xml$|(?:java|ecma)script$|[/+]json$/

/**
 * The type under which a file of a bag is given to a face of the app: never one that could run a script if
 * somebody opened it as a document. Pictures keep theirs, SVG too, since an `<img>` runs nothing.
 */
export function harmlessMime(mime: string | null): string {
  if (mime !== null && SHOWN.test(mime)) return mime
  return mime !== null && TEXT.test(mime) ? 'text/plain' : 'application/octet-stream'
}
