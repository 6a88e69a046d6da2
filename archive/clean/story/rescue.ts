import { FURNITURE_NAMES } from '../rules/names.ts'
import { STANDFIRST_NAMES } from '../rules/standfirst-names.ts'
import { firstRule } from '../rules/rule.ts'
import type { PageElement } from '../tree/node.ts'
import { bare } from '../text-of.ts'
import type { KnownWords } from './edges.ts'
import { isProse, take, type Entry } from './entry.ts'

function hasFurnitureName(element: PageElement, up: number): boolean {
  let at: PageElement | null = element
  for (let i = 0; at && i < up; i++, at = at.parent) {
    if (at.tag === 'nav' || at.tag === 'aside' || at.tag === 'footer' || firstRule(FURNITURE_NAMES, at.names))
      return true
  }
  return false
}

/** Readability drops sub-headlines with little weight: one between two kept blocks of its own box comes back. */
export function rescueHeadings(entries: readonly Entry[]): void {
  entries.forEach((entry, i) => {
    if (entry.inStory || entry.block.kind !== 'heading' || entry.block.level === 1) return
    const before = entries.slice(Math.max(0, i - 6), i).findLast(near => near.inStory)
    const after = entries.slice(i + 1, i + 3).find(near => near.block.kind !== 'figure')
    if (!before || !after?.inStory || !isProse(after) || hasFurnitureName(entry.unit.element, 3)) return
    take(entry)
  })
}

const NEAR = 12

function saysTheSame(words: string, descriptions: readonly string[]): boolean {
  return descriptions.some(
    text =>
      text === words ||
      (words.length >= 40 && (text.startsWith(words) || words.startsWith(text.slice(0, -2)))),
  )
}

function namedStandfirst(element: PageElement): boolean {
  return [element, element.parent].some(
    at =>
      at !== null &&
      at !== undefined &&
      (STANDFIRST_NAMES.test(at.names) ||
        at.attributes['itemprop'] === 'description' ||
        at.attributes['itemprop'] === 'alternativeHeadline') &&
      at.letters < 900,
  )
}

/**
 * Finds the standfirst: a block near the start of the story that is named like one or says what the page's
 * description says. Readability misses it on every third page. It becomes a paragraph with that role.
 */
export function rescueStandfirst(entries: readonly Entry[], known: KnownWords): void {
  const first = entries.findIndex(entry => entry.inStory && isProse(entry))
  if (first < 0) return
  const from = Math.max(0, first - NEAR)
  for (const entry of entries.slice(from, first + 2)) {
    const { block, unit } = entry
    if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'list') continue
    if (block.kind === 'heading' && block.level === 1) continue
    const words = bare(unit.text)
    if (entry.weight < 25 || known.titles.has(words) || unit.linkShare > 0.6) continue
    const told = block.kind !== 'list' && saysTheSame(words, known.descriptions)
    if (!told && !namedStandfirst(unit.element)) continue
    take(entry)
    if (block.kind !== 'list')
      entry.block = { kind: 'paragraph', text: block.text, spans: block.spans, role: 'standfirst' }
  }
}

/** Blocks of running text that Readability dropped from the midst of the story come back. */
export function rescueBetween(entries: readonly Entry[]): void {
  entries.forEach((entry, i) => {
    if (entry.inStory || !isProse(entry) || entry.unit.linkShare > 0.25) return
    const before = entries.slice(Math.max(0, i - 4), i).findLast(near => near.inStory && isProse(near))
    const after = entries.slice(i + 1, i + 5).find(near => near.inStory && isProse(near))
    if (!before || !after) return
    const parent = entry.unit.element.parent
    if (parent !== before.unit.element.parent && parent !== after.unit.element.parent) return
    if (!hasFurnitureName(entry.unit.element, 2)) take(entry)
  })
}
