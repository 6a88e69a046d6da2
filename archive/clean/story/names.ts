import { FURNITURE_NAMES } from '../rules/names.ts'
import type { PageElement } from '../tree/node.ts'
import { drop, isProse, proseWeights, type Entry } from './entry.ts'

/** An element, or all elements of one name, holding more than this share of the story are no furniture. */
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

/** Why an element is furniture: the rule, and the very name that met it. */
interface Finding {
  readonly rule: string
  readonly name: string
}

function findingOf(element: PageElement): Finding | null {
  const byTag = TAG_RULES[element.tag]
  if (byTag) return { rule: byTag, name: element.tag }
  if (element.names === '') return null
  for (const { name: rule, pattern } of FURNITURE_NAMES) {
    const met = pattern.exec(element.names)
    if (met) return { rule, name: met[0].trim() }
  }
  return null
}

function findings(entries: readonly Entry[]): Map<Entry, Finding> {
  const prose = proseWeights(entries)
  const known = new Map<PageElement, Finding | null>()
  const lookUp = (element: PageElement): Finding | null => {
    const found = known.get(element)
    if (found !== undefined) return found
    const big = prose.total > 0 && prose.under(element) > prose.total * MOST_PROSE
    const own = element.tag === 'body' || big ? null : findingOf(element)
    const finding =
      element.tag === 'body' || big ? null : (own ?? (element.parent ? lookUp(element.parent) : null))
    known.set(element, finding)
    return finding
  }
  const out = new Map<Entry, Finding>()
  for (const entry of entries) {
    const finding = entry.inStory ? lookUp(entry.unit.element) : null
    if (finding) out.set(entry, finding)
  }
  return out
}

/** Takes out blocks that stand in an element with a telling name. */
export function dropByNames(entries: readonly Entry[]): void {
  const found = findings(entries)
  const sums = new Map<string, number>()
  for (const [entry, { rule, name }] of found) {
    const key = `${rule} ${name}`
    if (entry.block.kind !== 'figure') sums.set(key, (sums.get(key) ?? 0) + entry.weight)
  }
  const all = entries.reduce(
    (sum, entry) => sum + (entry.inStory && entry.block.kind !== 'figure' ? entry.weight : 0),
    0,
  )
  for (const [entry, { rule, name }] of found) {
    if ((sums.get(`${rule} ${name}`) ?? 0) > all * MOST_PROSE) continue
    if (entry.weight > (SHORT_ONLY[rule] ?? Infinity)) continue
    if (entry.block.kind === 'figure' && rule === 'meta-line') continue
    if (rule === 'gallery-furniture' && isProse(entry)) continue
    drop(entry, rule)
  }
}
