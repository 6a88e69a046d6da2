import {
  CAPTURE_DEFAULTS,
  decodeHtml,
  documentReferences,
  headerOf,
  isHtmlType,
  styleReferences,
} from '../../capture/index.ts'
import type { HeaderLines } from '../../capture/index.ts'

const MAX_DEPTH = 4

function ofStyle(css: string, base: string, into: Set<string>): void {
  const found = styleReferences(css, {
    pixelRatio: CAPTURE_DEFAULTS.viewport.pixelRatio,
    characters: () => [],
  })
  for (const url of [...found.imports, ...found.images, ...found.fonts]) add(url, base, into)
}

function add(url: string, base: string, into: Set<string>): void {
  const target = URL.parse(url, base)
  if (!target || !/^https?:$/.test(target.protocol)) return
  target.hash = ''
  into.add(target.href)
}

function ofDocument(html: string, address: string, into: Set<string>, depth: number): void {
  const found = documentReferences(html, CAPTURE_DEFAULTS.viewport)
  const base = (found.base && URL.parse(found.base, address)?.href) || address
  for (const { url } of found.references) add(url, base, into)
  for (const css of found.styles) ofStyle(css, base, into)
  if (depth < MAX_DEPTH) for (const inner of found.inlineDocuments) ofDocument(inner, base, into, depth + 1)
}

/** The addresses that a stored page or style sheet refers to as its parts, absolute. */
export function referencesIn(
  url: string,
  mime: string | null,
  headers: HeaderLines,
  body: Buffer,
): ReadonlySet<string> {
  const found = new Set<string>()
  if (isHtmlType(mime) || mime === 'image/svg+xml') {
    ofDocument(decodeHtml(body, headerOf(headers, 'content-type')).html, url, found, 0)
  } else if (mime === 'text/css') ofStyle(body.toString('utf8'), url, found)
  return found
}
