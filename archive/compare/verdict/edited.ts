import type { AlignmentEntry, Range, VerdictKind, VerdictLine } from '../../model/comparison.ts'
import type { Context } from './context.ts'
import type { Passage, Place } from './find/item.ts'
import { findNegations } from './find/phrases.ts'
import { speakerChanges } from './find/speakers.ts'
import { type Found, type ItemChange, itemChanges } from './item-changes.ts'
import { TEXT_RULES, type TextRule } from './rules.ts'
import { quoted, sayChange, sayFurniture } from './say.ts'
import { furnitureAt, looseText } from './furniture.ts'

/** The lines for one old and one new stretch that belong together and differ. */
export function editedLines(entry: AlignmentEntry, context: Context): VerdictLine[] {
  const [from, to] = [entry.from!, entry.to!]
  const before = context.oldText.slice(...from)
  const after = context.newText.slice(...to)
  if (looseText(before) === looseText(after)) {
    const summary = `Only spacing or typography changed in ${quoted(after)}.`
    return [{ kind: 'noise', summary, rule: 'typography', from, to, before, after }]
  }
  const furniture = furnitureAt(context.oldText, from)
  if (furniture && furnitureAt(context.newText, to)) {
    const summary = `${sayFurniture(furniture)} changed: ${quoted(before)} became ${quoted(after)}.`
    return [{ kind: 'noise', summary, rule: furniture, from, to, before, after }]
  }
  const lines = toldOnce(
    [...itemLines(from, to, context), ...speakerLines(from, to, context)].filter(line =>
      touchesChange(entry, line),
    ),
    context,
  )
  if (coversAll(entry, lines, context)) return lines
  const summary = sayWording(entry, context)
  return [...lines, { kind: 'text-edited', summary, rule: 'wording', from, to, before, after }]
}

function itemLines(from: Range, to: Range, context: Context): VerdictLine[] {
  const old = context.oldPassage(from)
  const now = context.newPassage(to)
  return TEXT_RULES.flatMap(rule =>
    itemChanges(foundBy(rule, old), foundBy(rule, now)).map(change => {
      const before = change.before && old.text.slice(change.before.start, change.before.end).trim()
      const after = change.after && now.text.slice(change.after.start, change.after.end).trim()
      return {
        kind: rule.kind,
        ...(marksOnly(rule, change, old.text, now.text) ?? {
          summary: sayChange(rule.noun, before, after),
          rule: rule.name,
        }),
        from: rangeOf(change.before, from),
        to: rangeOf(change.after, to),
        before,
        after,
      }
    }),
  )
}

/**
 * A name that came or went with the source it is part of is told with it, and so is a negation with the quotation it
 * is part of, unless it alone turns the words round.
 */
function toldOnce(lines: readonly VerdictLine[], { languages }: Context): VerdictLine[] {
  const of = (kind: VerdictKind) => lines.filter(line => line.kind === kind)
  const isIn = (outers: readonly VerdictLine[], { from, to }: VerdictLine) =>
    outers.some(outer => (holds(outer.from, from) || from === null) && (holds(outer.to, to) || to === null))
  const [sources, quotations] = [
    of('attribution'),
    of('quotation').filter(({ rule }) => rule === 'quotation'),
  ]
  const isNegated = (text: string | null) =>
    findNegations({ text: text ?? '', quoted: [], names: new Set(), capitalNouns: false, languages }).length >
    0
  const negated = quotations.filter(({ before, after }) => isNegated(before) && isNegated(after))
  return lines.filter(line => {
    const isOneSided = line.from === null || line.to === null
    if (line.kind === 'name' && isOneSided)
      return !sources.some(({ from, to }) => holds(from, line.from) || holds(to, line.to))
    return line.kind !== 'negation' || !isIn(isOneSided ? negated : quotations, line)
  })
}

function holds(outer: Range | null, inner: Range | null): boolean {
  return outer !== null && inner !== null && outer[0] <= inner[0] && outer[1] >= inner[1]
}

