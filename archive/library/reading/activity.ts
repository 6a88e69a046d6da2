import type { AttemptReason } from '../../model/snapshot.ts'
import type { LogLine, Store } from '../../store/index.ts'
import type { SourceIndex } from '../source-index.ts'

export interface ActivityQuery {
  /** Number of the line after the last one wanted; null for the log's end. */
  readonly before: number | null
  readonly limit: number
  /** Only lines of these types; empty is all. */
  readonly types: readonly string[]
}

export interface ActivityLine {
  readonly event: LogLine
  readonly source: { readonly sourceId: string; readonly title: string | null; readonly url: string } | null
  readonly version: number | null
  readonly reason: AttemptReason | null
}

/** A page of the custody log, newest line first, with what a reader wants to know of each line's source. */
export async function activityOf(
  store: Store,
  sources: SourceIndex,
  { before, limit, types }: ActivityQuery,
): Promise<{ lines: ActivityLine[]; more: boolean }> {
  const events = await store.overview.log.before(before, limit + 1, types)
  const lines = events.slice(0, limit).map(async event => {
    const source = 'sourceId' in event ? await sources.overview(event.sourceId) : null
    return {
      event,
      source: source && { sourceId: source.sourceId, title: source.title, url: source.url },
      version: event.type === 'snapshot' ? event.version : null,
      reason: event.type === 'attempt' ? event.reason : null,
    }
  })
  return { lines: await Promise.all(lines), more: events.length > limit }
}
