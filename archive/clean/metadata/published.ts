import type { Candidate } from './candidate.ts'
import { candidate } from './candidate.ts'
import { normaliseDate } from './dates/normalise.ts'
import { urlDate } from './dates/url-date.ts'
import { ldText, type LdNode } from './json-ld.ts'
import { metaCandidates, type MetaTags } from './meta.ts'
import { META_NAMES } from './meta-names.ts'
import { collapse } from './words.ts'

const ELSEWHERE =
  'aside, footer, nav, [class*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="teaser" i], [class*="recommend" i], blockquote'
const FOLLOWS = 4

export interface DateSources {
  readonly document: Document
  readonly heading: Element | null
  readonly story: LdNode | null
  readonly tags: MetaTags
  readonly url: string
  readonly language: string | null
}

function near(element: Element, heading: Element | null): boolean {
  if (element.closest(ELSEWHERE)) return false
  return heading === null || (heading.compareDocumentPosition(element) & FOLLOWS) !== 0
}

function itemDates(document: Document, names: readonly string[]): Candidate<string>[] {
  return names.flatMap(name =>
    [...document.querySelectorAll(`[itemprop~="${name}" i]`)]
      .filter(element => !element.closest(ELSEWHERE))
      .slice(0, 1)
      .flatMap(element =>
        candidate(
          element.getAttribute('content') ??
            element.getAttribute('datetime') ??
            collapse(element.textContent ?? ''),
          'microdata',
        ),
      ),
  )
}

const UPDATED =
  /updat|modif|edited|aktual|geändert|actuali|mis à jour|mise à jour|aggiorn|gewijzigd|bijgewerkt|oppdat|uppdat|обновл|更新|تحديث|güncel/i

function timeElements(document: Document, heading: Element | null, modified: boolean): Candidate<string>[] {
  return [...document.querySelectorAll('time')]
    .filter(time => near(time, heading))
    .filter(time => {
      const around = `${time.className} ${time.getAttribute('itemprop') ?? ''} ${time.parentElement?.className ?? ''} ${time.previousSibling?.textContent ?? ''} ${time.textContent ?? ''}`
      return UPDATED.test(around) === modified
    })
    .slice(0, 3)
    .flatMap(time => candidate(time.getAttribute('datetime') ?? collapse(time.textContent ?? ''), 'html'))
}

const DATE_CLASS =
  '[class*="date" i], [class*="published" i], [class*="timestamp" i], [class*="pubdate" i], [class*="posted" i], [class*="datum" i], [class*="fecha" i], [class*="time" i], [class*="byline" i], [class*="meta" i]'
const MAX_LINE = 160

/** A short element that templates call a date, after the headline. */
function dateElements(document: Document, heading: Element | null): Candidate<string>[] {
  const found: Candidate<string>[] = []
  for (const element of document.querySelectorAll(DATE_CLASS)) {
    const text = collapse(element.textContent ?? '')
    if (text.length < 6 || text.length > MAX_LINE || !/\p{Nd}/u.test(text) || !near(element, heading))
      continue
    found.push({ value: text, origin: 'text' })
    if (found.length >= 8) break
  }
  return found
}

/** A short line near the headline that holds a date, in an element without a telling name. */
function dateLines(document: Document, heading: Element | null): Candidate<string>[] {
  if (!heading) return []
  const found: Candidate<string>[] = []
  let seen = 0
  for (const element of document.querySelectorAll('p, span, div, li, small, em, strong, b, i, td')) {
    if (!near(element, heading)) continue
    if (++seen > 60) break
    if ((element.textContent?.length ?? 0) > MAX_LINE * 2) continue
    const text = collapse(element.textContent ?? '')
    if (text.length >= 6 && text.length <= MAX_LINE && /\p{Nd}/u.test(text))
      found.push({ value: text, origin: 'text' })
  }
  return found
}

function firstDate(
  lists: readonly (() => Candidate<string>[])[],
  language: string | null,
): Candidate<string> | null {
  for (const list of lists) {
    for (const { value, origin } of list()) {
      const date = normaliseDate(value, language)
      if (date) return { value: date, origin }
    }
  }
  return null
}

/** When it was published, as the page claims; day and zone as printed. */
export function readPublished({
  document,
  heading,
  story,
  tags,
  url,
  language,
}: DateSources): Candidate<string> | null {
  return firstDate(
    [
      () => candidate(ldText(story?.['datePublished']), 'json-ld'),
      () => metaCandidates(tags, META_NAMES.published),
      () => itemDates(document, ['datePublished', 'dateCreated']),
      () => candidate(ldText(story?.['dateCreated'] ?? story?.['uploadDate']), 'json-ld'),
      () => timeElements(document, heading, false),
      () => candidate(urlDate(url), 'url'),
      () => dateElements(document, heading),
      () => dateLines(document, heading),
    ],
    language,
  )
}

/** When it was last changed, as the page claims. */
export function readModified({
  document,
  heading,
  story,
  tags,
  language,
}: DateSources): Candidate<string> | null {
  return firstDate(
    [
      () => candidate(ldText(story?.['dateModified']), 'json-ld'),
      () => metaCandidates(tags, META_NAMES.modified),
      () => itemDates(document, ['dateModified']),
      () => timeElements(document, heading, true),
    ],
    language,
  )
}
