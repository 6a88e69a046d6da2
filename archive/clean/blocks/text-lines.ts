import type { RichText } from '../../model/article.ts'
import { isText, type PageElement, type PageNode } from '../tree/node.ts'
import { BLOCK_TAGS } from '../tree/tags.ts'
import { richText, splitParagraphs } from './rich-text.ts'

const isBlock = (node: PageNode): node is PageElement =>
  !isText(node) && (BLOCK_TAGS.has(node.tag) || node.blocky)

/** The words under some nodes as lines: each block and each run of loose words between blocks is one. */
export function textLines(nodes: readonly PageNode[], base: string): readonly RichText[] {
  const out: RichText[] = []
  let run: PageNode[] = []
  const flush = (): void => {
    out.push(...splitParagraphs(richText(run, base)))
    run = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) run.push(node)
    else {
      flush()
      if (!node.hidden) out.push(...textLines(node.children, base))
    }
  }
  flush()
  return out
}
