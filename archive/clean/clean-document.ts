import type { Article, Block } from '../model/article.ts'
import type { Post } from '../model/post.ts'
import type { Cleaned } from '../ports/workers.ts'
import { baseUrl } from './base-url.ts'
import { collectUnits } from './blocks/collect.ts'
import { blockWords } from './block-words.ts'
import { CLEANER } from './cleaner.ts'
import { firstNamed } from './elements.ts'
import { readMetadata } from './metadata/index.ts'
import { readHints } from './hints.ts'
import { chooseKept, MOST_ELEMENTS_FOR_READABILITY } from './choose-kept.ts'
import { selectStory } from './select.ts'
import { pageSignals, readPageFacts } from './signals.ts'
import { textDirection } from './direction.ts'
import { misleadingElements } from './story/before.ts'
import { readTree } from './tree/read-tree.ts'

export interface CleanContext {
  /** The address that answered: base for relative links. */
  readonly url: string
  /** Posts lifted from the page, in order; each left a stand-in paragraph behind. */
  readonly posts: readonly Post[]
}

function placedPosts(posts: readonly Post[], blocks: readonly Block[]): readonly Post[] {
  const places = new Map<string, number>()
  blocks.forEach((block, i) => {
    if (block.kind === 'post' && !places.has(block.post)) places.set(block.post, i)
  })
  return posts.map(post => ({ ...post, blockIndex: places.get(post.key) ?? null }))
}

/** Elements whose metadata is read on a page too long to be searched whole: its head and its beginning. */
const ELEMENTS_OF_A_LONG_PAGE = 4_000

/** Cuts the DOM, not the tree that was read from it, after so many elements. */
function shorten(elements: readonly Element[], body: Element): void {
  for (
    let at: Element | null = elements[ELEMENTS_OF_A_LONG_PAGE]!;
    at && at !== body;
    at = at.parentElement
  ) {
    while (at.nextSibling) at.nextSibling.remove()
  }
}

/** Cleans a parsed page. The document is used up: Readability takes it apart. */
export function cleanDocument(document: Document, context: CleanContext): Cleaned {
  const base = baseUrl(document, context.url)
  const h1 = firstNamed(document, 'h1')?.textContent?.trim()
  const lang = document.documentElement.getAttribute('lang')
  const dir = document.documentElement.getAttribute('dir') ?? document.body.getAttribute('dir')
  const tree = readTree(document)
  const isLong = tree.elements.length > MOST_ELEMENTS_FOR_READABILITY
  if (isLong) shorten(tree.elements, document.body)
  const metadata = readMetadata(document, context.url, h1 ? { h1 } : {})
  const hints = readHints(document)
  const facts = readPageFacts(document, tree)
  for (const n of misleadingElements(tree.root)) tree.elements[n]?.remove()
  const kept = chooseKept(document, tree)
  const units = collectUnits(tree.root, { base, kept, posts: context.posts })
  const { blocks, removed } = selectStory(units, metadata, hints)
  const words = blocks.reduce((sum, block) => sum + blockWords(block), 0)
  const article: Article = {
    format: 'stet-article/1',
    cleaner: CLEANER,
    ...metadata,
    dir: textDirection(dir, metadata.language ?? lang, blocks),
    blocks,
    posts: placedPosts(context.posts, blocks),
    removed,
    words,
  }
  return { article, signals: pageSignals(facts, article) }
}
