import { lengthInPixels, type Viewport } from './css-length.ts'
import { mediaMatches } from './media-query.ts'

/** Splits at commas outside parentheses. */
function entriesOf(sizes: string): readonly string[] {
  const out: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < sizes.length; i++) {
    const ch = sizes[i]!
    if (ch === '(') depth++
    else if (ch === ')') depth--
    else if (ch === ',' && depth === 0) {
      out.push(sizes.slice(start, i))
      start = i + 1
    }
  }
  return [...out, sizes.slice(start)].map(entry => entry.trim()).filter(entry => entry !== '')
}

/**
 * The part before the last value at depth 0 is the condition, the last value the length. No space is needed
 * between them: "(min-width: 40em)709px" is two values.
 */
function splitEntry(entry: string): readonly [condition: string, length: string] {
  let depth = 0
  for (let i = entry.length - 1; i >= 0; i--) {
    const ch = entry[i]!
    if (ch === ')' && depth === 0 && i < entry.length - 1) return [entry.slice(0, i + 1), entry.slice(i + 1)]
    if (ch === ')') depth++
    else if (ch === '(') depth--
    else if (depth === 0 && /\s/.test(ch)) return [entry.slice(0, i).trim(), entry.slice(i + 1)]
  }
  return ['', entry]
}

/**
 * How wide a picture is shown, in CSS pixels. `auto` and lengths that cannot be told come to the picture's own
 * `width`, else to the whole window, as does a missing `sizes`. Source: HTML Standard, "parsing a sizes attribute".
 */
export function slotWidth(sizes: string | null, ownWidth: number | null, view: Viewport): number {
  for (const entry of entriesOf(sizes ?? '')) {
    const [condition, length] = splitEntry(entry)
    if (length.toLowerCase() === 'auto') return ownWidth ?? view.width
    if (condition !== '' && !mediaMatches(condition, view)) continue
    const pixels = lengthInPixels(length, view)
    if (pixels !== null && pixels >= 0) return pixels
  }
  return view.width
}

/** As `slotWidth`, from the attributes of an `img` or `source`; lazy loaders keep `sizes` in `data-sizes`. */
export function slotWidthOf(
  attributes: Readonly<Record<string, string | undefined>>,
  view: Viewport,
): number {
  const width = Number.parseInt(attributes['width'] ?? '', 10)
  const sizes = attributes['sizes'] ?? attributes['data-sizes'] ?? null
  return slotWidth(sizes, Number.isNaN(width) ? null : width, view)
}
