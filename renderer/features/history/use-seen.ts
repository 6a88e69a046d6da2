import { useEffect, useRef } from 'react'
import type { SnapshotRow, SourceView } from '../../../archive/contract/source.ts'
import type { SourceTab } from '../../app/places.ts'
import { calls } from '../../client/calls.ts'

/** Views in which the words of the shown version are read; Compare remembers its own sides. */
const LOOKED_AT: ReadonlySet<SourceTab> = new Set(['read', 'page', 'history'])
/** Who goes on sooner has not looked. */
const AFTER_MS = 3_000

type Looked = Pick<SnapshotRow, 'sourceId' | 'version'>

/** Remembers that a version was looked at, once it has been shown for a moment; null is none. */
export function useLookedAt(looked: Looked | null): void {
  const { sourceId = null, version = 0 } = looked ?? {}
  useEffect(() => {
    if (sourceId === null) return
    const timer = setTimeout(() => {
      // What cannot be remembered is asked for again with the next look: nobody need be told.
      calls.desk.seen({ sourceId, version }).catch(() => {})
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [sourceId, version])
}

/**
 * Remembers the shown version of a source as looked at. Gives the newest version that had been looked at before
 * this visit: what is new stays new while it is looked at.
 */
export function useSeen(view: SourceView, shown: SnapshotRow | null, tab: SourceTab): number | null {
  const { sourceId, seenVersion } = view.source
  const before = useRef({ sourceId, seenVersion })
  if (before.current.sourceId !== sourceId) before.current = { sourceId, seenVersion }
  const isNews = shown !== null && shown.version > (seenVersion ?? 0)
  useLookedAt(isNews && LOOKED_AT.has(tab) ? shown : null)
  return before.current.seenVersion
}
