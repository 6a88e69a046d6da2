/** Rows asked for at once. */
export const PAGE_ROWS = 60

/** Pages held on either side of what is in sight: a quick turn of the wheel passes one in a few frames. */
const AHEAD = 5

/** The pages to hold, those in sight first: a browser asks for few at once, and these are waited for. */
export function pagesFor(first: number, last: number, total: number | null): readonly number[] {
  const end = total === null ? 0 : Math.max(0, Math.ceil(total / PAGE_ROWS) - 1)
  const seen = { from: Math.floor(first / PAGE_ROWS), to: Math.floor(last / PAGE_ROWS) }
  const from = Math.min(Math.max(0, seen.from - AHEAD), end)
  const to = Math.min(seen.to + AHEAD, end)
  const away = (page: number): number => Math.max(0, seen.from - page, page - seen.to)
  const pages = Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index)
  return pages.toSorted((a, b) => away(a) - away(b))
}
