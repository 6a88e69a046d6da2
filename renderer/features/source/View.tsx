import type { ReactNode } from 'react'
import type { SnapshotRow, SourceView } from '../../../archive/contract/source.ts'
import { HistoryView } from '../history/HistoryView.tsx'
import type { Chosen } from './chosen.ts'
import { SourceCompare } from './compare/SourceCompare.tsx'
import { EvidenceView } from './evidence/EvidenceView.tsx'
import { FilesView } from './files/FilesView.tsx'
import { VersionBar } from './head/VersionBar.tsx'
import { PageView } from './page/PageView.tsx'
import { SourcePosts } from './posts/SourcePosts.tsx'
import { ReadView } from './read/ReadView.tsx'

export interface ViewProps {
  readonly view: SourceView
  readonly chosen: Chosen
  readonly shown: SnapshotRow
}

/** The chosen view of the chosen version. */
export function View({ view, chosen, shown }: ViewProps) {
  const bar = (tools?: ReactNode) => (
    <VersionBar view={view} chosen={chosen} shown={shown}>
      {tools}
    </VersionBar>
  )
  switch (chosen.tab) {
    case 'read':
      return <ReadView view={view} shown={shown} bar={bar} />
    case 'page':
      return (
        <>
          {bar()}
          <PageView shown={shown} />
        </>
      )
    case 'compare':
      return <SourceCompare view={view} chosen={chosen} />
    case 'history':
      return <HistoryView view={view} chosen={chosen} shown={shown} />
    case 'posts':
      return <SourcePosts view={view} />
    case 'evidence':
      return (
        <>
          {bar()}
          <EvidenceView key={shown.snapshotId} shown={shown} />
        </>
      )
    case 'files':
      return (
        <>
          {bar()}
          <FilesView key={shown.snapshotId} shown={shown} />
        </>
      )
  }
}
