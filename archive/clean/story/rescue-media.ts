import type { PageElement } from '../tree/node.ts'
import { FURNITURE_NAMES } from '../rules/names.ts'
import { firstRule } from '../rules/rule.ts'
import { isProse, take, type Entry } from './entry.ts'

const LEAD_REACH = 10
const REACH = 4

/** Inside a link, or in something named as furniture: a teaser's picture, not the story's. */
function belongsElsewhere(entry: Entry, story: ReadonlySet<PageElement>): boolean {
  let inFigure = false
  for (let at: PageElement | null = entry.unit.element; at && !story.has(at); at = at.parent) {
    if (['nav', 'aside', 'footer', 'form', 'dialog', 'button'].includes(at.tag)) return true
    inFigure ||= at.tag === 'figure'
    if (at.tag === 'a' && !inFigure && !/\.(?:jpe?g|png|webp|gif|avif)\b/i.test(at.attributes['href'] ?? ''))
      return true
    if (firstRule(FURNITURE_NAMES, at.names)) return true
  }
  return false
}

function around(entry: Entry): Set<PageElement> {
  const out = new Set<PageElement>()
  for (let at: PageElement | null = entry.unit.element.parent; at; at = at.parent) out.add(at)
  return out
}

const isStory = (entry: Entry): boolean => entry.inStory && isProse(entry)

/**
 * Readability drops many pictures and films of a story. Those between two of its paragraphs come back, and
 * the one above its first paragraph.
 */
export function rescueMedia(entries: readonly Entry[]): void {
  const first = entries.findIndex(isStory)
  if (first < 0) return
  entries.forEach((entry, i) => {
    if (entry.inStory || entry.rule !== null || entry.block.kind !== 'figure') return
    if (entry.block.src === null && entry.block.media === 'image') return
    const leads = i < first && i >= first - LEAD_REACH
    const before = entries.slice(Math.max(0, i - REACH), i).findLast(isStory)
    const after = entries.slice(i + 1, i + 1 + REACH).find(isStory)
    if (!leads && !(before && after)) return
    const neighbour = before ?? entries[first]!
    if (!belongsElsewhere(entry, around(neighbour))) take(entry)
  })
}

/** Brings posts back that stood in the story, or right after its end, and were lost on the way. */
export function rescuePosts(entries: readonly Entry[]): void {
  const first = entries.findIndex(isStory)
  const last = entries.findLastIndex(isStory)
  entries.forEach((entry, i) => {
    if (entry.block.kind !== 'post' || entry.inStory) return
    const within = i > first && i < last
    const beside = first >= 0 && i >= first - REACH && i <= last + REACH
    const neighbour = entries[Math.min(Math.max(i, first), last)] ?? entry
    if (first < 0 || ((within || beside) && !belongsElsewhere(entry, around(neighbour)))) take(entry)
  })
}
