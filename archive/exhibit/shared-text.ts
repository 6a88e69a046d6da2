import type { Range } from '../model/comparison.ts'
import type { SourcesComparison } from '../model/two-sources.ts'
import { tagOfBlock } from './block-tag.ts'
import { withoutQuoteSigns } from './wording.ts'
import { fragment, h, type Markup } from './markup.ts'
import { findingId, markId, marksOf, type SharedMark } from './shared-marks.ts'
import { headOf, type SideKey } from './sides.ts'
import type { ExhibitFacts } from './types.ts'

/** A block's words cut wherever a mark begins or ends; each mark is numbered where it begins. */
function markedWords(
  text: string,
  [start, end]: Range,
  marks: readonly SharedMark[],
  side: SideKey,
): Markup[] {
  const inside = marks.filter(({ range }) => range[0] < end && range[1] > start)
  const cuts = new Set([start, end, ...inside.flatMap(({ range }) => range)])
  const places = [...cuts].filter(at => at >= start && at <= end).toSorted((a, b) => a - b)
  return places.slice(0, -1).map((from, at) => {
    const over = inside.filter(({ range }) => range[0] <= from && range[1] > from)
    const words = withoutQuoteSigns(text.slice(from, places[at + 1]))
    if (over.length === 0) return h('span', {}, words)
    const numbers = over
      .filter(({ range }) => range[0] === from || (from === start && range[0] < start))
      .map(({ code, range }) =>
        h(
          'a',
          {
            class: 'label',
            lang: 'en',
            dir: 'ltr',
            id: range[0] === from ? markId(side, code) : null,
            href: `#${findingId(code)}`,
          },
          `${code} `,
        ),
      )
    const kinds = new Set(over.map(({ kind }) => `is-${kind}`))
    return fragment(numbers, h('span', { class: [...kinds].join(' ') }, words))
  })
}

/** One of the two texts, whole and as it stands, with what the other has too numbered in it. */
export function sharedText(facts: ExhibitFacts, sources: SourcesComparison, side: SideKey): Markup {
  const { text, blocks, language, dir } = facts[side]
  const marks = marksOf(sources, side)
  return h(
    'div',
    {},
    h('h3', {}, headOf(facts, side)),
    h(
      'div',
      { class: 'story', lang: language, dir },
      blocks
        .filter(({ range }) => range[1] > range[0])
        .map(({ kind, range }) =>
          h(tagOfBlock(kind, 'h4'), { class: kind }, markedWords(text, range, marks, side)),
        ),
    ),
  )
}
