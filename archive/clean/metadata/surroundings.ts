import type { Marked, Outline } from './outline.ts'

/** Words in a class or id that mark another story, another voice or the frame of the page. */
const ELSEWHERE_NAMES =
  /(?:^|[\s_-])(?:comments?|disqus|related|recirc\w*|sidebar|teasers?|recommend\w*|footer|most-?read|popular|trending|credits?|promo\w*|newsletter|bio|biography|author-?box|breadcrumbs?|tooltip|dropdown|modal|menu|card|cards)(?:$|[\s_-])/i

const ELSEWHERE_ELEMENTS: ReadonlySet<string> = new Set([
  'aside',
  'footer',
  'nav',
  'form',
  'figure',
  'figcaption',
  'blockquote',
  'dialog',
  'noscript',
  'template',
])

/** Tells which elements can speak about the story itself: those after its headline and not in the page's frame. */
export interface Surroundings {
  near(element: Element): boolean
  /** The elements from the headline on, in order. */
  readonly after: readonly Marked[]
}

/** Class and id as words: "relatedLinks" → "related Links". */
function namesOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`.replaceAll(/([a-z])([A-Z])/g, '$1 $2')
}

function namesElsewhere(element: Element): boolean {
  return ELSEWHERE_ELEMENTS.has(element.localName) || ELSEWHERE_NAMES.test(namesOf(element))
}

const FRAME_ELEMENTS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'dialog',
  'template',
  'noscript',
])
const FRAME_NAMES =
  /(?:^|[\s_-])(?:logo|site-?(?:title|name)|brand|related|cookies?|consent|modal|popup|newsletter|footer|menu)(?:$|[\s_-])/i

/** Whether an element belongs to the frame of the page (logo, menu, consent box) rather than to a story. */
export function inFrame(element: Element): boolean {
  for (let up: Element | null = element; up && up.localName !== 'body'; up = up.parentElement) {
    if (up.localName === 'main' || up.localName === 'article') return false
    if (FRAME_ELEMENTS.has(up.localName) || FRAME_NAMES.test(namesOf(up))) return true
  }
  return false
}

/**
 * What holds the headline cannot be elsewhere, whatever its class says ("with-sidebar", "commentary"), so only
 * the ancestors between an element and the headline's own are looked at. Without a headline every place is near.
 */
export function surroundingsOf(outline: Outline, heading: Element | null): Surroundings {
  const shared = new Set<Element>()
  for (let up = heading; up; up = up.parentElement) shared.add(up)
  const known = new WeakMap<Element, boolean>()
  const elsewhere = (element: Element | null): boolean => {
    if (!element || shared.has(element) || element.localName === 'body') return false
    const memo = known.get(element)
    if (memo !== undefined) return memo
    const result = namesElsewhere(element) || elsewhere(element.parentElement)
    known.set(element, result)
    return result
  }
  const from = heading ? outline.indexOf(heading) : -1
  return {
    near: element => outline.indexOf(element) > from && !elsewhere(element),
    after: outline.marked.slice(from + 1),
  }
}

const BLOCKS: ReadonlySet<string> = new Set(
  'div p li br time dd dt dl ul ol section header h1 h2 h3 h4 h5 h6 button td tr address'.split(' '),
)
const ELEMENT = 1
const TEXT = 3
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'svg', 'template'])

/** An element's words, with ` | ` where a block ends and a space where two inline elements meet. */
export function spacedText(element: Element): string {
  const parts: string[] = []
  const walk = (parent: Element): void => {
    let at = 0
    for (const child of parent.childNodes) {
      if (child.nodeType === TEXT) parts.push(child.nodeValue ?? '')
      if (child.nodeType !== ELEMENT) continue
      const inner = parent.children[at++]
      if (!inner || SILENT.has(inner.localName)) continue
      const isBlock = BLOCKS.has(inner.localName)
      parts.push(isBlock ? ' | ' : '')
      walk(inner)
      parts.push(isBlock ? ' | ' : ' ')
    }
  }
  walk(element)
  return parts
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?:\s*\|\s*)+/g, ' | ')
    .replaceAll(/ (?=[,.;:!?])/g, '')
    .replaceAll(/^[ |]+|[ |]+$/g, '')
}
