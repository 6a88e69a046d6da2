import type { Block, RichText } from '../../model/article.ts'
import { isElement, textOf } from '../element-text.ts'
import type { Platform } from '../../model/post.ts'
import type { Cards } from './cards.ts'
import { readCard } from './read-card.ts'

const MAX_BLOCKS = 1000
/** A thread hangs together: more words than this beside the cards are another part of the page. */
const MAX_BESIDE = 400

const plain = (text: string): RichText => ({ text, spans: [] })

function commonParent(own: Element, all: readonly Element[]): Element | null {
  let parent = own.parentElement
  while (parent && !all.every(card => parent!.contains(card))) parent = parent.parentElement
  return parent
}

function said(card: Element, platform: Platform, base: string): Block[] {
  const { author, handle, postedAt, text } = readCard(card, platform, base)
  if (text === null) return []
  const who = [author, handle && `@${handle}`].filter(Boolean).join(' ')
  const paragraphs = text.split(/\n{2,}/).map(plain)
  return [
    { kind: 'quote', paragraphs, cite: [who, postedAt?.slice(0, 10)].filter(Boolean).join(', ') || null },
  ]
}

function beside(node: Node): Block[] {
  const text = isElement(node) ? textOf(node, { maxLength: MAX_BESIDE + 1 }) : (node.nodeValue ?? '').trim()
  return text === '' || text.length > MAX_BESIDE
    ? []
    : [{ kind: 'paragraph', ...plain(text.replaceAll(/\n+/g, '\n')) }]
}

/**
 * What stands around a post on its own page: the posts it answers before it, those that answer it after it, and
 * short lines between them. `postKey` is where the post itself stands.
 */
export function threadAround(
  { own, all }: Cards,
  postKey: string,
  platform: Platform,
  base: string,
): readonly Block[] {
  const parent = commonParent(own, all)
  const blocks: Block[] = []
  const others = new Set(all.filter(card => card !== own))
  const visit = (element: Element): void => {
    for (const node of element.childNodes) {
      if (blocks.length >= MAX_BLOCKS) return
      if (node === own) blocks.push({ kind: 'post', post: postKey })
      else if (isElement(node) && others.has(node)) blocks.push(...said(node, platform, base))
      else if (isElement(node) && all.some(card => node.contains(card))) visit(node)
      else if (parent === element) blocks.push(...beside(node))
    }
  }
  if (parent && others.size > 0) visit(parent)
  return blocks.some(block => block.kind === 'post') ? blocks : [{ kind: 'post', post: postKey }]
}
