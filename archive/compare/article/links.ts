import type { Block, ListItem, RichText } from '../../model/article.ts'
import type { AlignmentEntry, Range, VerdictLine } from '../../model/comparison.ts'
import { normaliseText } from '../../model/normalise.ts'
import { comparableUrl } from '../../model/url.ts'
import { quoted } from '../verdict/say.ts'
import { line } from './line.ts'
import { matchByKey } from './pairs.ts'
import { shownRange, type Zone } from './zones.ts'

interface Link {
  readonly href: string
  readonly words: string
  /** Its words where they can be told, else its block. */
  readonly range: Range | null
  readonly exact: boolean
}

function listTexts(items: readonly ListItem[]): RichText[] {
  return items.flatMap(item => [item, ...listTexts(item.items ?? [])])
}

function richTexts(block: Block): readonly RichText[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block]
    case 'list':
      return listTexts(block.items)
    case 'quote':
      return block.paragraphs
    case 'figure':
      return [block.caption]
    case 'table':
      return block.rows.flat()
    case 'code':
    case 'post':
      return []
  }
}

function linksOf(zones: readonly Zone[]): Link[] {
  return zones.flatMap(zone => {
    const exact = zone.block.kind === 'paragraph' || zone.block.kind === 'heading'
    const start = zone.range[0]
    return richTexts(zone.block).flatMap(rich =>
      rich.spans.flatMap(span => {
        if (span.kind !== 'link') return []
        const range: Range | null = exact ? [start + span.start, start + span.end] : shownRange(zone)
        return [{ href: span.href, words: rich.text.slice(span.start, span.end), range, exact }]
      }),
    )
  })
}

/**
 * Links by where they lead (see `comparableUrl`). A link that came or went with its whole sentence is told
 * by that sentence and left out here.
 */
export function linkLines(
  from: readonly Zone[],
  to: readonly Zone[],
  alignment: readonly AlignmentEntry[],
): VerdictLine[] {
  const same = matchByKey(linksOf(from), linksOf(to), link => comparableUrl(link.href))
  const led = matchByKey(same.gone, same.came, link => normaliseText(link.words).toLowerCase() || null)
  const deleted = alignment.filter(entry => entry.op === 'deleted').map(entry => entry.from!)
  const inserted = alignment.filter(entry => entry.op === 'inserted').map(entry => entry.to!)
  return [
    ...led.both.map(([old, now]) =>
      line(
        'link',
        'link',
        `The link on ${quoted(now.words)} now leads to ${now.href} instead of ${old.href}.`,
        {
          from: old.range,
          to: now.range,
          before: old.href,
          after: now.href,
        },
      ),
    ),
    ...led.gone
      .filter(link => !isInside(link, deleted))
      .map(link =>
        line('link', 'link', `The link on ${quoted(link.words)} to ${link.href} was removed.`, {
          from: link.range,
          before: link.href,
        }),
      ),
    ...led.came
      .filter(link => !isInside(link, inserted))
      .map(link =>
        line('link', 'link', `A link on ${quoted(link.words)} to ${link.href} was added.`, {
          to: link.range,
          after: link.href,
        }),
      ),
  ]
}

function isInside({ range, exact }: Link, ranges: readonly Range[]): boolean {
  return exact && range !== null && ranges.some(outer => outer[0] <= range[0] && range[1] <= outer[1])
}
