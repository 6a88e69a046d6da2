import type { ComparisonResult } from '../../../archive/contract/results.ts'
import { changeOfLine } from './changes.ts'
import type { Range } from './segments.ts'
import { type ComparisonView, headStop, type Stop, textStop } from './view.ts'

type Line = ComparisonResult['verdict'][number]
type Ranges = Pick<Line, 'from' | 'to'>

/** Fields above the text that have a kind of their own in the verdict. */
const HEAD_FIELDS = ['headline', 'byline', 'outlet', 'published', 'modified'] as const

/**
 * A place in a comparison as an address has it: a field of the head (`headline`), or words of one side by their
 * offsets (`to:120-134`). Articles never change, so a place stays true whatever rules find changes later.
 */
export function placeOfLine({ kind, from, to }: Pick<Line, 'kind'> & Ranges): string | null {
  const field = HEAD_FIELDS.find(each => each === kind)
  if (field) return field
  if (to) return `to:${to.join('-')}`
  return from && `from:${from.join('-')}`
}

/** The place of a stop, for a link to it. */
export function placeOfStop(stop: Stop): string | null {
  if (stop.kind === 'head') return stop.field
  const { from, to } = stop.change
  if (to) return `to:${to.join('-')}`
  return from && `from:${from.join('-')}`
}

/** Where an address leads: a stop, else words that did not change; null where it is no place of this comparison. */
export function findPlace(
  place: string,
  view: ComparisonView,
): { readonly stop: Stop } | { readonly row: number } | null {
  const field = HEAD_FIELDS.find(each => each === place)
  if (field) return view.head.some(item => item.field === field) ? { stop: headStop(field) } : null
  const parts = /^(from|to):(\d{1,9})-(\d{1,9})$/.exec(place)
  if (!parts) return null
  const side = parts[1] as 'from' | 'to'
  const range: Range = [Number(parts[2]), Number(parts[3])]
  const none = { from: null, to: null }
  const change = changeOfLine({ ...NO_LINE, ...none, [side]: [...range] }, view.changes)
  if (change) return { stop: textStop(change) }
  const row = view.rows.find(each =>
    each[side].some(({ block }) => block.range[0] <= range[0] && range[0] < block.range[1]),
  )
  return row ? { row: row.id } : null
}

const NO_LINE = { kind: 'text-edited', summary: '', rule: '', before: null, after: null } as const
