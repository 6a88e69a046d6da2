import type { Candidate } from './candidate.ts'
import { withKicker } from './kicker.ts'
import type { Marked, Outline } from './outline.ts'
import { framePlaces } from './surroundings.ts'
import { inTrail } from './trail.ts'
import { bare, collapse } from './words.ts'

const SEPARATOR = /\s+[|｜–—\-:·•»«›/~_]+\s+|\s*[|｜»]\s*|\s*::\s*|_(?=\p{Script=Han})/u

/** A word or two between bars, as a section stands between headline and site. */
const SECTION_AT_END = /\s*[|｜]\s*[^\s|｜]{2,20}(?:\s[^\s|｜]{1,20})?$/u

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
 * site's name go, and a section between bars beside it.
 */
function withoutSite(title: string, siteNames: readonly string[]): string {
  const words = collapse(title)
  const marks = [...words.matchAll(new RegExp(SEPARATOR, 'gu'))]
  for (const mark of marks) {
    const after = words.slice(mark.index + mark[0].length)
    if (mark.index > 0 && sameSite(after, siteNames)) {
      const before = words.slice(0, mark.index)
      return withoutSite(/[|｜]/.test(mark[0]) ? before.replace(SECTION_AT_END, '') : before, siteNames)
    }
  }
  const first = marks[0]
  if (first && sameSite(words.slice(0, first.index), siteNames)) {
    return withoutSite(words.slice(first.index + first[0].length), siteNames)
  }
  return words
}

/** How far two wordings agree, 0 to 1: 1 for the same, else the share of the shorter one's words in the longer. */
function agreement(a: string, b: string): number {
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
const SURE = 0.9
const MAX_LENGTH = 500
const MIN_LONE_WORDS = 3
/** Headings beyond these are those of lists. */
const MOST_HEADINGS = 300

function isOtherHeadline({ tag, itemprop, labels }: Marked): boolean {
  return tag === 'h2' || tag === 'h3' || itemprop.includes('headline') || /headline|entry-title/.test(labels)
}

export interface Heading {
  readonly element: Element
  readonly text: string
}

function headings(outline: Outline, isWanted: (marked: Marked, place: number) => boolean): Heading[] {
  const found: Heading[] = []
  for (const [place, marked] of outline.marked.entries()) {
    if (found.length >= MOST_HEADINGS) break
    if (marked.length === 0 || marked.length > MAX_LENGTH * 2 || !isWanted(marked, place)) continue
    const text = outline.headlineText(marked.element)
    if (text !== '' && text.length <= MAX_LENGTH) found.push({ element: marked.element, text })
  }
  return found
}

function bestOf(list: readonly Heading[], titles: readonly string[], least: number): Heading | null {
  let best: Heading | null = null
  let top = least
  for (const heading of list) {
    const fit = Math.max(0, ...titles.map(title => agreement(heading.text, title)))
    if (fit > top) [best, top] = [heading, fit]
  }
  return best
}

/** The page's only heading of the first rank that is long enough for a headline. */
function loneHeading(list: readonly Heading[], siteNames: readonly string[]): Heading | null {
  const long = list.filter(
    ({ text }) =>
      (text.split(' ').length >= MIN_LONE_WORDS || /[\p{Script=Han}\p{Script=Thai}]{8}/u.test(text)) &&
      !sameSite(text, siteNames),
  )
  return new Set(long.map(({ text }) => bare(text))).size === 1 ? (long[0] ?? null) : null
}

/** Whether a title is a crumb's wording, or that with more or less at its ends. */
function isCrumb(title: string, crumbs: readonly Heading[]): boolean {
  const key = bare(title)
  return crumbs.map(({ text }) => bare(text)).some(crumb => crumb.includes(key) || key.includes(crumb))
}

export interface Headings {
  /** The headline as the reader sees it. */
  readonly headline: Heading | null
  /** First-rank headings that are a crumb of the page's trail. */
  readonly crumbs: readonly Heading[]
}

/**
 * The headline as the reader sees it: the `<h1>` that the page's own titles confirm, failing that the page's
 * only `<h1>`, failing that another heading that repeats one of the titles. Null where none of these is there.
 */
export function readHeadings(
  outline: Outline,
  titles: readonly string[],
  siteNames: readonly string[],
): Headings {
  const stripped = titles
    .map(title => withoutSite(title, siteNames))
    .filter(title => !sameSite(title, siteNames))
  const inFrame = framePlaces(outline)
  const all = headings(outline, ({ tag }) => tag === 'h1')
  const crumbs = all.filter(({ element }) => inTrail(element, outline))
  const first = all.filter(h => !crumbs.includes(h) && !inFrame[outline.indexOf(h.element)])
  const headline = bestOf(first, stripped, AGREES) ?? loneHeading(first, siteNames)
  if (headline) return { headline, crumbs }
  const others = headings(outline, (marked, place) => !inFrame[place] && isOtherHeadline(marked))
  const shown = stripped.filter(title => !isCrumb(title, crumbs))
  return { headline: bestOf(others, shown, SURE), crumbs }
}

/**
 * The headline: what the reader sees where the page's titles agree with it, else the first of the titles the
 * page declares; one with the wording of a crumb is for search engines, and comes last. The
 * headline's own punctuation is kept.
 */
export function chooseTitle(
  { headline, crumbs }: Headings,
  declared: readonly Candidate<string>[],
  siteNames: readonly string[],
  outline: Outline,
): Candidate<string> | null {
  const titles = declared
    .map(({ value, origin }) => ({ value: withoutSite(value, siteNames), origin }))
    .filter(({ value }) => value !== '' && !sameSite(value, siteNames))
  if (!headline) return titles.find(({ value }) => !isCrumb(value, crumbs)) ?? titles[0] ?? null
  const words = titles.map(({ value }) => value)
  const seen = withKicker(headline.element, headline.text, words, outline)
  return { value: withoutSite(seen, siteNames), origin: 'html' }
}
