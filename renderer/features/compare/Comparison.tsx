import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { comparePlace } from '../../app/places.ts'
import { stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import styles from './Comparison.module.css'
import { Compared } from './Compared.tsx'

export interface ComparisonProps {
  /** Snapshot ids. */
  readonly from: string
  readonly to: string
  /** Another pair was chosen; without this the app goes to the place of that pair. */
  readonly onChoose?: (from: string, to: string) => void
}

/** What changed between two snapshots. Stands by itself or within another screen, below its `h1`. */
export function Comparison({ from, to, onChoose }: ComparisonProps) {
  const { t } = useTranslation('app')
  const [, navigate] = useLocation()
  const { data, error, refetch } = useQuery(stet.compare.pair.queryOptions({ input: { from, to } }))
  const choose = onChoose ?? ((nextFrom, nextTo) => navigate(comparePlace(nextFrom, nextTo)))
  return (
    <div className={styles['comparison']}>
      {data ? (
        <Compared key={`${from} ${to}`} pair={data} onChoose={choose} />
      ) : error ? (
        <ErrorNote error={errorFacts(error)} onRetry={() => void refetch()} />
      ) : (
        <p className={styles['loading']} role="status">
          {t('loading')}
        </p>
      )}
    </div>
  )
}
