import type { SourcesComparison } from '../../../../archive/contract/two-sources.ts'
import type { Range } from '../segments.ts'

export type Side = 'from' | 'to'

/** What a stretch of one text is to the other text. */
export type MarkKind = 'passage' | 'figure' | 'quotation' | 'agreed'

/** A place that belongs to one in the other text. */
export interface Mark {
  /** The same on both sides: `passage-0`. */
  readonly id: string
  readonly kind: MarkKind
  readonly range: Range
}

/** Everything that ties one text to the other, in the order of that text; a figure lies over a passage it is in. */
export function marksOf(sources: SourcesComparison, side: Side): Mark[] {
  const lists = [
    ['passage', sources.passages],
    ['quotation', sources.quotations.filter(({ relation }) => relation !== 'same')],
    ['figure', sources.figures],
    ['agreed', sources.agreed],
  ] as const
  return lists
    .flatMap(([kind, pairs]) =>
      pairs.map((pair, at) => ({ id: `${kind}-${at}`, kind, range: pair[side].range })),
    )
    .toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
}

/** A stretch of text under its marks, the outermost first. */
export interface MarkedPiece {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A block's words cut wherever a mark begins or ends. Every character is in exactly one piece. */
export function markedPieces(text: string, [start, end]: Range, marks: readonly Mark[]): MarkedPiece[] {
  const inside = marks.filter(({ range }) => range[0] < end && range[1] > start)
  const cuts = [...new Set([start, end, ...inside.flatMap(({ range }) => range)])]
    .filter(at => at >= start && at <= end)
    .toSorted((a, b) => a - b)
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at]!
    return {
      text: text.slice(from, to),
      marks: inside.filter(({ range }) => range[0] <= from && range[1] >= to),
    }
  })
}
