import { RawTexts } from './raw-text.ts'

/** An element and the names by which templates tell what it holds, lower case. */
export interface Marked {
  readonly element: Element
  readonly tag: string
  /** Class, id and the ids that tests go by. */
  readonly labels: string
  readonly itemprop: string
  readonly rel: string
  readonly href: string
  /** Place in `Outline.marked` of the element around it; -1 for the first. Always before its own place. */
  readonly parent: number
  /** Characters of its `textContent`. */
  readonly length: number
}

/**
 * Every element of a page in order, read once: asking a selector engine for `[class*="date" i]` and its like,
 * or each element for its text, costs more than all the rest of the metadata together, and on deeply nested
 * pages grows with the square of the depth.
 */
export interface Outline {
  readonly marked: readonly Marked[]
  indexOf(element: Element): number
  /** An element's words, with ` | ` where a block ends and a space where two inline elements meet. Empty where they are too many for a line. */
  spacedText(element: Element): string
  /** An element's words as a headline: no mark where a block ends, and only such spaces added as part two words. */
  headlineText(element: Element): string
}

const LABEL_ATTRIBUTES = ['class', 'id', 'data-testid', 'data-qa'] as const

function lower(element: Element, name: string): string {
  return element.getAttribute(name)?.toLowerCase() ?? ''
}

function markedOf(element: Element, parent: number): Marked & { length: number } {
  return {
    element,
    tag: element.localName,
    labels: LABEL_ATTRIBUTES.map(name => lower(element, name)).join(' '),
    itemprop: lower(element, 'itemprop'),
    rel: lower(element, 'rel'),
    href: element.localName === 'a' ? lower(element, 'href') : '',
    parent,
    length: 0,
  }
}

const ELEMENT = 1
const TEXT = 3

/**
 * Reads the page depth first without recursion, since a page may nest deeper than the stack reaches: each element
 * is opened before what it holds and closed after it.
 */
function walk(
  root: Element,
  visit: { open(element: Element): void; text(words: string): void; close(): void },
): void {
  const stack: Node[] = [root]
  visit.open(root)
  for (let next: Node | null = root.firstChild; stack.length > 0;) {
    if (!next) {
      visit.close()
      next = stack.pop()!.nextSibling
      continue
    }
    if (next.nodeType === ELEMENT) {
      visit.open(next as Element)
      stack.push(next)
      next = next.firstChild
      continue
    }
    if (next.nodeType === TEXT) visit.text(next.nodeValue ?? '')
    next = next.nextSibling
  }
}

export function readOutline(document: Document): Outline {
  const marked: (Marked & { length: number })[] = []
  const places = new Map<Element, number>()
  const texts = new RawTexts()
  let current = -1
  walk(document.documentElement, {
    open(element) {
      current = marked.push(markedOf(element, current)) - 1
      places.set(element, current)
      texts.open(current)
    },
    text(words) {
      marked[current]!.length += words.length
      texts.add(current, words)
    },
    close() {
      const { parent, length, tag } = marked[current]!
      texts.close(current, parent, tag)
      if (parent >= 0) marked[parent]!.length += length
      current = parent
    },
  })
  const indexOf = (element: Element): number => places.get(element) ?? -1
  return {
    marked,
    indexOf,
    spacedText: element => texts.spaced(indexOf(element)),
    headlineText: element => texts.headline(indexOf(element)),
  }
}
