import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { stet } from '../../../client/calls.ts'
import { errorFacts } from '../../../client/error.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import styles from './Screens.module.css'
import { TwoScreens } from './TwoScreens.tsx'

export interface ScreensProps {
  /** Snapshot ids. */
  readonly from: string
  readonly to: string
}

/** How the two pages looked, what differs boxed. */
export function Screens({ from, to }: ScreensProps) {
  const { t } = useTranslation('compare')
  const { data, error, refetch } = useQuery(stet.compare.screens.queryOptions({ input: { from, to } }))
  if (error) return <ErrorNote error={errorFacts(error)} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <p className={styles['working']} role="status">
        {t('screens.working')}
      </p>
    )
  }
  if (!data.comparison) {
    const missing = data.from ? 'to' : data.to ? 'from' : 'both'
    return <EmptyState title={t('screens.none')}>{t(`screens.without.${missing}`)}</EmptyState>
  }
  return <TwoScreens from={from} to={to} screens={{ ...data, comparison: data.comparison }} />
}
