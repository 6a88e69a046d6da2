import { FURNITURE_HEADINGS } from '../rules/headings.ts'
import { firstRule } from '../rules/rule.ts'
import type { PageElement } from '../tree/node.ts'
import { drop, isProse, proseWeights, type Entry } from './entry.ts'
import { trimmed } from './lines.ts'

const LONGEST_LABEL = 90
/** A section that would take more of the prose than this is the story itself. */
const MOST_PROSE = 0.35

/** Readers' comments may be longer than the story, where this share of the text stands above them. */
const LEAST_ABOVE_COMMENTS = 0.15

function labelRule(entry: Entry): string | null {
  const { kind } = entry.block
  if (kind !== 'heading' && kind !== 'paragraph') return null
  if (entry.unit.text.length > LONGEST_LABEL) return null
  const label = trimmed(entry.unit.text)
    .replace(/[\s.!:…»›→>|+▾▼)\]]+$/u, '')
    .replaceAll(/[’`]/g, "'")
  return firstRule(FURNITURE_HEADINGS, label)
}

function isInside(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (at === outer) return true
  return false
}

/** The box a label stands in: the widest element around it that does not reach back to prose before it. */
function boxOf(entries: readonly Entry[], at: number): PageElement {
  let box = entries[at]!.unit.element
  const before = entries.slice(Math.max(0, at - 40), at).findLast(entry => entry.inStory && isProse(entry))
  const reachesBack = (outer: PageElement): boolean =>
    before !== undefined && isInside(before.unit.element, outer)
  for (let up = box.parent; up && up.tag !== 'body' && !reachesBack(up); up = up.parent) box = up
  return box
}

/** Where the section that a label opens ends: at a heading of its level or above, or at the end of its box. */
function sectionEnd(entries: readonly Entry[], at: number): number {
  const label = entries[at]!
  const level = label.block.kind === 'heading' ? label.block.level : 7
  const box = boxOf(entries, at)
  const outside = box === label.unit.element
  for (let i = at + 1; i < entries.length; i++) {
    const { block, unit } = entries[i]!
    if (block.kind === 'heading' && (block.level < level || (block.level === level && outside))) return i
    if (!outside && !isInside(unit.element, box)) return i
    if (outside && label.block.kind === 'paragraph' && isProse(entries[i]!) && unit.linkShare < 0.3) return i
  }
  return entries.length
}

/** Labels whose section may hold running text that is not the story's. */
const MAY_HOLD_PROSE: ReadonlySet<string> = new Set([
  'related-heading',
  'comments-heading',
  'newsletter-heading',
  'author-heading',
])

const isStory = (entry: Entry): boolean => entry.inStory && isProse(entry)

function proseWeight(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + (isStory(entry) ? entry.weight : 0), 0)
}

/** What was seen of the story up to a label. */
interface Above {
  readonly last: Entry
  readonly weight: number
}

interface Section {
  readonly label: Entry
  readonly rule: string
  readonly under: readonly Entry[]
  readonly above: Above
  /** Weight of all the page's prose, and whether some of it follows the section. */
  readonly total: number
  readonly goesOn: boolean
}

function dropSection({ label, rule, under, above, total, goesOn }: Section): void {
  const mayBeLong = rule === 'comments-heading' && !goesOn && above.weight > total * LEAST_ABOVE_COMMENTS
  const keepProse = !MAY_HOLD_PROSE.has(rule) || (proseWeight(under) > total * MOST_PROSE && !mayBeLong)
  for (const entry of under) {
    const isText = isProse(entry) && entry.unit.linkShare < 0.3
    const amongStory = isText && entry.unit.element.parent === above.last.unit.element.parent
    if (isText && (keepProse || (amongStory && (goesOn || label.block.kind !== 'heading')))) continue
    if (!keepProse || entry.block.kind !== 'heading') drop(entry, rule)
  }
}

/** Takes out what stands under a heading like "Related articles" or "Leave a reply". */
export function dropSections(entries: readonly Entry[]): void {
  const { total } = proseWeights(entries)
  const lastText = entries.findLastIndex(entry => isStory(entry) && entry.unit.linkShare < 0.3)
  let above: Above | null = null
  entries.forEach((label, at) => {
    const rule = label.inStory ? labelRule(label) : null
    if (rule) {
      drop(label, rule)
      // Above the story a label ("0 comments") has nothing under it but the story.
      if (above === null || (!MAY_HOLD_PROSE.has(rule) && label.block.kind === 'paragraph')) return
      const end = sectionEnd(entries, at)
      dropSection({ label, rule, under: entries.slice(at + 1, end), above, total, goesOn: lastText >= end })
    } else if (isStory(label)) above = { last: label, weight: (above?.weight ?? 0) + label.weight }
  })
}
