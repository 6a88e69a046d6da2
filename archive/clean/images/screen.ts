/** The reader whose picture is kept: a desktop screen. Fixed, so that two captures choose alike. */
export const SCREEN = Object.freeze({ widthPx: 1280, heightPx: 800, density: 1, remPx: 16 })

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  em: SCREEN.remPx,
  rem: SCREEN.remPx,
  vw: SCREEN.widthPx / 100,
  vh: SCREEN.heightPx / 100,
  vmin: SCREEN.heightPx / 100,
  vmax: SCREEN.widthPx / 100,
  pt: 4 / 3,
  cm: 96 / 2.54,
  in: 96,
  '': 1,
}

/** A CSS length in pixels on that screen, sums in `calc()`, `min()` and `max()` included; null where unknown. */
export function lengthPx(text: string): number | null {
  const source = text.trim().toLowerCase()
  const call = /^(calc|min|max)\((.*)\)$/s.exec(source)
  if (call?.[1] === 'min' || call?.[1] === 'max') {
    const values = call[2]!.split(',').map(lengthPx)
    if (values.some(value => value === null)) return null
    return call[1] === 'min' ? Math.min(...(values as number[])) : Math.max(...(values as number[]))
  }
  let total = 0
  let rest = (call ? call[2]! : source).replaceAll(/[()]/g, ' ')
  const term = /^\s*([+-]?)\s*(\d*\.?\d+)([a-z]*)(?:\s*([*/])\s*(\d*\.?\d+))?/
  for (let match = term.exec(rest); rest.trim() !== ''; match = term.exec(rest)) {
    const unit = UNITS[match?.[3] ?? '?']
    if (!match || unit === undefined) return null
    const factor = Number(match[5] ?? 1)
    const value = Number(match[2]) * unit * (match[4] === '/' ? 1 / factor : factor)
    total += match[1] === '-' ? -value : value
    rest = rest.slice(match[0].length)
  }
  return total
}

function compare(name: string, value: number, limit: number): boolean {
  if (name.startsWith('min-')) return value >= limit
  if (name.startsWith('max-')) return value <= limit
  return value === limit
}

const RATIO = SCREEN.widthPx / SCREEN.heightPx

function featureMatches(feature: string): boolean {
  const range = /^(width|height)\s*([<>]=?|=)\s*(.+)$/.exec(feature)
  if (range) {
    const size = range[1] === 'width' ? SCREEN.widthPx : SCREEN.heightPx
    const limit = lengthPx(range[3]!) ?? NaN
    const sign = range[2]!
    return sign === '='
      ? size === limit
      : (sign[0] === '<' ? size < limit : size > limit) || (sign[1] === '=' && size === limit)
  }
  const colon = feature.indexOf(':')
  const name = (colon < 0 ? feature : feature.slice(0, colon)).trim()
  const value = colon < 0 ? '' : feature.slice(colon + 1).trim()
  const bare = name.replace(/^(-webkit-)?(min-|max-)?(device-)?/, '')
  const limit = name.replace('-webkit-', '')
  switch (bare) {
    case 'width':
      return value === '' || compare(limit, SCREEN.widthPx, lengthPx(value) ?? NaN)
    case 'height':
      return value === '' || compare(limit, SCREEN.heightPx, lengthPx(value) ?? NaN)
    case 'aspect-ratio': {
      const [w, h] = value.split('/').map(Number)
      return compare(limit, RATIO, w! / (h ?? 1))
    }
    case 'pixel-ratio':
      return compare(limit, SCREEN.density, Number(value))
    case 'resolution':
      return compare(limit, SCREEN.density * (value.endsWith('dpi') ? 96 : 1), parseFloat(value))
    case 'orientation':
      return value === 'landscape'
    case 'prefers-color-scheme':
      return value === 'light'
    case 'prefers-reduced-motion':
      return value === 'no-preference'
    case 'hover':
    case 'any-hover':
      return value === '' || value === 'hover'
    case 'pointer':
    case 'any-pointer':
      return value === '' || value === 'fine'
    default:
      return false
  }
}

function queryMatches(query: string): boolean {
  const negated = /^not\s/.test(query)
  const body = query.replace(/^(not|only)\s+/, '')
  const type = /^[a-z]+/.exec(body)?.[0]
  const typeFits = type === undefined || type === 'screen' || type === 'all'
  const features = [...body.matchAll(/\(((?:[^()]|\([^()]*\))*)\)/g)].map(match => match[1]!.trim())
  const fits =
    typeFits && (/\)\s*or\s*\(/.test(body) ? features.some(featureMatches) : features.every(featureMatches))
  return fits !== negated
}

/** Whether a media query list (Media Queries 4) is true on that screen. An empty list is; unknown features are not. */
export function mediaMatches(list: string): boolean {
  const queries = list
    .toLowerCase()
    .split(',')
    .map(query => query.trim())
  return list.trim() === '' || queries.some(query => query !== '' && queryMatches(query))
}

/** Picks the entry of a `sizes` attribute that holds on that screen, in pixels; the default is 100vw. */
export function sizesPx(sizes: string | undefined): number {
  for (const entry of (sizes ?? '').split(/,(?![^(]*\))/)) {
    const match = /^(.*?)\s*((?:(?:calc|min|max)\(.*\))|[\d.]+[a-z]*)\s*$/s.exec(entry.trim())
    if (!match || !mediaMatches(match[1]!)) continue
    const px = lengthPx(match[2]!)
    if (px !== null && px > 0) return px
  }
  return SCREEN.widthPx
}
