import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LibrarySort } from '../../../archive/contract/library.ts'
import { type Asked, sortedBy } from './query.ts'
import styles from './SourceList.module.css'

const COLUMNS = [
  { sort: 'title', kind: 'story' },
  { sort: 'changed', kind: 'change' },
  { sort: 'seen', kind: 'seen' },
  { sort: 'versions', kind: 'number' },
  { sort: 'posts', kind: 'number' },
] as const satisfies readonly { sort: LibrarySort; kind: string }[]

export interface ListHeadProps {
  readonly asked: Asked
  readonly onAsk: (asked: Asked) => void
}

/** Names of the columns; each sorts by itself. */
export function ListHead({ asked, onAsk }: ListHeadProps) {
  const { t } = useTranslation('library')
  const Arrow = asked.descending ? ArrowDown : ArrowUp
  return (
    <div role="row" aria-rowindex={1} className={styles['head']}>
      <div role="columnheader" className={styles['tickCell']}>
        <span className="visually-hidden">{t('selectedColumn')}</span>
      </div>
      {COLUMNS.map(({ sort, kind }) => {
        const isSorted = asked.sort === sort
        return (
          <div
            key={sort}
            role="columnheader"
            className={styles[kind]}
            data-kind={sort}
            aria-sort={isSorted ? (asked.descending ? 'descending' : 'ascending') : 'none'}
          >
            <button type="button" className={styles['column']} onClick={() => onAsk(sortedBy(asked, sort))}>
              {t(`column.${sort}`)}
              {isSorted && <Arrow aria-hidden="true" />}
            </button>
          </div>
        )
      })}
    </div>
  )
}
