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

export function readOutline(document: Document): Outline {
  const marked: (Marked & { length: number })[] = []
  const places = new Map<Element, number>()
  const texts = new RawTexts()
  // Depth first without recursion: a page may nest deeper than the stack reaches. `open` is the element whose
  // children are being read.
  let open = -1
  const close = (): void => {
    const { parent, length, tag } = marked[open]!
    texts.close(open, parent, tag)
    if (parent >= 0) marked[parent]!.length += length
    open = parent
  }
  for (let node: Node | null = document.documentElement; node;) {
    if (node.nodeType === ELEMENT) {
      const place = marked.push(markedOf(node as Element, open)) - 1
      places.set(node as Element, place)
      texts.open(place)
      open = place
      if (node.firstChild) {
        node = node.firstChild
        continue
      }
      close()
    } else if (node.nodeType === TEXT) {
      const words = node.nodeValue ?? ''
      marked[open]!.length += words.length
      texts.add(open, words)
    }
    while (node && open >= 0 && !node.nextSibling) {
      node = marked[open]!.element
      close()
    }
    node = open < 0 ? null : (node?.nextSibling ?? null)
  }
  const indexOf = (element: Element): number => places.get(element) ?? -1
  return {
    marked,
    indexOf,
    spacedText: element => texts.spaced(indexOf(element)),
    headlineText: element => texts.headline(indexOf(element)),
  }
}
