import type { Row } from './rows.ts'

/** A row to show, or a run of rows folded away; a fold is named by its first row. */
export type Shown = { readonly row: Row } | { readonly fold: number; readonly rows: number }

/** Folds each run of unchanged rows into one line, but for those that were opened. */
export function foldUnchanged(rows: readonly Row[], folding: boolean, opened: ReadonlySet<number>): Shown[] {
  if (!folding) return rows.map(row => ({ row }))
  const shown: Shown[] = []
  for (let at = 0; at < rows.length;) {
    let end = at
    while (end < rows.length && !rows[end]!.changed) end++
    if (end === at) shown.push({ row: rows[at++]! })
    else {
      const run = rows.slice(at, end)
      if (opened.has(run[0]!.id)) shown.push(...run.map(row => ({ row })))
      else shown.push({ fold: run[0]!.id, rows: run.length })
      at = end
    }
  }
  return shown
}
