import type { Block, Removed } from '../../model/article.ts'

/** One paragraph of the file on its way to a block: its words (all of them, for rules to read) and what it is. */
export interface Unit {
  readonly text: string
  readonly block: Block
}

const MAX_REMOVED_CHARS = 2_000

export function removedBy(rule: string, text: string): Removed {
  return { rule, text: text.slice(0, MAX_REMOVED_CHARS) }
}

export function paragraphUnit(text: string): Unit {
  return { text, block: { kind: 'paragraph', text, spans: [] } }
}
