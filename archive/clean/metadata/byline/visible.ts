import type { Marked } from '../outline.ts'
import type { Surroundings } from '../surroundings.ts'
import { collapse } from '../words.ts'
import { distinct, isFullName, mayStartAsByline, peopleIn, startsAsByline } from './people.ts'

const MAX_BYLINE_LENGTH = 160
/** Longest text of an element whose name only hints at a byline: beyond it, it is a box about the author. */
const MAX_VAGUE_LENGTH = 320
/** More names than a byline has: then the elements were labels of something else. */
const MAX_VAGUE_NAMES = 5

/** Whether a template calls an element a byline: surest kind first. */
const BYLINE_MARKS: readonly ((marked: Marked) => boolean)[] = [
  ({ itemprop }) => /(?:^|\s)author(?:\s|$)/.test(itemprop),
  ({ tag, rel }) => tag === 'a' && /(?:^|\s)author(?:\s|$)/.test(rel),
  ({ labels }) => labels.includes('byline'),
  ({ labels }) => /(?:^|\s)(?:p-author|fn)(?:\s|$)/.test(labels),
  ({ href }) => /\/(?:authors?|autor(?:en|es)?)\//.test(href),
  ({ labels }) => /(?:^|\s)author(?:\s|$)|author[-_]?name|article[-_]{1,2}author|authors/.test(labels),
  ({ labels }) => /author|autor|writer|reporter|redakt|signature|firma/.test(labels),
]

/** Kinds that name nothing but a byline; the rest hold other things too, so there only full names count. */
const TELLING = 3

/** Names found where the reader sees them. `sure`: nothing else stood among them, so that they are the whole byline. */
export interface SeenNames {
  readonly names: readonly string[]
  readonly sure: boolean
}

const NOBODY: SeenNames = { names: [], sure: false }

const PERSON_HREF = /author|\/people\/|\/profile|\/staff\/|\/by\/|\/autor/i

function isPersonLink(link: Element): boolean {
  return /author/i.test(link.getAttribute('rel') ?? '') || PERSON_HREF.test(link.getAttribute('href') ?? '')
}

/**
 * Names in an element called a byline: its links to people, else the first of its lines that names somebody and
 * the lines right after it that do so too.
 */
function namesIn(element: Element, around: Surroundings): SeenNames {
  const links = [...element.getElementsByTagName('a')]
    .filter(isPersonLink)
    .map(link => around.spacedText(link))
  const linked = links.flatMap(link => peopleIn(link))
  if (linked.length > 0) return { names: linked, sure: true }
  const lines = around.spacedText(element).split(' | ')
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

function markedUp(around: Surroundings, isMark: (marked: Marked) => boolean, telling: boolean): SeenNames {
  const marked = around.after
    .filter(candidate => isMark(candidate) && around.near(candidate.element))
    .slice(0, 12)
  const names: string[] = []
  let sure = true
  let first: Element | null = null
  for (const { element, length } of marked) {
    if (first && !sameGroup(first, element)) break
    if (first?.contains(element) || length > (telling ? MAX_BYLINE_LENGTH * 4 : MAX_VAGUE_LENGTH)) continue
    const found = namesIn(element, around)
    const kept = telling ? found.names : found.names.filter(isFullName)
    if (kept.length === 0) continue
    first ??= element
    sure &&= found.sure
    names.push(...kept)
  }
  const distinctNames = distinct(names)
  const tooMany = !telling && distinctNames.length > MAX_VAGUE_NAMES
  return distinctNames.length > 0 && !tooMany ? { names: distinctNames, sure } : NOBODY
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

const LINE_ELEMENTS: ReadonlySet<string> = new Set(
  'p span div a li address strong em small b i h2 h3 h4 h5 cite'.split(' '),
)
const LINES_AFTER_HEADING = 120

/** A short line near the headline that says "By …", in an element without a telling name. */
function spoken(around: Surroundings): SeenNames {
  let seen = 0
  for (const { element, tag, length } of around.after) {
    if (!LINE_ELEMENTS.has(tag)) continue
    if (length < 4 || !around.near(element)) continue
    if (++seen > LINES_AFTER_HEADING) break
    if (length > MAX_BYLINE_LENGTH * 3) continue
    const text = around.spacedText(element)
    if (text.length < 4 || text.length > MAX_BYLINE_LENGTH || !mayStartAsByline(text)) continue
    const { names } = namesIn(element, around)
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
export function visibleByline(heading: Element | null, around: Surroundings): SeenNames {
  for (const [rank, isMark] of BYLINE_MARKS.entries()) {
    const found = markedUp(around, isMark, rank < TELLING)
    if (found.names.length > 0) return found
  }
  const found = spoken(around)
  return found.names.length > 0 ? found : loose(heading)
}
