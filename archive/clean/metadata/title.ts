import type { Candidate } from './candidate.ts'
import { bare, collapse } from './words.ts'

const SEPARATOR = /\s+[|｜–—\-:·•»«›/~_]+\s+|\s*[|｜»]\s*|\s*::\s*|_(?=\p{Script=Han})/u

function sameSite(part: string, siteNames: readonly string[]): boolean {
  const key = bare(part).replaceAll(' ', '')
  return siteNames.some(site => {
    const other = bare(site).replaceAll(' ', '')
    return (
      other.length > 1 &&
      (key === other || key === `the${other}` || `the${key}` === other || `${key}com` === other)
    )
  })
}

/**
 * A title without the name of its site at either end: "Story - The Paper" → "Story". Only parts that are the
 * site's name go, and what lies outside them (a section between headline and site).
 */
export function withoutSite(title: string, siteNames: readonly string[]): string {
  const words = collapse(title)
  const marks = [...words.matchAll(new RegExp(SEPARATOR, 'gu'))]
  for (const mark of marks) {
    const after = words.slice(mark.index + mark[0].length)
    if (mark.index > 0 && sameSite(after, siteNames))
      return withoutSite(words.slice(0, mark.index), siteNames)
  }
  const first = marks[0]
  if (first && sameSite(words.slice(0, first.index), siteNames)) {
    return withoutSite(words.slice(first.index + first[0].length), siteNames)
  }
  return words
}

/** How far two wordings agree, 0 to 1: 1 for the same, else the share of the shorter one's words in the longer. */
export function agreement(a: string, b: string): number {
  const [x, y] = [bare(a), bare(b)]
  if (x === '' || y === '') return 0
  if (x === y) return 1
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  if (short.length >= 8 && long.includes(short)) return 0.9
  const words = new Set(long.split(' '))
  const parts = short.split(' ')
  if (parts.length < 3) return 0
  return (0.9 * parts.filter(part => words.has(part)).length) / parts.length
}

const AGREES = 0.5
const NOT_A_HEADLINE =
  'nav, footer, [class*="logo" i], [class*="site-title" i], [aria-hidden="true"], [class*="related" i], dialog, [role="dialog"]'

/** The `<h1>` that the page's own titles confirm, and its words; null where none does. */
export function headingOf(
  document: Document,
  titles: readonly string[],
): { readonly element: Element; readonly text: string } | null {
  let best: { element: Element; text: string } | null = null
  let top = AGREES
  for (const element of document.querySelectorAll('h1')) {
    const text = collapse(element.textContent ?? '')
    if (text === '' || text.length > 500 || element.closest(NOT_A_HEADLINE)) continue
    const fit = Math.max(0, ...titles.map(title => agreement(text, title)))
    if (fit > top) [best, top] = [{ element, text }, fit]
  }
  return best
}

/**
 * The headline: what the reader sees as `<h1>` where the page's titles agree with it, else the first of the titles
 * the page declares. The headline's own punctuation is kept.
 */
export function chooseTitle(
  heading: string | null,
  declared: readonly Candidate<string>[],
  siteNames: readonly string[],
): Candidate<string> | null {
  if (heading) return { value: withoutSite(heading, siteNames), origin: 'html' }
  for (const { value, origin } of declared) {
    const title = withoutSite(value, siteNames)
    if (title !== '' && !sameSite(title, siteNames)) return { value: title, origin }
  }
  return null
}
