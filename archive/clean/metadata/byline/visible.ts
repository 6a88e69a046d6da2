import { spacedText, type Surroundings } from '../surroundings.ts'
import { distinct, mayStartAsByline, peopleIn, startsAsByline } from './people.ts'

const MAX_BYLINE_LENGTH = 160

/** Elements that templates call a byline, surest first. */
const BYLINE_SELECTORS: readonly string[] = [
  '[itemprop~="author" i] [itemprop~="name" i], [itemprop~="author" i]',
  'a[rel~="author" i]',
  '[class*="byline" i], [data-testid*="byline" i], [id*="byline" i], [data-qa*="byline" i]',
  '.p-author, .vcard .fn, .author .fn',
  '[class~="author" i], [class*="author-name" i], [class*="author_name" i], [class*="authorname" i], [class*="article-author" i], [class*="article__author" i], [class*="authors" i], [data-testid*="author" i]',
  '[class*="author" i] a, [class*="autor" i], [class*="writer" i], [class*="reporter" i], [class*="redakt" i] a, [class*="signature" i], [class*="firma" i]',
]

function markedUp(document: Document, around: Surroundings, selector: string): readonly string[] {
  const marked = [...document.querySelectorAll(selector)].filter(element => around.near(element)).slice(0, 12)
  const names: string[] = []
  let first: Element | null = null
  for (const element of marked) {
    if (first && !sameGroup(first, element)) break
    const text = spacedText(element)
    if (text.length < 2 || text.length > MAX_BYLINE_LENGTH * 2) continue
    const links = [
      ...element.querySelectorAll(
        'a[rel~="author" i], a[href*="author" i], a[href*="/people/" i], a[href*="/profile" i]',
      ),
    ]
    const linked = links.flatMap(link => peopleIn(spacedText(link)))
    const found = linked.length > 0 ? linked : peopleIn(text)
    if (found.length === 0) continue
    first ??= element
    names.push(...found)
  }
  return distinct(names)
}

/** Names that stand together: the second within a few steps of the first. */
function sameGroup(first: Element, other: Element): boolean {
  let around: Element | null = first
  for (let step = 0; step < 4 && around; step++) {
    if (around.contains(other)) return true
    around = around.parentElement
  }
  return false
}

const LINE_ELEMENTS = 'p, span, div, a, li, address, strong, em, small, b, i, h2, h3, h4, h5, cite'
const LINES_AFTER_HEADING = 120

/** A short line near the headline that says "By …", in an element without a telling name. */
function spoken(document: Document, around: Surroundings): readonly string[] {
  let seen = 0
  for (const element of document.querySelectorAll(LINE_ELEMENTS)) {
    if (!around.near(element)) continue
    if (++seen > LINES_AFTER_HEADING) return []
    if ((element.textContent?.length ?? 0) > MAX_BYLINE_LENGTH * 3) continue
    const text = spacedText(element)
    if (text.length < 4 || text.length > MAX_BYLINE_LENGTH) continue
    const sure = startsAsByline(text)
    if (!sure && !mayStartAsByline(text)) continue
    const names = peopleIn(text)
    if (names.length > 0 && (sure ? names.every(looksLikeName) : names.every(isFullName))) return names
  }
  return []
}

function looksLikeName(name: string): boolean {
  return !/^\p{Ll}/u.test(name) && name.split(' ').length <= 5
}

const FULL_NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|van|von|de|der|den|di|da|dos|del|la|le|el|al|bin))*? \p{Lu}[\p{L}\p{M}'’-]+$/u

function isFullName(name: string): boolean {
  return FULL_NAME.test(name)
}

/** The names the reader sees: from elements called byline or author, else from a line that opens as one. */
export function visibleByline(document: Document, around: Surroundings): readonly string[] {
  for (const selector of BYLINE_SELECTORS) {
    const names = markedUp(document, around, selector)
    if (names.length > 0) return names
  }
  return spoken(document, around)
}
