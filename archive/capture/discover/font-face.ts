export interface FontSource {
  readonly url: string
  /** What `format()` says, in lower case; null where it is not said. */
  format: string | null
}

const USABLE_FORMATS = new Set([
  'woff2',
  'woff',
  'truetype',
  'opentype',
  'collection',
  'woff2-variations',
  'woff-variations',
  'truetype-variations',
  'opentype-variations',
])

function usable(source: FontSource): boolean {
  if (source.format !== null) return USABLE_FORMATS.has(source.format)
  return !/\.(?:eot|svgz?)(?:[?#]|$)/i.test(source.url)
}

/** The one file a browser of today takes from a `src` list: the first in a format it reads. */
export function chooseFontSource(sources: readonly FontSource[]): string | null {
  return sources.find(usable)?.url ?? null
}

/** Whether any of the characters falls into a `unicode-range` value (CSS Fonts 4, section 11.2). */
export function rangeIsUsed(range: string, characters: ReadonlySet<number>): boolean {
  return range.split(',').some(part => {
    const match = /^\s*u\+([0-9a-f?]{1,6})(?:-([0-9a-f]{1,6}))?\s*$/i.exec(part)
    if (!match) return true
    const from = Number.parseInt(match[1]!.replaceAll('?', '0'), 16)
    const to = Number.parseInt(match[2] ?? match[1]!.replaceAll('?', 'f'), 16)
    for (const character of characters) if (character >= from && character <= to) return true
    return false
  })
}
