import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { errorFacts } from '../../client/error.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import styles from './Pending.module.css'

export interface PendingProps<Data> {
  readonly query: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}

/** What a call answers, once it has; until then quiet words after a moment, or why it failed. */
export function Pending<Data>({ query, children }: PendingProps<Data>) {
  const { t } = useTranslation('app')
  if (query.data !== undefined) return children(query.data)
  if (query.error) {
    return (
      <div className={styles['error']}>
        <ErrorNote error={errorFacts(query.error)} onRetry={() => void query.refetch()} />
      </div>
    )
  }
  return (
    <p className={styles['loading']} role="status">
      {t('loading')}
    </p>
  )
}
