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

/** By halving: a page has thousands of characters, its fonts thousands of ranges. */
function firstAtLeast(sorted: readonly number[], least: number): number | null {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return sorted[low] ?? null
}

/** Whether any of the characters falls into a `unicode-range` value (CSS Fonts 4, section 11.2). They come sorted. */
export function rangeIsUsed(range: string, characters: readonly number[]): boolean {
  return range.split(',').some(part => {
    const match = /^\s*u\+([0-9a-f?]{1,6})(?:-([0-9a-f]{1,6}))?\s*$/i.exec(part)
    if (!match) return true
    const from = Number.parseInt(match[1]!.replaceAll('?', '0'), 16)
    const to = Number.parseInt(match[2] ?? match[1]!.replaceAll('?', 'f'), 16)
    const next = firstAtLeast(characters, from)
    return next !== null && next <= to
  })
}
