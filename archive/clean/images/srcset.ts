/** One entry of a `srcset`: an address and its descriptor. */
export interface Candidate {
  readonly url: string
  /** Pixel density (`2x`), or null where a width is given. */
  readonly density: number | null
  /** Width in pixels (`640w`), or null. */
  readonly width: number | null
}

const SPACE = /[\t\n\f\r ]/

function descriptorsEnd(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')') depth--
    else if (text[i] === ',' && depth <= 0) return i
  }
  return text.length
}

function candidate(url: string, descriptors: string): Candidate | null {
  let density: number | null = null
  let width: number | null = null
  for (const word of descriptors.split(/[\t\n\f\r ]+/).filter(Boolean)) {
    const value = Number(word.slice(0, -1))
    if (!Number.isFinite(value)) return null
    if (word.endsWith('x')) density = value
    else if (word.endsWith('w')) width = value
    else if (!word.endsWith('h')) return null
  }
  return { url, density: density ?? (width === null ? 1 : null), width }
}

/**
 * Parses `srcset` as the HTML Standard does (section 4.8.4.2.1, "parse a srcset attribute"): addresses may
 * hold commas, an address that ends in a comma has no descriptor. Bad entries are left out.
 */
export function parseSrcset(text: string): readonly Candidate[] {
  const out: Candidate[] = []
  let at = 0
  while (at < text.length) {
    while (at < text.length && (SPACE.test(text[at]!) || text[at] === ',')) at++
    const start = at
    while (at < text.length && !SPACE.test(text[at]!)) at++
    let url = text.slice(start, at)
    let descriptors = ''
    if (url.endsWith(',')) url = url.replace(/,+$/, '')
    else {
      const end = descriptorsEnd(text, at)
      descriptors = text.slice(at, end)
      at = end
    }
    const parsed = url === '' ? null : candidate(url, descriptors)
    if (parsed) out.push(parsed)
  }
  return out
}
