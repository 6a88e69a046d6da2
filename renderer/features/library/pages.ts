/** Rows asked for at once. */
export const PAGE_ROWS = 100

/** The first and the last page to hold: those in sight, and one more on either side. */
export function pagesFor(first: number, last: number, total: number | null): readonly number[] {
  const end = total === null ? 0 : Math.max(0, Math.ceil(total / PAGE_ROWS) - 1)
  const from = Math.min(Math.max(0, Math.floor(first / PAGE_ROWS) - 1), end)
  const to = Math.min(Math.floor(last / PAGE_ROWS) + 1, end)
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index)
}
