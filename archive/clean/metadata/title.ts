import type { Candidate } from './candidate.ts'
import { spacedText } from './surroundings.ts'
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
const SURE = 0.9
const MAX_LENGTH = 500
const MIN_LONE_WORDS = 3
const NOT_A_HEADLINE =
  'nav, footer, aside, dialog, [role="dialog"], [aria-hidden="true"], [class*="logo" i], [class*="site-title" i], [class*="related" i], [class*="cookie" i], [class*="consent" i]'
const OTHER_HEADLINES = 'h2, [itemprop~="headline" i], [class*="headline" i], [class*="entry-title" i], h3'

export interface Heading {
  readonly element: Element
  readonly text: string
}

/** An element's words; elements that touch without a space ("Kicker" "Headline") are parted. */
function headlineText(element: Element): string {
  return spacedText(element).replaceAll(' | ', ' ')
}

function headings(document: Document, selector: string): Heading[] {
  return [...document.querySelectorAll(selector)]
    .filter(
      element => (element.textContent?.length ?? 0) <= MAX_LENGTH * 2 && !element.closest(NOT_A_HEADLINE),
    )
    .map(element => ({ element, text: headlineText(element) }))
    .filter(({ text }) => text !== '' && text.length <= MAX_LENGTH)
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

function isLone(list: readonly Heading[], siteNames: readonly string[]): boolean {
  const text = list[0]?.text ?? ''
  const long = text.split(' ').length >= MIN_LONE_WORDS || /[\p{Script=Han}\p{Script=Thai}]{8}/u.test(text)
  return list.length === 1 && long && !sameSite(text, siteNames)
}

/**
 * The headline as the reader sees it: the `<h1>` that the page's own titles confirm, failing that another
 * heading that repeats one of them, failing that the page's only `<h1>`. Null where none of these is there.
 */
export function headingOf(
  document: Document,
  titles: readonly string[],
  siteNames: readonly string[],
): Heading | null {
  const stripped = titles
    .map(title => withoutSite(title, siteNames))
    .filter(title => !sameSite(title, siteNames))
  const first = headings(document, 'h1')
  const confirmed = bestOf(first, stripped, AGREES)
  if (confirmed) return confirmed
  if (isLone(first, siteNames)) return first[0] ?? null
  return bestOf(headings(document, OTHER_HEADLINES), stripped, SURE)
}

const MAX_KICKER = 45

/**
 * Takes a kicker off a heading ("Opinion The harbour plan") where a title the page declares is the rest, and
 * puts one on ("Harbour: The plan") where two declared titles agree that it is part of the headline.
 */
function withKicker(heading: string, declared: readonly string[]): string {
  const key = bare(heading)
  for (const title of declared) {
    const rest = bare(title)
    if (rest.split(' ').length < 3 || rest === key || !key.endsWith(` ${rest}`)) continue
    if (heading.length - title.length <= MAX_KICKER) return title
  }
  const longer = declared.filter(title => /[:|/]\s/.test(title) && bare(title).endsWith(` ${key}`))
  const agreed = longer.find((title, i) => longer.findIndex(other => bare(other) === bare(title)) !== i)
  return agreed && agreed.length - heading.length <= MAX_KICKER ? agreed : heading
}

/**
 * The headline: what the reader sees where the page's titles agree with it, else the first of the titles the
 * page declares. The headline's own punctuation is kept.
 */
export function chooseTitle(
  heading: string | null,
  declared: readonly Candidate<string>[],
  siteNames: readonly string[],
): Candidate<string> | null {
  const titles = declared
    .map(({ value, origin }) => ({ value: withoutSite(value, siteNames), origin }))
    .filter(({ value }) => value !== '' && !sameSite(value, siteNames))
  if (!heading) return titles[0] ?? null
  const words = withoutSite(heading, siteNames)
  return {
    value: withKicker(
      words,
      titles.map(({ value }) => value),
    ),
    origin: 'html',
  }
}
