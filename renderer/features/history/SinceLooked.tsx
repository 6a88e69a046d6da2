import { useTranslation } from 'react-i18next'
import type { SourceView } from '../../../archive/contract/source.ts'
import { Button } from '../../ui/Button.tsx'
import type { Chosen } from '../source/chosen.ts'
import styles from './SinceLooked.module.css'

export interface SinceLookedProps {
  readonly view: SourceView
  readonly chosen: Chosen
  /** Newest version that had been looked at before; null where none was. */
  readonly seen: number | null
}

/** How many versions came since the person last looked, and what changed from then to the newest. */
export function SinceLooked({ view, chosen, seen }: SinceLookedProps) {
  const { t } = useTranslation('history')
  const newest = view.versions.at(-1)
  if (seen === null || !newest) return null
  const came = new Set(view.versions.filter(row => row.version > seen).map(row => row.version)).size
  // A version that was purged since is told by the one that stood before it.
  const from = view.versions.findLast(row => row.version <= seen)
  if (came === 0 || !from) return null
  const { sides } = chosen
  const isShown =
    chosen.tab === 'compare' && sides?.from === from.snapshotId && sides.to === newest.snapshotId
  return (
    <p className={styles['since']} role="status">
      <span>{t('since', { count: came, seen })}</span>
      {!isShown && (
        <Button look="quiet" onPress={() => chosen.compare(from.snapshotId, newest.snapshotId)}>
          {t('sinceCompare')}
        </Button>
      )}
    </p>
  )
}
