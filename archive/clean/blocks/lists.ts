import type { ListBlock, ListItem } from '../../model/article.ts'
import { elementsIn, isText, type PageElement, type PageNode } from '../tree/node.ts'
import { HEADING_TAGS } from '../tree/tags.ts'
import { joinLines } from './rich-text.ts'
import { textLines } from './text-lines.ts'

const LONG_ITEM_LETTERS = 1500

/** Whether a list is a run of entries with headings, tables and pictures (a live blog, a gallery), not a list of points. */
export function isListOfEntries(list: PageElement): boolean {
  for (const part of elementsIn(list)) {
    if (part === list) continue
    if (HEADING_TAGS.has(part.tag) || ['table', 'article', 'figure', 'blockquote', 'pre'].includes(part.tag))
      return true
    if (part.tag === 'li' && part.letters > LONG_ITEM_LETTERS) return true
  }
  return isGallery(list)
}

/** Every item a picture with its words: what stands in it are captions, not points. */
function isGallery(list: PageElement): boolean {
  const items = list.children.filter(node => !isText(node) && node.tag === 'li') as PageElement[]
  return items.length > 0 && items.every(entry => entry.media) && items.some(entry => entry.letters > 0)
}

const isList = (node: PageNode): node is PageElement =>
  !isText(node) && (node.tag === 'ul' || node.tag === 'ol')

function item(element: PageElement, base: string): ListItem | null {
  const lists = element.children.filter(isList)
  const own = joinLines(
    textLines(
      element.children.filter(node => !isList(node)),
      base,
    ),
  )
  const nested = lists.map(list => listBlock(list, base)).filter(made => made !== null)
  const items = nested.flatMap(made => made.items)
  if (own.text === '' && items.length === 0) return null
  if (items.length === 0) return own
  return { ...own, items, ...(nested.some(made => made.ordered) ? { ordered: true } : {}) }
}

/** A list with its nested lists, or null where it has no words. */
export function listBlock(list: PageElement, base: string): ListBlock | null {
  const items: ListItem[] = []
  for (const child of list.children) {
    if (isText(child) || child.hidden) continue
    const made = item(child, base)
    if (made) items.push(made)
  }
  return items.length === 0 ? null : { kind: 'list', ordered: list.tag === 'ol', items }
}

/** Items, one a line, nested ones after their own: what the rules read. */
export function listText(items: readonly ListItem[]): string {
  return items.map(entry => [entry.text, listText(entry.items ?? [])].filter(Boolean).join('\n')).join('\n')
}
