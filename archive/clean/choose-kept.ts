import { keptInContainer, keptLetters, storyContainer } from './container.ts'
import { askReadability, keptElements } from './readable.ts'
import type { PageElement } from './tree/node.ts'
import { MAX_DEPTH, type ReadTree } from './tree/read-tree.ts'

/** Pages with more elements go without Readability: its time and memory grow faster than the page. So do very deep ones. */
export const MOST_ELEMENTS_FOR_READABILITY = 20_000

/** Readability's choice is dismissed where it is next to nothing and our own container holds this many times more. */
const NEXT_TO_NOTHING_LETTERS = 120
const TIMES_MORE = 4

function ownChoice(root: PageElement): ReadonlySet<PageElement> {
  const container = storyContainer(root)
  return container ? keptInContainer(container) : new Set([root])
}

function readabilityChoice(document: Document, tree: ReadTree): ReadonlySet<PageElement> | null {
  try {
    const verdict = askReadability(document, tree)
    return verdict.kept.size > 0 ? keptElements(tree.root, verdict) : null
  } catch {
    // Markup too odd for Readability (nesting beyond its recursion, a document without what it expects).
    return null
  }
}

/** The elements that may hold the story: Readability's choice, or ours where it has none or a doubtful one. */
export function chooseKept(document: Document, tree: ReadTree): ReadonlySet<PageElement> {
  const own = ownChoice(tree.root)
  if (tree.elements.length > MOST_ELEMENTS_FOR_READABILITY || tree.depth > MAX_DEPTH) return own
  const kept = readabilityChoice(document, tree)
  if (!kept) return own
  const found = keptLetters(tree.root, kept)
  const isNothing = found < NEXT_TO_NOTHING_LETTERS && keptLetters(tree.root, own) > found * TIMES_MORE
  return isNothing ? own : kept
}
