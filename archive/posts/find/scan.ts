import { isElement, nodeAfter } from '../element-text.ts'
import { attributeFinder } from './attributes.ts'
import { frameFinder } from './frames.ts'
import { holderFinder } from './holders.ts'
import { linkFinders } from './links.ts'
import { nativeFinders } from './native.ts'
import type { Finder, Search, Sighting } from './search.ts'

/** In this order: markup made for the purpose first, guesses last. */
const FINDERS: readonly Finder[] = [
  ...nativeFinders,
  frameFinder,
  holderFinder,
  attributeFinder,
  ...linkFinders,
]

/** How often embed code may hold embed code. */
const MAX_WRAPPING = 3

export interface Spot {
  readonly element: Element
  readonly sightings: readonly Sighting[]
}

function look(element: Element, search: Search): readonly Sighting[] | null {
  for (const finder of FINDERS) {
    const found = finder(element, search)
    if (found) return found
  }
  return null
}

function spotsIn(root: Node, search: Search): readonly Spot[] {
  const spots: Spot[] = []
  for (let node: Node | null = root.firstChild; node;) {
    const sightings = isElement(node) ? look(node, search) : null
    if (sightings && isElement(node)) spots.push({ element: node, sightings })
    node = (sightings ? null : node.firstChild) ?? nodeAfter(node, root)
  }
  return spots
}

/** Every place under `root` where posts stand, in document order. Nothing is changed. */
export function scan(root: Node, document: Document, pageUrl: string, wrapping = 0): readonly Spot[] {
  const inside = (html: string): readonly Sighting[] => {
    if (wrapping >= MAX_WRAPPING) return []
    const holder = document.createElement('template')
    holder.innerHTML = html
    return scan(holder.content, document, pageUrl, wrapping + 1).flatMap(spot => spot.sightings)
  }
  return spotsIn(root, { pageUrl, inside })
}
