import type { Block, ListItem } from '../model/article.ts'
import { countWords } from './words.ts'

function itemTexts(items: readonly ListItem[]): string[] {
  return items.flatMap(item => [item.text, ...itemTexts(item.items ?? [])])
}

/** The texts of a block, a paragraph, item or cell each. Posts have none of their own here. */
export function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'code':
      return [block.text]
    case 'list':
      return itemTexts(block.items)
    case 'quote':
      return [...block.paragraphs.map(paragraph => paragraph.text), block.cite ?? '']
    case 'figure':
      return [block.caption.text, block.credit ?? '']
    case 'table':
      return [block.caption ?? '', ...block.rows.flatMap(row => row.map(cell => cell.text))]
    case 'post':
      return []
  }
}

export function blockWords(block: Block): number {
  return blockTexts(block).reduce((sum, text) => sum + countWords(text), 0)
}
