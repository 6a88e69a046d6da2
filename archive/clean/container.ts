import { FURNITURE_NAMES } from './rules/names.ts'
import { firstRule } from './rules/rule.ts'
import { elementsIn, isText, linkShare, type PageElement } from './tree/node.ts'
import { HEADING_TAGS } from './tree/tags.ts'

const SHORTEST_LETTERS = 20
const MOST_LINKED = 0.4
const FAR_TAGS: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'menu'])

/** An element whose own words are a paragraph: text in it, no block in it. */
function isLeaf(element: PageElement): boolean {
  return !element.blocky && element.letters >= SHORTEST_LETTERS && linkShare(element) < MOST_LINKED
}

const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'td', 'blockquote', 'section', 'pre', 'dd'])

interface Sums {
  /** Letters of paragraphs straight inside, and anywhere inside. */
  own: number
  all: number
}

function paragraphSums(root: PageElement, skip: (element: PageElement) => boolean): Map<PageElement, Sums> {
  const sums = new Map<PageElement, Sums>()
  const at = (element: PageElement): Sums => {
    const known = sums.get(element) ?? { own: 0, all: 0 }
    sums.set(element, known)
    return known
  }
  const stack: PageElement[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.hidden || (element !== root && skip(element))) continue
    if (BLOCKS.has(element.tag) && isLeaf(element)) {
      if (element.parent) at(element.parent).own += element.letters
      for (let up = element.parent; up; up = up.parent) at(up).all += element.letters
      continue
    }
    for (const child of element.children) if (!isText(child)) stack.push(child)
  }
  return sums
}

const COMPANION_SHARE = 0.7

/**
 * The element that holds the story, by where the paragraphs are: the deepest one that still has most of the
 * page's running text. Works in one pass over the plain tree, so it serves pages too long for Readability,
 * and is a second opinion on the others. Null for a page without paragraphs.
 */
export function storyContainer(root: PageElement): PageElement | null {
  const skip = (element: PageElement): boolean =>
    FAR_TAGS.has(element.tag) ||
    (element.letters < root.letters / 2 && firstRule(FURNITURE_NAMES, element.names) !== null)
  const sums = paragraphSums(root, skip)
  const total = sums.get(root)?.all ?? 0
  if (total === 0) return null
  let best = root
  for (;;) {
    let heaviest: PageElement | null = null
    for (const child of best.children) {
      if (!isText(child) && (sums.get(child)?.all ?? 0) > (heaviest ? sums.get(heaviest)!.all : 0))
        heaviest = child
    }
    const here = sums.get(best)!
    if (!heaviest || sums.get(heaviest)!.all < here.all * COMPANION_SHARE || here.own > here.all * 0.3)
      return best
    best = heaviest
  }
}

/** Everything in the container that is not furniture by its tag or name, as Readability's verdict would be. */
export function keptInContainer(container: PageElement): ReadonlySet<PageElement> {
  const kept = new Set<PageElement>()
  const stack: PageElement[] = [container]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.hidden || FAR_TAGS.has(element.tag)) continue
    if (element !== container && !HEADING_TAGS.has(element.tag) && element.letters < container.letters / 2) {
      if (firstRule(FURNITURE_NAMES, element.names) !== null) continue
    }
    kept.add(element)
    for (const child of element.children) if (!isText(child)) stack.push(child)
  }
  for (let up = container.parent; up; up = up.parent) kept.add(up)
  return kept
}

/** Letters whose own element is kept. */
export function keptLetters(root: PageElement, kept: ReadonlySet<PageElement>): number {
  let sum = 0
  for (const element of elementsIn(root)) {
    if (!kept.has(element)) continue
    sum += element.letters
    for (const child of element.children) if (!isText(child) && !child.hidden) sum -= child.letters
  }
  return sum
}
