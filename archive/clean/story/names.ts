import { FURNITURE_NAMES } from '../rules/names.ts'
import { firstRule } from '../rules/rule.ts'
import type { PageElement } from '../tree/node.ts'
import { drop, isProse, proseWeights, type Entry } from './entry.ts'

/** An element holding more than this share of the story's prose is no furniture, whatever its name says. */
const MOST_PROSE = 0.25

/** Names that also sit on lines of the story: they count for short blocks only. */
const SHORT_ONLY: Readonly<Record<string, number>> = {
  'meta-line': 160,
  'share-box': 400,
  'tag-list': 300,
  'author-box': 900,
  'player-furniture': 300,
  'page-navigation': 300,
  advertisement: 700,
}

const TAG_RULES: Readonly<Record<string, string>> = {
  nav: 'page-navigation',
  dialog: 'consent-box',
  menu: 'page-navigation',
}

function ruleOf(element: PageElement): string | null {
  return TAG_RULES[element.tag] ?? (element.names === '' ? null : firstRule(FURNITURE_NAMES, element.names))
}

/** Takes out blocks that stand in an element with a telling name. */
export function dropByNames(entries: readonly Entry[]): void {
  const prose = proseWeights(entries)
  const known = new Map<PageElement, string | null>()
  const lookUp = (element: PageElement): string | null => {
    const found = known.get(element)
    if (found !== undefined) return found
    const big = prose.total > 0 && prose.under(element) > prose.total * MOST_PROSE
    const rule =
      element.tag === 'body' || big
        ? null
        : (ruleOf(element) ?? (element.parent ? lookUp(element.parent) : null))
    known.set(element, rule)
    return rule
  }
  for (const entry of entries) {
    if (!entry.inStory) continue
    const rule = lookUp(entry.unit.element)
    if (rule === null) continue
    if (entry.weight > (SHORT_ONLY[rule] ?? Infinity)) continue
    if (entry.block.kind === 'figure' && rule === 'meta-line') continue
    if (rule === 'gallery-furniture' && isProse(entry)) continue
    drop(entry, rule)
  }
}
