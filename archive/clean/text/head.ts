import type { Removed } from '../../model/article.ts'
import { postIndexIn } from '../../model/post-token.ts'
import { parseUrl } from '../../model/url.ts'
import { isFullName, peopleIn, startsAsByline } from '../metadata/byline/people.ts'
import { normaliseDate } from '../metadata/dates/normalise.ts'
import { bare } from '../metadata/words.ts'
import { countWords } from '../words.ts'
import { edgeRule } from './edge-rules.ts'
import { DATE_PREFIX, LABELS, UPDATED_LINE } from './head-words.ts'
import { couldBeHeadline, couldBeKicker, isLong } from './shape.ts'
import { paragraphUnit, removedBy, type Unit } from './unit.ts'

/** What the opening lines of a saved text say about it. */
export interface HeadFacts {
  title: string | null
  byline: readonly string[]
  published: string | null
  modified: string | null
  site: string | null
  section: string | null
  url: string | null
}

export interface Head {
  readonly facts: Readonly<HeadFacts>
  /** Paragraphs between headline and byline: the standfirst. */
  readonly standfirst: readonly Unit[]
  readonly rest: readonly Unit[]
  readonly removed: readonly Removed[]
}

const MAX_HEAD_LINES = 20
const MAX_BYLINE_CHARS = 160
const MAX_DATE_CHARS = 90
const MAX_WORDS_BESIDE_DATE = 9
const LABEL = LABELS.map(
  ([field, words]) => [field, new RegExp(`^(?:${words})\\s*[:：]\\s*(?<value>\\S.*)$`, 'iu')] as const,
)

/** Names in a line that is nothing but a byline. "By Friday the vote was over" opens so too and is none. */
function bylineOf(text: string): readonly string[] {
  if (text.length > MAX_BYLINE_CHARS || !startsAsByline(text)) return []
  const names = peopleIn(text)
  const sure = names.every(name => isFullName(name) || /^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(name))
  const few =
    countWords(text) <= 4 &&
    !/[.!?]$/.test(text) &&
    names.every(name => /^\p{Lu}|^\P{Script=Latin}/u.test(name))
  return sure || few ? names : []
}

/** The date of a line that holds little else. */
function dateOf(text: string): string | null {
  if (text.length > MAX_DATE_CHARS || countWords(text) > MAX_WORDS_BESIDE_DATE) return null
  return normaliseDate(text)
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && parseUrl(text) !== null
}

function setLabelled(facts: HeadFacts, text: string): boolean {
  for (const [field, pattern] of LABEL) {
    const value = text.length <= 400 ? pattern.exec(text)?.groups?.['value'] : undefined
    if (!value) continue
    if (field === 'published' || field === 'modified') {
      const date = normaliseDate(value)
      if (!date) return false
      facts[field] ??= date
    } else if (field === 'byline') facts.byline = facts.byline.length > 0 ? facts.byline : peopleIn(value)
    else if (field === 'url') {
      if (!isAddress(value)) return false
      facts.url ??= value
    } else facts[field] ??= value.trim()
    return true
  }
  return false
}

/** Takes a line of facts; the name of the rule it went by, or null for a line that is none. */
function takeFact(facts: HeadFacts, text: string): string | null {
  if (isAddress(text)) {
    facts.url ??= text
    return 'address-line'
  }
  if (setLabelled(facts, text)) return 'label-line'
  const names = bylineOf(text)
  if (names.length > 0) {
    if (facts.byline.length === 0) facts.byline = names
    facts.published ??= normaliseDate(text)
    return 'byline-line'
  }
  const date = dateOf(text)
  if (!date) return null
  const before = text.split(/\s+[|•·–—-]\s+|,\s/u)[0] ?? ''
  if (facts.byline.length === 0 && isFullName(before) && !normaliseDate(before))
    facts.byline = peopleIn(before)
  if (UPDATED_LINE.test(text)) facts.modified ??= date
  else facts.published ??= date
  return 'date-line'
}

function headlineFollows(units: readonly Unit[], at: number): boolean {
  const next = units.slice(at, at + 3).find(unit => edgeRule(unit.text) === null)
  return (
    next !== undefined &&
    next.block.kind === 'paragraph' &&
    couldBeHeadline(next.text) &&
    bylineOf(next.text).length === 0
  )
}

function factFollows(units: readonly Unit[], at: number): boolean {
  return units.slice(at, at + 2).some(unit => bylineOf(unit.text).length > 0 || dateOf(unit.text) !== null)
}

/** Takes "date 2025-11-17" off the paragraph it runs into. */
function withoutDatePrefix(unit: Unit, facts: HeadFacts): { unit: Unit; removed: Removed[] } {
  const match = DATE_PREFIX.exec(unit.text)
  const rest = unit.text.slice(match?.[0].length ?? 0)
  if (!match || unit.block.kind !== 'paragraph' || !isLong(rest)) return { unit, removed: [] }
  facts.published ??= normaliseDate(match.groups?.['date'] ?? '')
  return { unit: paragraphUnit(rest), removed: [removedBy('date-line', match[0].trim())] }
}

/**
 * Reads a saved text from the top: navigation lines and a kicker go, headline, byline, dates and address are
 * taken as facts, until the story begins. A file without a headline keeps its title null.
 */
export function readHead(units: readonly Unit[], known: Partial<HeadFacts> = {}): Head {
  const facts: HeadFacts = {
    title: null,
    byline: [],
    published: null,
    modified: null,
    site: null,
    section: null,
    url: null,
    ...known,
  }
  const removed: Removed[] = []
  const standfirst: Unit[] = []
  let at = 0
  for (; at < Math.min(units.length, MAX_HEAD_LINES); at++) {
    const unit = units[at]
    if (!unit || postIndexIn(unit.text) !== null) break
    const { text, block } = unit
    if (block.kind === 'heading') {
      if (facts.title !== null && bare(facts.title) !== bare(text)) break
      facts.title ??= text
      continue
    }
    if (!units.slice(at + 1).some(later => isLong(later.text))) break
    if (block.kind !== 'paragraph') break
    const rule = isLong(text) ? null : (takeFact(facts, text) ?? edgeRule(text))
    if (rule !== null) removed.push(removedBy(rule, text))
    else if (facts.title === null && couldBeKicker(text) && headlineFollows(units, at + 1)) {
      facts.section ??= text
      removed.push(removedBy('kicker', text))
    } else if (facts.title === null && standfirst.length === 0 && couldBeHeadline(text)) facts.title = text
    else if (facts.title !== null && standfirst.length < 2 && factFollows(units, at + 1))
      standfirst.push(unit)
    else break
  }
  const first = units[at]
  const prefixed = first ? withoutDatePrefix(first, facts) : { unit: first, removed: [] }
  const rest = prefixed.unit ? [prefixed.unit, ...units.slice(at + 1)] : []
  return { facts, standfirst, rest, removed: [...removed, ...prefixed.removed] }
}
