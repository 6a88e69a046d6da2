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
    if (entry.inStory || entry.rule !== null || entry.block.kind !== 'heading' || entry.block.level === 1)
      return
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

function ancestry(element: PageElement): PageElement[] {
  const out: PageElement[] = []
  for (let at: PageElement | null = element; at; at = at.parent) out.push(at)
  return out
}

/** Whether some element from this one up to, and without, an outer one is named as furniture. */
function furnitureUpTo(element: PageElement, outers: ReadonlySet<PageElement>): boolean {
  for (let at: PageElement | null = element; at && !outers.has(at); at = at.parent) {
    if (['nav', 'aside', 'footer', 'form', 'dialog'].includes(at.tag)) return true
    if (firstRule(FURNITURE_NAMES, at.names)) return true
  }
  return false
}

const REACH = 8
const MOST_LINKED = 0.25

const isStory = (entry: Entry): boolean => entry.inStory && isProse(entry)

/** Running text that Readability dropped from between two blocks of the story comes back. */
export function rescueBetween(entries: readonly Entry[]): void {
  entries.forEach((entry, i) => {
    if (entry.inStory || !isProse(entry) || entry.unit.linkShare > MOST_LINKED) return
    const before = entries.slice(Math.max(0, i - REACH), i).findLast(isStory)
    const after = entries.slice(i + 1, i + 1 + REACH).find(isStory)
    if (!before || !after) return
    const { parent } = entry.unit.element
    if (parent !== before.unit.element.parent && parent !== after.unit.element.parent) return
    if (parent && !furnitureUpTo(entry.unit.element, new Set([parent]))) take(entry)
  })
}

function shape(element: PageElement): string {
  const steps = ancestry(element).slice(0, 3)
  return steps.map(step => `${step.tag}.${step.names}`).join(' < ')
}

const SHAPE_SHARE = 0.25

/**
 * Paragraphs built like the story's own (the same element, names and surroundings) belong to it, wherever
 * Readability stopped: sites wrap the parts of one story in boxes that it takes for separate pieces.
 */
export function rescueAlike(entries: readonly Entry[]): void {
  const prose = entries.filter(entry => entry.inStory && isProse(entry) && entry.block.kind === 'paragraph')
  const total = prose.reduce((sum, entry) => sum + entry.weight, 0)
  const weights = new Map<string, number>()
  for (const entry of prose) {
    const key = shape(entry.unit.element)
    weights.set(key, (weights.get(key) ?? 0) + entry.weight)
  }
  const first = prose[0]
  const last = prose.at(-1)
  if (!first || !last) return
  const top = new Set(ancestry(first.unit.element))
  const shared = ancestry(last.unit.element).find(element => top.has(element))
  for (const entry of entries) {
    if (entry.inStory || entry.block.kind !== 'paragraph' || !isProse(entry)) continue
    const key = shape(entry.unit.element)
    const named = /\.[^\s<]/.test(key)
    if ((weights.get(key) ?? 0) < total * SHAPE_SHARE) continue
    const within = ancestry(entry.unit.element).includes(shared!)
    if (!within || (!named && entry.unit.element.parent !== first.unit.element.parent)) continue
    if (!furnitureUpTo(entry.unit.element, new Set(ancestry(shared!)))) take(entry)
  }
}