/** The same words in quotation marks, given to somebody else. */
function speakerLines(from: Range, to: Range, context: Context): VerdictLine[] {
  const changes = speakerChanges(context.oldPassage(from), context.newPassage(to))
  return changes.map(({ before, after }) => ({
    kind: 'quotation',
    summary: `The same quotation is given to ${quoted(after.words)}, before to ${quoted(before.words)}.`,
    rule: 'speaker',
    from: rangeOf(before, from),
    to: rangeOf(after, to),
    before: before.words,
    after: after.words,
  }))
}

/** Words that are still there, or were before, without quotation marks around them. */
function marksOnly(
  { kind }: TextRule,
  { before, after }: ItemChange,
  oldText: string,
  newText: string,
): Pick<VerdictLine, 'summary' | 'rule'> | null {
  if (kind !== 'quotation' || (before !== null && after !== null)) return null
  const [item, from, to] = before ? [before, oldText, newText] : [after!, newText, oldText]
  const words = from.slice(item.start, item.end).trim()
  if (!to.includes(words)) return null
  const summary = before
    ? `${quoted(words)} no longer stands in quotation marks.`
    : `${quoted(words)} now stands in quotation marks.`
  return { summary, rule: 'quotation-marks' }
}

function foundBy({ find, findFaint }: TextRule, passage: Passage): Found {
  return { sure: find(passage), faint: findFaint?.(passage) ?? [] }
}

function touches(word: Range | null, item: Range | null): boolean {
  return word !== null && item !== null && word[0] <= item[1] && word[1] >= item[0]
}

/** An item counts only where a changed word (or a quotation mark beside it) is in it. */
function touchesChange(entry: AlignmentEntry, line: VerdictLine): boolean {
  return (entry.words ?? []).some(
    word => word.op !== 'same' && (touches(word.from, line.from) || touches(word.to, line.to)),
  )
}

function rangeOf(item: Place | null, passage: Range): Range | null {
  return item && [passage[0] + item.start, passage[0] + item.end]
}

function isTold(range: Range | null, told: readonly (Range | null)[]): boolean {
  return range === null || told.some(line => line !== null && line[0] <= range[0] && line[1] >= range[1])
}

/** Whether every changed word is told by a line already. */
function coversAll(entry: AlignmentEntry, lines: readonly VerdictLine[], context: Context): boolean {
  const olds = lines.map(line => line.from)
  const news = lines.map(line => line.to)
  const isTaken = lines.some(({ rule }) => rule === 'quotation-marks')
  return (entry.words ?? []).every(word => {
    if (word.op === 'same') return true
    const text = word.from ? context.oldText.slice(...word.from) : context.newText.slice(...word.to!)
    return (isTaken && MARKS.test(text)) || (isTold(word.from, olds) && isTold(word.to, news))
  })
}

/** Quotation marks alone. */
const MARKS = /^["“”„«»‹›‘’‚'「」『』]+$/u

const MOST_CHANGES_TOLD = 3

/** "Wording: “conceded” became “noted”; “early” was removed." */
function sayWording(entry: AlignmentEntry, context: Context): string {
  const parts: string[] = []
  let before: string | null = null
  const flush = () => {
    if (before !== null) parts.push(`${quoted(before)} was removed`)
    before = null
  }
  for (const word of entry.words ?? []) {
    if (word.op === 'deleted') {
      flush()
      before = context.oldText.slice(...word.from!)
    } else if (word.op === 'inserted') {
      const after = quoted(context.newText.slice(...word.to!))
      parts.push(before === null ? `${after} was added` : `${quoted(before)} became ${after}`)
      before = null
    } else flush()
  }
  flush()
  const rest = parts.length - MOST_CHANGES_TOLD
  const told = parts.slice(0, MOST_CHANGES_TOLD).join('; ')
  return `Wording: ${told}${rest > 0 ? `; and ${rest} more` : ''}.`
}
