import type { Article } from '../../model/article.ts'
import { articleText } from '../../model/article-text.ts'
import type { Range } from '../../model/comparison.ts'
import { type Zone, zonesOf } from '../article/zones.ts'
import { cutUp } from '../segment/side.ts'
import { createVocabulary } from '../segment/vocabulary.ts'
import type { ItemFinder, PlacedItem } from './items.ts'

/** A version cut into sentences, with the figures, dates and quotations in them. */
export interface CutVersion {
  readonly text: string
  readonly zones: readonly Zone[]
  readonly ranges: readonly Range[]
  /** Per sentence: number of its line, over lines that have words. */
  readonly lines: readonly number[]
  /** Per sentence: the block it begins in. */
  readonly homes: readonly { readonly block: string | null; readonly role: string | null }[]
  readonly items: readonly PlacedItem[]
}

/** Every character that is not white space stands in exactly one sentence. */
export function cutVersion(article: Article, finder: ItemFinder): CutVersion {
  const text = articleText(article)
  const zones = zonesOf(article)
  const side = cutUp(text, createVocabulary())
  const ranges = Array.from({ length: side.sentences }, (_, s): Range => {
    return [side.starts[side.first[s]!]!, side.ends[side.first[s + 1]! - 1]!]
  })
  const homes = homesOf(ranges, zones)
  const inOwnWords = (item: PlacedItem) => homes[item.sentence]?.block !== 'post'
  const items = finder.find(text, ranges).filter(inOwnWords)
  return { text, zones, ranges, lines: side.paragraphs, homes, items }
}

function homesOf(ranges: readonly Range[], zones: readonly Zone[]): CutVersion['homes'] {
  let at = 0
  return ranges.map(([start]) => {
    while (at < zones.length && zones[at]!.range[1] <= start) at++
    const block = zones[at]?.block
    return {
      block: block?.kind ?? null,
      role: block?.kind === 'paragraph' ? (block.role ?? null) : null,
    }
  })
}
