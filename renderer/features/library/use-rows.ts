import { useQueries } from '@tanstack/react-query'
import { useDeferredValue, useRef } from 'react'
import type { LibraryRow } from '../../../archive/contract/library.ts'
import type { ErrorFacts } from '../../../archive/contract/error.ts'
import { stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { PAGE_ROWS, pagesFor } from './pages.ts'
import type { Asked } from './query.ts'

/** A page that is scrolled away is forgotten soon: of 100,000 rows few are held. */
const KEPT_MS = 20_000

export interface Rows {
  /** How many there are; null until that is known for the first time. */
  readonly total: number | null
  /** What stands in this row; undefined while it is on its way. */
  readonly at: (index: number) => LibraryRow | undefined
  /** Rows of what was asked before, shown until the first of the new ones are there. */
  readonly isOld: boolean
  readonly error: ErrorFacts | null
  readonly again: () => void
}

/** The list in windows: what is in sight and its neighbours are asked for, the rest is not. */
export function useRows(asked: Asked, first: number, last: number): Rows {
  const shown = useRef<{ readonly asked: Asked; readonly rows: Rows } | null>(null)
  const known = shown.current
  const total = known?.asked === asked ? known.rows.total : null
  // What is in sight is shown before its neighbours are asked for.
  const shownTotal = useDeferredValue(total) ?? 0
  const pages = pagesFor(first, last, total === null ? null : Math.min(total, shownTotal))
  const results = useQueries({
    queries: pages.map(page =>
      stet.library.list.queryOptions({
        input: { ...asked, offset: page * PAGE_ROWS, limit: PAGE_ROWS },
        gcTime: KEPT_MS,
      }),
    ),
  })
  const failed = results.find(({ error }) => error !== null)
  const counted = results.find(({ data }) => data !== undefined)?.data?.total ?? total
  const again = () => results.forEach(result => void result.refetch())
  const error = failed?.error ? errorFacts(failed.error) : null
  if (counted === null) {
    if (known) return { ...known.rows, isOld: true, error, again }
    return { total: null, at: () => undefined, isOld: false, error, again }
  }
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data?.rows]))
  const rows: Rows = {
    total: counted,
    at: index => byPage.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    isOld: false,
    error,
    again,
  }
  shown.current = { asked, rows }
  return rows
}
