import type { Article } from '../../model/article.ts'
import type { VerdictKind, VerdictLine } from '../../model/comparison.ts'
import { normaliseText } from '../../model/normalise.ts'
import { looseText } from '../verdict/furniture.ts'
import { sayChange } from '../verdict/say.ts'
import { line } from './line.ts'

/** What the page says about itself: headline, byline, outlet and its own dates. */
export function headLines(from: Article, to: Article): VerdictLine[] {
  return [
    ...textLine('headline', 'headline', from.title, to.title),
    ...bylineLines(from.byline, to.byline),
    ...textLine('outlet', 'outlet', from.site, to.site),
    ...dateLine('published', 'page’s date of publication', from.published, to.published),
    ...dateLine('modified', 'page’s date of modification', from.modified, to.modified),
    ...cleanerLine(from, to),
  ]
}

function textLine(
  kind: VerdictKind,
  noun: string,
  before: string | null,
  after: string | null,
): VerdictLine[] {
  if (before === after) return []
  if (looseText(before ?? '') === looseText(after ?? '')) {
    const summary = `Only spacing or typography changed in the ${noun}.`
    return [line('noise', `${kind}-typography`, summary, { before, after })]
  }
  return [line(kind, kind, sayChange(noun, before, after), { before, after })]
}

function bylineLines(from: readonly string[], to: readonly string[]): VerdictLine[] {
  const [olds, news] = [new Set(from.map(normaliseText)), new Set(to.map(normaliseText))]
  const before = from.join(', ') || null
  const after = to.join(', ') || null
  if (olds.size === news.size && [...olds].every(name => news.has(name))) {
    if (from.map(normaliseText).join('\n') === to.map(normaliseText).join('\n')) return []
    return [
      line('byline', 'byline-order', 'The names in the byline stand in another order.', { before, after }),
    ]
  }
  return [line('byline', 'byline', sayChange('byline', before, after), { before, after })]
}

function dateLine(
  kind: 'published' | 'modified',
  noun: string,
  before: string | null,
  after: string | null,
): VerdictLine[] {
  if (before === after) return []
  const [old, now] = [Date.parse(before ?? ''), Date.parse(after ?? '')]
  if (old === now) return []
  return [line(kind, kind, sayChange(noun, before, after), { before, after })]
}

function cleanerLine(from: Article, to: Article): VerdictLine[] {
  if (from.cleaner === to.cleaner) return []
  const summary = `The two captures were cleaned by different rules (${from.cleaner}, ${to.cleaner}): a difference may come from that.`
  return [line('noise', 'cleaner', summary, { before: from.cleaner, after: to.cleaner })]
}
