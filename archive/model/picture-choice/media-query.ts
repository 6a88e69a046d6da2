import { lengthInPixels, type Viewport } from './css-length.ts'

function compare(actual: number, op: string, wanted: number): boolean {
  switch (op) {
    case '<':
      return actual < wanted
    case '<=':
      return actual <= wanted
    case '>':
      return actual > wanted
    case '>=':
      return actual >= wanted
    default:
      return Math.abs(actual - wanted) < 0.01
  }
}

function resolutionOf(text: string): number | null {
  const match = /^([\d.]+)\s*(dppx|x|dpi|dpcm)$/.exec(text)
  if (!match) return null
  const value = Number(match[1])
  if (match[2] === 'dpi') return value / 96
  return match[2] === 'dpcm' ? (value * 2.54) / 96 : value
}

function ratioOf(text: string): number | null {
  const match = /^([\d.]+)(?:\s*\/\s*([\d.]+))?$/.exec(text)
  return match ? Number(match[1]) / Number(match[2] ?? 1) : null
}

/** The actual and the wanted value, where the wanted one can be told. */
function pairOf(actual: number, wanted: number | null): readonly [number, number] | null {
  return wanted === null || Number.isNaN(wanted) ? null : [actual, wanted]
}

function numberFeature(
  name: string,
  text: string,
  view: Viewport,
): readonly [actual: number, wanted: number] | null {
  if (name === 'width' || name === 'device-width') return pairOf(view.width, lengthInPixels(text, view))
  if (name === 'height' || name === 'device-height') return pairOf(view.height, lengthInPixels(text, view))
  if (name === 'resolution') return pairOf(view.pixelRatio, resolutionOf(text))
  if (name === 'device-pixel-ratio') return pairOf(view.pixelRatio, ratioOf(text))
  if (name === 'aspect-ratio' || name === 'device-aspect-ratio')
    return pairOf(view.width / view.height, ratioOf(text))
  return null
}

/** A desktop screen with a mouse, in light colours, with motion. */
const WORD_FEATURES: Readonly<Record<string, string>> = {
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-reduced-data': 'no-preference',
  'prefers-contrast': 'no-preference',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  'display-mode': 'browser',
  scripting: 'none',
}

const FLIPPED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' }

function featureMatches(text: string, view: Viewport): boolean {
  const plain =
    /^(?:-webkit-)?(min-|max-)?(?:-webkit-|-moz-)?(?:(min--moz-|max--moz-))?([a-z-]+)\s*:\s*(.+)$/.exec(text)
  if (plain) {
    const [, prefix = '', , name = '', value = ''] = plain
    if (name === 'orientation') return value === (view.width >= view.height ? 'landscape' : 'portrait')
    const word = WORD_FEATURES[name]
    if (word !== undefined) return value === word
    const pair = numberFeature(name, value, view)
    return (
      pair === null || compare(pair[0], prefix === 'min-' ? '>=' : prefix === 'max-' ? '<=' : '=', pair[1])
    )
  }
  const range = /^(?:(.+?)\s*(<=?|>=?|=)\s*)?([a-z-]+)(?:\s*(<=?|>=?|=)\s*(.+))?$/.exec(text)
  if (!range) return true
  const [, left, leftOp, name = '', rightOp, right] = range
  const holds = (value: string, op: string): boolean => {
    const pair = numberFeature(name, value, view)
    return pair === null || compare(pair[0], op, pair[1])
  }
  if (left !== undefined && !holds(left, FLIPPED[leftOp!]!)) return false
  return right === undefined || rightOp === undefined || holds(right, rightOp)
}

function conditionMatches(condition: string, view: Viewport): boolean {
  const negated = condition.startsWith('not ')
  const text = condition.replace(/^(?:not|only)\s+/, '')
  const parts = text.split(/\s+(and|or)\s+/)
  const anyOf = parts.includes('or')
  const results = parts
    .filter(part => part !== 'and' && part !== 'or')
    .map(part => {
      const inner = /^\(\s*([\s\S]*?)\s*\)$/.exec(part)
      if (inner)
        return inner[1]!.startsWith('(') ? conditionMatches(inner[1]!, view) : featureMatches(inner[1]!, view)
      return part === 'screen' || part === 'all' || part === ''
    })
  const all = anyOf ? results.some(Boolean) : results.every(Boolean)
  return negated ? !all : all
}

/** Nobody writes longer ones, in characters. */
const MAX_QUERY = 2_000

/**
 * Whether a media query list applies to a desktop window. Features it does not know count as met: taking one
 * picture too many is better than missing the one shown. Source: Media Queries Level 4.
 */
export function mediaMatches(query: string, view: Viewport): boolean {
  if (query.length > MAX_QUERY) return true
  const text = query.trim().toLowerCase()
  return text === '' || text.split(',').some(condition => conditionMatches(condition.trim(), view))
}
