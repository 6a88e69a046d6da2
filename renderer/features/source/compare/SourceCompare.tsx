import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SourceView } from '../../../../archive/contract/source.ts'
import { comparePlace } from '../../../app/places.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Comparison } from '../../compare/Comparison.tsx'
import type { Chosen } from '../chosen.ts'
import styles from './SourceCompare.module.css'

export interface SourceCompareProps {
  readonly view: SourceView
  readonly chosen: Chosen
}

/** Two versions of this source beside each other: at first the shown one and the one before it. */
export function SourceCompare({ view, chosen }: SourceCompareProps) {
  const { t } = useTranslation('source')
  const [, navigate] = useLocation()
  if (!chosen.sides) {
    const checks = view.checks.length
    return (
      <EmptyState title={t('compare.one')}>
        <p>{t('compare.oneText')}</p>
        {checks > 0 && <p>{t('compare.checked', { count: checks })}</p>}
      </EmptyState>
    )
  }
  const isOurs = (id: string) => view.versions.some(({ snapshotId }) => snapshotId === id)
  return (
    <div className={styles['compare']}>
      <Comparison
        {...chosen.sides}
        onChoose={(from, to) =>
          isOurs(from) && isOurs(to) ? chosen.compare(from, to) : navigate(comparePlace(from, to))
        }
      />
    </div>
  )
}
