import type { TableBlock } from '../../model/article.ts'
import type { VerdictLine } from '../../model/comparison.ts'
import { normaliseText } from '../../model/normalise.ts'
import { quoted, sayChange } from '../verdict/say.ts'
import { line } from './line.ts'
import { matchByKey } from './pairs.ts'
import { shownRange, type Zone } from './zones.ts'

interface Table {
  readonly zone: Zone
  readonly block: TableBlock
  /** Its place among the tables of the article. */
  readonly index: number
}

function tablesOf(zones: readonly Zone[]): Table[] {
  return zones
    .flatMap(zone => (zone.block.kind === 'table' ? [{ zone, block: zone.block }] : []))
    .map((table, index) => ({ ...table, index }))
}

function cellsOf(block: TableBlock): string[][] {
  return block.rows.map(row => row.map(cell => normaliseText(cell.text)))
}

function nameOf({ block, index }: Table): string {
  return block.caption ? `the table ${quoted(block.caption)}` : `table ${index + 1}`
}

function opened(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** A cell by its words; behind the first of its row, which mostly says what the row is about. */
function sayCell(row: readonly string[], x: number, before: string, after: string): string {
  const [first] = row
  const place = x > 0 && first ? `, in the row ${quoted(first)}` : ''
  if (before === '') return `${place}, ${quoted(after)} came into an empty cell.`
  if (after === '') return `${place}, ${quoted(before)} was removed from its cell.`
  return `${place}, ${quoted(before)} became ${quoted(after)}.`
}

/** Tables: the same one by its words, else by caption, else by its place among the tables left over. */
export function tableLines(from: readonly Zone[], to: readonly Zone[]): VerdictLine[] {
  const same = matchByKey(tablesOf(from), tablesOf(to), ({ block }) =>
    JSON.stringify([normaliseText(block.caption ?? ''), cellsOf(block)]),
  )
  const captioned = matchByKey(
    same.gone,
    same.came,
    ({ block }) => normaliseText(block.caption ?? '') || null,
  )
  const placed = matchByKey(captioned.gone, captioned.came, table => String(table.index))
  return [
    ...[...captioned.both, ...placed.both].flatMap(changedLines),
    ...placed.gone.map(table =>
      line('table', 'table', opened(`${nameOf(table)} was removed.`), { from: shownRange(table.zone) }),
    ),
    ...placed.came.map(table =>
      line('table', 'table', opened(`${nameOf(table)} was added.`), { to: shownRange(table.zone) }),
    ),
  ]
}

/** The lengths of the rows. */
function shape(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.length).join()
}

/** Cell by cell where both tables have the same shape, else one line for the table. */
function changedLines([old, now]: readonly [Table, Table]): VerdictLine[] {
  const sides = { from: shownRange(old.zone), to: shownRange(now.zone) }
  const [before, after] = [cellsOf(old.block), cellsOf(now.block)]
  const caption = (table: Table) => normaliseText(table.block.caption ?? '')
  const captionLine =
    caption(old) === caption(now)
      ? []
      : [
          line(
            'table',
            'table-caption',
            sayChange('caption of the table', caption(old) || null, caption(now) || null),
            {
              ...sides,
              before: old.block.caption,
              after: now.block.caption,
            },
          ),
        ]
  if (shape(before) !== shape(after)) {
    const summary = opened(
      `${nameOf(now)} has other rows or columns (${before.length} rows before, ${after.length} now).`,
    )
    return [...captionLine, line('table', 'table-shape', summary, sides)]
  }
  const cells = before.flatMap((row, y) =>
    row.flatMap((cell, x) => {
      const other = after[y]![x]!
      if (cell === other) return []
      const summary = `In ${nameOf(now)}${sayCell(after[y]!, x, cell, other)}`
      return [line('table', 'table-cell', summary, { ...sides, before: cell, after: other })]
    }),
  )
  return [...captionLine, ...cells]
}
