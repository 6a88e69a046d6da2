import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ChangeMark, LibraryRow } from '../../../archive/contract/library.ts'
import { calls } from '../../client/calls.ts'

/** How long the list has to rest before marks are asked for. */
const REST_MS = 90
const MOST_AT_ONCE = 25
const MOST_KEPT = 4_000

/** A mark says what changed up to the newest snapshot: with another one it is another mark. */
const keyOf = (row: LibraryRow): string => `${row.sourceId} ${row.latestSnapshotId} ${row.versions}`

let marks: ReadonlyMap<string, ChangeMark | null> = new Map()
const listeners = new Set<() => void>()

function keep(more: Iterable<readonly [string, ChangeMark | null]>): void {
  marks = new Map([...marks, ...more].slice(-MOST_KEPT))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function ask(rows: readonly LibraryRow[], signal: AbortSignal): Promise<void> {
  for (let from = 0; from < rows.length && !signal.aborted; from += MOST_AT_ONCE) {
    const some = rows.slice(from, from + MOST_AT_ONCE)
    try {
      const answer = await calls.library.marks(
        { sourceIds: some.map(({ sourceId }) => sourceId) },
        { signal },
      )
      keep(some.map(row => [keyOf(row), answer.marks[row.sourceId] ?? null] as const))
    } catch {
      // A list without marks is still a list; they are asked for again when the rows are next seen.
      return
    }
  }
}

/** The marks of what is in sight, as they come: null where nothing changed, undefined while unknown. */
export function useMarks(rows: readonly LibraryRow[]): (row: LibraryRow) => ChangeMark | null | undefined {
  const known = useSyncExternalStore(subscribe, () => marks)
  const wanted = rows.filter(row => row.versions > 1)
  const wantedKeys = wanted.map(keyOf).join()
  // The rows are new objects in every rendering; what is wanted changes with their keys only.
  const asking = useMemo(() => wanted, [wantedKeys])
  useEffect(() => {
    const stop = new AbortController()
    const unknown = asking.filter(row => !marks.has(keyOf(row)))
    if (unknown.length === 0) return
    const timer = setTimeout(() => void ask(unknown, stop.signal), REST_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asking])
  return row => (row.versions > 1 ? known.get(keyOf(row)) : null)
}
