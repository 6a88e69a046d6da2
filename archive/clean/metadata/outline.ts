/** An element and the names by which templates tell what it holds, lower case. */
export interface Marked {
  readonly element: Element
  readonly tag: string
  /** Class, id and the ids that tests go by. */
  readonly labels: string
  readonly itemprop: string
  readonly rel: string
  readonly href: string
}

/**
 * Every element of a page in order, read once: asking a selector engine for `[class*="date" i]` and its like
 * costs more than all the rest of the metadata together.
 */
export interface Outline {
  readonly marked: readonly Marked[]
  indexOf(element: Element): number
}

const LABEL_ATTRIBUTES = ['class', 'id', 'data-testid', 'data-qa'] as const

function lower(element: Element, name: string): string {
  return element.getAttribute(name)?.toLowerCase() ?? ''
}

function markedOf(element: Element): Marked {
  return {
    element,
    tag: element.localName,
    labels: LABEL_ATTRIBUTES.map(name => lower(element, name)).join(' '),
    itemprop: lower(element, 'itemprop'),
    rel: lower(element, 'rel'),
    href: element.localName === 'a' ? lower(element, 'href') : '',
  }
}

export function readOutline(document: Document): Outline {
  const elements = [...document.querySelectorAll('*')]
  const places = new Map(elements.map((element, i) => [element, i]))
  return { marked: elements.map(markedOf), indexOf: element => places.get(element) ?? -1 }
}
