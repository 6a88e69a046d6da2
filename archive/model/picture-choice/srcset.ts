export interface ImageCandidate {
  readonly url: string
  /** Of a `w` descriptor, in pixels; null where there is none. */
  readonly width: number | null
  /** Of an `x` descriptor; null where there is none. */
  readonly density: number | null
}

const SPACE = /[\t\n\f\r ]/
const NUMBER = /^-?(?:\d+|\d*\.\d+)(?:e[+-]?\d+)?$/i

/** Splits the descriptors after a URL. Parentheses keep commas and spaces together, as the standard has it. */
function readDescriptors(input: string, from: number): { descriptors: string[]; end: number } {
  const descriptors: string[] = []
  let current = ''
  let depth = 0
  let at = from
  for (; at < input.length; at++) {
    const ch = input[at]!
    if (depth === 0 && ch === ',') break
    if (depth === 0 && SPACE.test(ch)) {
      if (current !== '') descriptors.push(current)
      current = ''
      continue
    }
    if (ch === '(') depth++
    if (ch === ')' && depth > 0) depth--
    current += ch
  }
  if (current !== '') descriptors.push(current)
  return { descriptors, end: at + 1 }
}

function candidateOf(url: string, descriptors: readonly string[]): ImageCandidate | null {
  let width: number | null = null
  let density: number | null = null
  for (const descriptor of descriptors) {
    const value = descriptor.slice(0, -1)
    const unit = descriptor.at(-1)
    if (unit === 'w' && /^\d+$/.test(value) && Number(value) > 0 && width === null && density === null)
      width = Number(value)
    else if (unit === 'x' && NUMBER.test(value) && Number(value) >= 0 && width === null && density === null)
      density = Number(value)
    else if (unit !== 'h' || !/^\d+$/.test(value)) return null
  }
  return { url, width, density }
}

function withoutTrailingCommas(text: string): string {
  let end = text.length
  while (text[end - 1] === ',') end--
  return text.slice(0, end)
}

/** Reads a `srcset`. Source: HTML Standard, "parsing a srcset attribute". Broken candidates are left out. */
export function parseSrcset(input: string): readonly ImageCandidate[] {
  const out: ImageCandidate[] = []
  let at = 0
  while (at < input.length) {
    while (at < input.length && (SPACE.test(input[at]!) || input[at] === ',')) at++
    const start = at
    while (at < input.length && !SPACE.test(input[at]!)) at++
    const written = input.slice(start, at)
    if (written === '') break
    const url = withoutTrailingCommas(written)
    if (url !== written) {
      out.push({ url, width: null, density: null })
      continue
    }
    const { descriptors, end } = readDescriptors(input, at)
    at = end
    const candidate = candidateOf(url, descriptors)
    if (candidate) out.push(candidate)
  }
  return out
}

/**
 * The candidate a browser takes: the smallest that is dense enough, else the densest. `slotWidth` is what `sizes`
 * came to, in CSS pixels. Null for an empty set.
 */
export function chooseCandidate(
  set: readonly ImageCandidate[],
  slotWidth: number,
  pixelRatio: number,
): string | null {
  const densities = set.map(c => (c.width === null ? (c.density ?? 1) : c.width / Math.max(slotWidth, 1)))
  let best = -1
  for (const [i, density] of densities.entries()) {
    const current = densities[best]
    if (current === undefined) best = i
    else if (current < pixelRatio ? density > current : density >= pixelRatio && density < current) best = i
  }
  return set[best]?.url ?? null
}
