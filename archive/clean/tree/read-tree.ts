import { addText, finishDraft, newDraft, type Draft } from './draft.ts'
import type { PageElement } from './node.ts'
import { SILENT_TAGS } from './tags.ts'

/** Deepest nesting kept: what lies deeper is lifted to this depth, as Chromium's parser does. */
export const MAX_DEPTH = 512

function attributesOf(element: Element): Record<string, string> {
  const out: Record<string, string> = {}
  for (const name of element.getAttributeNames()) out[name] = element.getAttribute(name) ?? ''
  return out
}

/** The tree, and the DOM element of each number: `elements[n]`. */
export interface ReadTree {
  readonly root: PageElement
  readonly elements: readonly Element[]
  /** Nesting of the deepest element of the DOM; the tree itself stops at `MAX_DEPTH`. */
  readonly depth: number
}

/**
 * Reads the body of a DOM into plain objects and numbers its elements. Walks by sibling pointers, never by index, and without recursion: a page may be as long and as deep as it likes.
 */
export function readTree(document: Document): ReadTree {
  const elements: Element[] = []
  const open: Draft[] = []
  let depth = 0
  const enter = (element: Element): void => {
    const parent = open[Math.min(open.length, MAX_DEPTH) - 1] ?? null
    const draft = newDraft(element.localName.toLowerCase(), attributesOf(element), parent, elements.length)
    elements.push(element)
    parent?.children.push(draft)
    open.push(draft)
    depth = Math.max(depth, open.length)
  }
  enter(document.body)
  const root = open[0]!
  let node: Node | null = document.body.firstChild
  for (;;) {
    while (!node) {
      const done = open.pop()!
      finishDraft(done)
      if (done === root) return { root, elements, depth }
      node = elements[done.n]!.nextSibling
    }
    if (node.nodeType === 1 && !SILENT_TAGS.has((node as Element).localName.toLowerCase())) {
      enter(node as Element)
      node = node.firstChild
      continue
    }
    if (node.nodeType === 3) addText(open.at(-1)!, (node as Text).data)
    node = node.nextSibling
  }
}
