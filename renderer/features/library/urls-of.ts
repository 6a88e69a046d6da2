import { calls } from '../../client/calls.ts'
import type { Asked } from './query.ts'

const PAGE_ROWS = 500
/** The most addresses one job takes (`captureRequestSchema`). */
export const MOST_URLS = 10_000

/** Addresses of chosen sources, in the order of the list; imported files without an address have none. */
export async function urlsOf(asked: Asked, chosen: ReadonlySet<string>): Promise<readonly string[]> {
  const urls: string[] = []
  let found = 0
  for (let offset = 0; found < chosen.size && urls.length < MOST_URLS; offset += PAGE_ROWS) {
    const { rows, total } = await calls.library.list({ ...asked, offset, limit: PAGE_ROWS })
    for (const { sourceId, url } of rows) {
      if (!chosen.has(sourceId)) continue
      found += 1
      if (/^https?:/i.test(url)) urls.push(url)
    }
    if (offset + PAGE_ROWS >= total) break
  }
  return urls.slice(0, MOST_URLS)
}
