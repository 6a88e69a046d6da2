import { spacedText, type Surroundings } from '../surroundings.ts'
import { collapse } from '../words.ts'
import { distinct, isFullName, mayStartAsByline, peopleIn, startsAsByline } from './people.ts'

const MAX_BYLINE_LENGTH = 160

/** Selectors that name nothing but a byline; the rest hold other things too, so there only full names count. */
const TELLING = 3

/** Elements that templates call a byline, surest first. */
const BYLINE_SELECTORS: readonly string[] = [
  '[itemprop~="author" i] [itemprop~="name" i], [itemprop~="author" i]',
  'a[rel~="author" i]',
  '[class*="byline" i], [data-testid*="byline" i], [id*="byline" i], [data-qa*="byline" i]',
  '.p-author, .vcard .fn, .author .fn',
  'a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor/" i], a[href*="/autoren/" i]',
  '[class~="author" i], [class*="author-name" i], [class*="author_name" i], [class*="authorname" i], [class*="article-author" i], [class*="article__author" i], [class*="authors" i], [data-testid*="author" i]',
  '[class*="author" i] a, [class*="autor" i], [class*="writer" i], [class*="reporter" i], [class*="redakt" i] a, [class*="signature" i], [class*="firma" i]',
]

/** Names found where the reader sees them. `sure`: nothing else stood among them, so that they are the whole byline. */
export interface SeenNames {
  readonly names: readonly string[]
  readonly sure: boolean
}

const NOBODY: SeenNames = { names: [], sure: false }

const PERSON_LINKS =
  'a[rel~="author" i], a[href*="author" i], a[href*="/people/" i], a[href*="/profile" i], a[href*="/staff/" i], a[href*="/by/" i], a[href*="/autor" i]'

/**
 * Names in an element called a byline: its links to people, else the first of its lines that names somebody and
 * the lines right after it that do so too.
 */
function namesIn(element: Element): SeenNames {
  const links = [...element.querySelectorAll(PERSON_LINKS)].map(spacedText)
  const linked = links.flatMap(link => peopleIn(link))
  if (linked.length > 0) return { names: linked, sure: true }
  const lines = spacedText(element).split(' | ')
  const names: string[] = []
  for (const [i, line] of lines.entries()) {
    if (line.length > MAX_BYLINE_LENGTH) break
    const led =
      startsAsByline(line) || mayStartAsByline(line) || (i > 0 && startsAsByline(`${lines[i - 1]} x`))
    const found = peopleIn(line, true).filter(name => led || lines.length === 1 || isFullName(name))
    if (found.length === 0 && names.length > 0) break
    names.push(...found)
  }
  return { names, sure: lines.length === 1 && startsAsByline(lines[0] ?? '') }
}

function markedUp(document: Document, around: Surroundings, selector: string, telling: boolean): SeenNames {
  const marked = [...document.querySelectorAll(selector)].filter(element => around.near(element)).slice(0, 12)
  const names: string[] = []
  let sure = true
  let first: Element | null = null
  for (const element of marked) {
    if (first && !sameGroup(first, element)) break
    if (first?.contains(element) || (element.textContent?.length ?? 0) > MAX_BYLINE_LENGTH * 4) continue
    const found = namesIn(element)
    const kept = telling ? found.names : found.names.filter(isFullName)
    if (kept.length === 0) continue
    first ??= element
    sure &&= found.sure
    names.push(...kept)
  }
  return names.length > 0 ? { names: distinct(names), sure } : NOBODY
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
function spoken(document: Document, around: Surroundings): SeenNames {
  let seen = 0
  for (const element of document.querySelectorAll(LINE_ELEMENTS)) {
    const length = element.textContent?.length ?? 0
    if (length < 4 || !around.near(element)) continue
    if (++seen > LINES_AFTER_HEADING) break
    if (length > MAX_BYLINE_LENGTH * 3) continue
    const text = spacedText(element)
    if (text.length < 4 || text.length > MAX_BYLINE_LENGTH || !mayStartAsByline(text)) continue
    const { names } = namesIn(element)
    const fits = startsAsByline(text) ? looksLikeName : isFullName
    if (names.length > 0 && names.every(fits)) return { names: distinct(names), sure: false }
  }
  return NOBODY
}

/** A line of text right after the headline, in no element of its own: `<h1>…</h1> by Somebody, <small>…`. */
function loose(heading: Element | null): SeenNames {
  const text = collapse(heading?.nextSibling?.nodeType === 3 ? (heading.nextSibling.nodeValue ?? '') : '')
  const names = text.length <= MAX_BYLINE_LENGTH && startsAsByline(text) ? peopleIn(text, true) : []
  return names.length > 0 ? { names, sure: false } : NOBODY
}

function looksLikeName(name: string): boolean {
  return isFullName(name) || (/^\P{Ll}/u.test(name) && !name.includes(' '))
}

/** The names the reader sees: from elements called byline or author, else from a line that opens as one. */
export function visibleByline(document: Document, heading: Element | null, around: Surroundings): SeenNames {
  for (const [rank, selector] of BYLINE_SELECTORS.entries()) {
    const found = markedUp(document, around, selector, rank < TELLING)
    if (found.names.length > 0) return found
  }
  const found = spoken(document, around)
  return found.names.length > 0 ? found : loose(heading)
}
