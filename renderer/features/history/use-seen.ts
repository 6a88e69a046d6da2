import { useEffect, useRef } from 'react'
import type { SnapshotRow, SourceView } from '../../../archive/contract/source.ts'
import type { SourceTab } from '../../app/places.ts'
import { calls } from '../../client/calls.ts'

/** Views in which the words of a version are read. */
const LOOKED_AT: ReadonlySet<SourceTab> = new Set(['read', 'page', 'compare', 'history'])
/** Who goes on sooner has not looked. */
const AFTER_MS = 3_000

/**
 * Remembers that the shown version was looked at, once it has been open for a moment. Gives the newest version
 * that had been looked at before this visit: what is new stays new while it is looked at.
 */
export function useSeen(view: SourceView, shown: SnapshotRow | null, tab: SourceTab): number | null {
  const { sourceId, seenVersion } = view.source
  const before = useRef({ sourceId, seenVersion })
  if (before.current.sourceId !== sourceId) before.current = { sourceId, seenVersion }
  const version = shown?.version ?? null
  const isLookedAt = LOOKED_AT.has(tab)
  const isNews = version !== null && version > (seenVersion ?? 0)
  useEffect(() => {
    if (!isLookedAt || !isNews || version === null) return
    const timer = setTimeout(() => {
      // What cannot be remembered is asked for again with the next look: nobody need be told.
      calls.desk.seen({ sourceId, version }).catch(() => {})
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [sourceId, version, isLookedAt, isNews])
  return before.current.seenVersion
}
