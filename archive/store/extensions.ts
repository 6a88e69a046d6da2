/** File name endings by MIME type, for the files of a bag: a person who opens the folder should find a viewer. */
const EXTENSION_BY_MIME: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'text/css': 'css',
  'text/javascript': 'js',
  'application/javascript': 'js',
  'application/x-javascript': 'js',
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/manifest+json': 'json',
  'text/plain': 'txt',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'application/rss+xml': 'xml',
  'application/atom+xml': 'xml',
  'application/pdf': 'pdf',
  'text/vtt': 'vtt',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/jxl': 'jxl',
  'image/svg+xml': 'svg',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'image/x-icon': 'ico',
  'image/vnd.microsoft.icon': 'ico',
  'font/woff': 'woff',
  'font/woff2': 'woff2',
  'font/ttf': 'ttf',
  'font/otf': 'otf',
  'application/font-woff': 'woff',
  'application/font-woff2': 'woff2',
  'application/vnd.ms-fontobject': 'eot',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'application/vnd.apple.mpegurl': 'm3u8',
  'application/dash+xml': 'mpd',
  'application/wasm': 'wasm',
  'application/zip': 'zip',
  'message/rfc822': 'eml',
  'multipart/related': 'mhtml',
}

const SAFE_ENDING = /\.([a-z0-9]{1,5})$/i

/** The ending for a body: by its MIME type, else as its URL has it, else `bin`. */
export function extensionFor(mime: string | null, url: string): string {
  const known = mime === null ? undefined : EXTENSION_BY_MIME[mime.split(';')[0]!.trim().toLowerCase()]
  if (known) return known
  const path = URL.parse(url)?.pathname ?? ''
  return SAFE_ENDING.exec(path)?.[1]?.toLowerCase() ?? 'bin'
}
