import { Readability } from '@mozilla/readability'
import { elementsIn, isText, type PageElement } from './tree/node.ts'
import type { ReadTree } from './tree/read-tree.ts'

/** Attribute that carries an element's number while Readability works on the DOM. */
const MARK = 'data-stet-n'

/** Readability's verdict on a numbered page: which elements it kept. */
export interface Verdict {
  /** Numbers of the kept elements. */
  readonly kept: ReadonlySet<number>
}

/**
 * Readability puts the bare words of a `div` into a paragraph and drops the `div`, mark and all: a marked
 * element around the words themselves survives that.
 */
function markBareWords(element: Element, read: PageElement): void {
  if (read.tag !== 'div' || read.blocky || read.letters === 0) return
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 3 || (node as Text).data.trim() === '') continue
    const span = element.ownerDocument.createElement('span')
    span.setAttribute(MARK, String(read.n))
    element.replaceChild(span, node)
    span.append(node)
    return
  }
}

/**
 * Marks the elements of a document, runs Readability over it and collects the marks that survive. The
 * document is used up.
 */
export function askReadability(document: Document, { root, elements }: ReadTree): Verdict {
  for (const read of elementsIn(root)) {
    elements[read.n]!.setAttribute(MARK, String(read.n))
    markBareWords(elements[read.n]!, read)
  }
  const kept = new Set<number>()
  const result = new Readability<Element>(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: node => node as Element,
  }).parse()
  for (let node: Element | null = result?.content ?? null; node; node = next(node, result!.content!)) {
    const mark = node.getAttribute(MARK)
    if (mark !== null) kept.add(Number(mark))
  }
  return { kept }
}

function next(node: Element, root: Element): Element | null {
  if (node.firstElementChild) return node.firstElementChild
  for (let at: Element | null = node; at && at !== root; at = at.parentElement) {
    if (at.nextElementSibling) return at.nextElementSibling
  }
  return null
}

function onlyElement(parent: PageElement, child: PageElement): boolean {
  return parent.children.every(node => node === child || (isText(node) && node.text.trim() === ''))
}

/**
 * Spreads the verdict over the tree. Readability merges a wrapper with its only child, and one of the two
 * marks is lost on the way: an element counts as kept when its own mark, or one inside it, survived, or when
 * it is the only content of a kept wrapper.
 */
export function keptElements(root: PageElement, verdict: Verdict): ReadonlySet<PageElement> {
  const kept = new Set<PageElement>()
  const order: PageElement[] = []
  const stack = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    order.push(element)
    for (const child of element.children) if (!isText(child)) stack.push(child)
  }
  for (const element of order.toReversed()) {
    const inside = element.children.some(child => !isText(child) && kept.has(child))
    if (inside || verdict.kept.has(element.n)) kept.add(element)
  }
  for (const element of order) {
    const { parent } = element
    if (!parent || kept.has(element) || !verdict.kept.has(parent.n)) continue
    if (['div', 'section', 'p'].includes(element.tag) && onlyElement(parent, element)) kept.add(element)
  }
  return kept
}
