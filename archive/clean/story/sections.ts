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
  while (box.parent && box.parent.tag !== 'body' && !(before && isInside(before.unit.element, box.parent)))
    box = box.parent
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

/** Takes out what stands under a heading like "Related articles" or "Leave a reply". */
export function dropSections(entries: readonly Entry[]): void {
  const { total } = proseWeights(entries)
  for (let at = 0; at < entries.length; at++) {
    const rule = entries[at]!.inStory ? labelRule(entries[at]!) : null
    if (!rule) continue
    const label = entries[at]!
    const end = sectionEnd(entries, at)
    const section = entries.slice(at + 1, end)
    const before = entries.slice(0, at).findLast(entry => entry.inStory && isProse(entry))
    const goesOn = entries
      .slice(end)
      .some(entry => entry.inStory && isProse(entry) && entry.unit.linkShare < 0.3)
    const amongStory = (entry: Entry): boolean =>
      before !== undefined && entry.unit.element.parent === before.unit.element.parent && isProse(entry)
    const weight = section.reduce(
      (sum, entry) => sum + (entry.inStory && isProse(entry) ? entry.weight : 0),
      0,
    )
    drop(label, rule)
    // Above the story a label ("0 comments") has nothing under it but the story.
    if (before === undefined || (!MAY_HOLD_PROSE.has(rule) && label.block.kind === 'paragraph')) continue
    const above = entries
      .slice(0, at)
      .reduce((sum, entry) => sum + (entry.inStory && isProse(entry) ? entry.weight : 0), 0)
    const mayBeLong = rule === 'comments-heading' && !goesOn && above > total * LEAST_ABOVE_COMMENTS
    const keepProse = !MAY_HOLD_PROSE.has(rule) || (weight > total * MOST_PROSE && !mayBeLong)
    for (const entry of section) {
      const isStory = isProse(entry) && entry.unit.linkShare < 0.3
      if (isStory && (keepProse || (amongStory(entry) && (goesOn || label.block.kind !== 'heading'))))
        continue
      if (keepProse && entry.block.kind === 'heading') continue
      drop(entry, rule)
    }
  }
}
