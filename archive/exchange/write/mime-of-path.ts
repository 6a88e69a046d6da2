const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  har: 'application/json',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  mhtml: 'multipart/related',
  png: 'image/png',
}

/** Type of a bag's own files. */
export function mimeOfPath(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}
