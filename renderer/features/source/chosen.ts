import { useLocation, useSearchParams } from 'wouter'
import type { SnapshotRow, SourceView } from '../../../archive/contract/source.ts'
import { SOURCE_TABS, sourcePlace, type SourceTab } from '../../app/places.ts'

/** Which version and view of a source the address names, and the ways to others. */
export interface Chosen {
  readonly tab: SourceTab
  /** The version that is shown: the one the address names, else the newest; null where none is kept. */
  readonly shown: SnapshotRow | null
  /** Kept one before and one after the shown one. */
  readonly before: SnapshotRow | null
  readonly after: SnapshotRow | null
  readonly isNewest: boolean
  /** The two sides of the Compare view: as the address names them, else the version before and the shown one. */
  readonly sides: { readonly from: string; readonly to: string } | null
  readonly goTab: (tab: SourceTab) => void
  readonly goVersion: (snapshotId: string) => void
  /** `at`: a place in the comparison (`features/compare/place.ts`). */
  readonly compare: (from: string, to: string, at?: string) => void
}

const isTab = (text: string | undefined): text is SourceTab => SOURCE_TABS.some(tab => tab === text)

export function useChosen({ source, versions }: SourceView, tabText: string | undefined): Chosen {
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const tab = isTab(tabText) ? tabText : 'read'
  const held = (id: string | null) => versions.findIndex(({ snapshotId }) => snapshotId === id)
  const wanted = held(search.get('snapshot'))
  const index = wanted === -1 ? versions.length - 1 : wanted
  const shown = versions[index] ?? null
  const before = versions[index - 1] ?? null
  const pinned = wanted === -1 ? undefined : shown?.snapshotId

  // The first version has none before it: it is compared with the next.
  const from = versions[held(search.get('from'))] ?? before ?? shown
  const to = versions[held(search.get('to'))] ?? (before ? shown : versions[index + 1])
  const { sourceId } = source
  return {
    tab,
    shown,
    before,
    after: versions[index + 1] ?? null,
    isNewest: index === versions.length - 1,
    sides: from && to && from !== to ? { from: from.snapshotId, to: to.snapshotId } : null,
    goTab: next => navigate(sourcePlace(sourceId, next, pinned)),
    // Stepping through versions is one visit: "back" leaves the source.
    goVersion: id => navigate(sourcePlace(sourceId, tab, id), { replace: true }),
    compare: (one, other, at) => {
      const place = sourcePlace(sourceId, 'compare', pinned)
      const there = at === undefined ? '' : `&at=${encodeURIComponent(at)}`
      navigate(`${place}${pinned ? '&' : '?'}from=${one}&to=${other}${there}`, { replace: tab === 'compare' })
    },
  }
}
