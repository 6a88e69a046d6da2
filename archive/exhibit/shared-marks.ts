import type { Range } from '../model/comparison.ts'
import type { SourcesComparison } from '../model/two-sources.ts'
import type { SideKey } from './sides.ts'

export type SharedKind = 'figure' | 'quotation' | 'passage' | 'agreed'

/** First letter of a mark's number: F1 is the first figure that differs. */
const LETTERS: Readonly<Record<SharedKind, string>> = {
  figure: 'F',
  quotation: 'Q',
  passage: 'P',
  agreed: 'E',
}

/** What ties two texts together has one number in the list and in both texts. */
export const codeOf = (kind: SharedKind, index: number): string => `${LETTERS[kind]}${index + 1}`

export const findingId = (code: string): string => `shared-${code}`

/** Where it is marked in one of the two texts. */
export const markId = (side: SideKey, code: string): string => `${side}-mark-${code}`

export interface SharedMark {
  readonly kind: SharedKind
  readonly code: string
  readonly range: Range
}

/** Everything that ties one text to the other, in the order of that text; what is longer stands around the rest. */
export function marksOf(
  { passages, quotations, figures, agreed }: SourcesComparison,
  side: SideKey,
): SharedMark[] {
  const lists = [
    ['passage', passages],
    ['quotation', quotations],
    ['figure', figures],
    ['agreed', agreed],
  ] as const
  return lists
    .flatMap(([kind, pairs]) =>
      pairs.map((pair, index) => ({ kind, code: codeOf(kind, index), range: pair[side].range })),
    )
    .toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
}
