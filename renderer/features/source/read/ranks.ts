import type { Block } from './article-types.ts'

const HIGHEST = 3
const LOWEST = 6

/**
 * Ranks of an article's headings on the screen: the screen's own and the headline come before, and levels the
 * article leaves out leave no gap.
 */
export function headingRanks(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const levels = new Set(blocks.flatMap(block => (block.kind === 'heading' ? [block.level] : [])))
  const sorted = [...levels].toSorted((a, b) => a - b)
  return new Map(sorted.map((level, index) => [level, Math.min(HIGHEST + index, LOWEST)]))
}
