import type { Removed } from '../../model/article.ts'
import { postIndexIn } from '../../model/post-token.ts'
import { countWords } from '../words.ts'
import { edgeRule, opensFurniture } from './edge-rules.ts'
import { endsAsSentence } from './shape.ts'
import { removedBy, type Unit } from './unit.ts'

const MAX_TEASER_WORDS = 28

/** What stands under "Related articles": headlines, names, dates. Never a full sentence. */
function isTeaser({ text, block }: Unit): boolean {
  if (block.kind === 'list') return block.items.every(item => countWords(item.text) <= MAX_TEASER_WORDS)
  return countWords(text) <= MAX_TEASER_WORDS && !endsAsSentence(text)
}

/**
 * Cuts the site's furniture off the end: from the last line upwards while lines are furniture by a rule, or
 * could be teasers; teasers go only where a heading that opens furniture is found above them. Stops at the first
 * line that is neither, so a sentence of the story is never passed.
 */
export function cutTail(
  units: readonly Unit[],
  start: number,
): { readonly end: number; readonly removed: readonly Removed[] } {
  const rules = new Map<number, string>()
  let end = units.length
  for (let at = units.length - 1; at >= start; at--) {
    const unit = units[at]
    if (!unit || unit.block.kind === 'post' || postIndexIn(unit.text) !== null) break
    const rule = edgeRule(unit.text)
    if (rule === null) {
      if (!isTeaser(unit)) break
      continue
    }
    const contiguous = at === end - 1
    if (!contiguous && !opensFurniture(rule)) continue
    for (let below = at; below < end; below++) {
      if (!rules.has(below)) rules.set(below, edgeRule(units[below]?.text ?? '') ?? rule)
    }
    end = at
  }
  const removed = units.slice(end).map((unit, i) => removedBy(rules.get(end + i) ?? 'furniture', unit.text))
  return { end, removed }
}
