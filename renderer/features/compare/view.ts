import type { Pair } from '../../../archive/contract/source.ts'
import { type Change, changesOf } from './changes.ts'
import { type HeadField, headFieldsOf } from './head.ts'
import { type InlineBlock, inlineOf } from './inline.ts'
import { type Row, rowsOf } from './rows.ts'

/** A place in the view that n and p stop at: a field above the text, or a change in it. */
export type Stop =
  | { readonly id: string; readonly kind: 'head'; readonly field: HeadField['field'] }
  | { readonly id: string; readonly kind: 'text'; readonly change: Change }

/** A comparison laid out for showing. */
export interface ComparisonView {
  readonly pair: Pair
  readonly head: readonly HeadField[]
  readonly rows: readonly Row[]
  /** Of each row, as one column. */
  readonly inline: readonly (readonly InlineBlock[])[]
  readonly changes: readonly Change[]
  /** Id of the stop by entry of the alignment. */
  readonly stopOfEntry: ReadonlyMap<number, string>
  /** Entries of moved sentences that stand further down than before. */
  readonly movedDown: ReadonlySet<number>
}

export function viewOf(pair: Pair): ComparisonView {
  const texts = { from: pair.from, to: pair.to, alignment: pair.comparison.alignment }
  const rows = rowsOf(texts)
  const inline = rows.map(row => inlineOf(row, texts))
  const changes = changesOf(rows, inline, pair.comparison)
  const stopOfEntry = new Map(
    changes.flatMap(change => change.entries.map(entry => [entry, textStop(change).id] as const)),
  )
  return { pair, head: headFieldsOf(pair), rows, inline, changes, stopOfEntry, movedDown: movedDownIn(rows) }
}

function movedDownIn(rows: readonly Row[]): Set<number> {
  const before = new Set<number>()
  const down = new Set<number>()
  for (const row of rows) {
    for (const { segments } of row.from) for (const { entry } of segments) before.add(entry)
    for (const { segments } of row.to) {
      for (const { entry } of segments) if (before.has(entry)) down.add(entry)
    }
  }
  return down
}

export const headStop = (field: HeadField['field']): Stop => ({ id: `head-${field}`, kind: 'head', field })
export const textStop = (change: Change): Stop => ({ id: `change-${change.id}`, kind: 'text', change })

/** Stops in reading order; noise is passed over unless it is shown. */
export function stopsOf({ head, changes }: ComparisonView, withNoise: boolean): Stop[] {
  return [
    ...head.map(({ field }) => headStop(field)),
    ...changes.filter(({ noise }) => withNoise || !noise).map(textStop),
  ]
}
