import { articleText } from '../../model/article-text.ts'
import type { Article, Block } from '../../model/article.ts'
import type { Range } from '../../model/comparison.ts'

/** A block and where its words stand in `articleText`; an empty range where it has none. */
export interface Zone {
  readonly block: Block
  readonly range: Range
}

/** `articleText` joins the blocks that have words with an empty line. */
const BETWEEN = '\n\n'.length

/** Every block of an article with its place in `articleText(article)`, in order. */
export function zonesOf(article: Article): Zone[] {
  let at = 0
  return article.blocks.map(block => {
    const { length } = articleText({ blocks: [block], posts: article.posts })
    if (length === 0) return { block, range: [at, at] }
    const range: Range = [at, at + length]
    at += length + BETWEEN
    return { block, range }
  })
}

/** The zone a range begins in. */
export function zoneAt(zones: readonly Zone[], range: Range): Zone | null {
  return zones.find(zone => zone.range[0] <= range[0] && range[0] < zone.range[1]) ?? null
}

/** A zone's range for a line of the verdict; null where the block has no words. */
export function shownRange(zone: Zone): Range | null {
  return zone.range[1] > zone.range[0] ? zone.range : null
}
