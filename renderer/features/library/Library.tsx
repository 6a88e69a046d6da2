import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { PanelLeft } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import { stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { CaptureBar } from '../capture/CaptureBar.tsx'
import { CapturePanel } from '../capture/CapturePanel.tsx'
import { DemoNote } from '../first-run/DemoNote.tsx'
import { FirstRun } from '../first-run/FirstRun.tsx'
import { Chips } from './Chips.tsx'
import { FilterBar } from './FilterBar.tsx'
import styles from './Library.module.css'
import { type Asked, EVERYTHING, readSearch, writeSearch } from './query.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useSelection } from './session.ts'
import { SidePane } from './SidePane.tsx'
import { SourceList } from './SourceList.tsx'

/** All sources, and the way to new ones. */
export function Library() {
  const { t } = useTranslation('library')
  const format = useFormat()
  const [, navigate] = useLocation()
  const search = useSearch()
  const asked = useMemo(() => readSearch(search), [search])
  const selection = useSelection()
  const [total, setTotal] = useState<number | null>(null)
  const facets = useQuery(stet.library.facets.queryOptions({ input: {}, placeholderData: keepPreviousData }))
  const onAsk = useCallback(
    (next: Asked, options?: { readonly replace: boolean }) => {
      const query = writeSearch(next)
      navigate(query === '' ? '/' : `/?${query}`, options)
    },
    [navigate],
  )
  const isEmpty = facets.data?.all === 0
  const pane = <SidePane asked={asked} facets={facets.data} />
  return (
    <div className={styles['library']}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className={styles['top']}>
        <CaptureBar />
        <DemoNote />
        <CapturePanel />
      </div>
      {facets.error && <ErrorNote error={errorFacts(facets.error)} onRetry={() => void facets.refetch()} />}
      {isEmpty ? (
        <FirstRun />
      ) : (
        <div className={styles['columns']}>
          <div className={styles['side']}>{pane}</div>
          <section className={styles['main']} aria-label={t('sources')}>
            <div className={styles['filters']}>
              <DialogTrigger>
                <Button icon aria-label={t('views')}>
                  <PanelLeft aria-hidden="true" />
                </Button>
                <Popover className={styles['popover']}>
                  <Dialog aria-label={t('views')} className={styles['dialog']}>
                    {pane}
                  </Dialog>
                </Popover>
              </DialogTrigger>
              <FilterBar asked={asked} facets={facets.data} onAsk={onAsk} />
            </div>
            <div className={styles['state']}>
              {selection.chosen.size > 0 ? (
                <SelectionBar asked={asked} facets={facets.data} chosen={selection.chosen} />
              ) : (
                <>
                  <p role="status" className={styles['total']}>
                    {total !== null && t('total', { count: total, number: format.number(total) })}
                  </p>
                  <Chips asked={asked} facets={facets.data} />
                </>
              )}
            </div>
            <SourceList
              asked={asked}
              onAsk={onAsk}
              onTotal={setTotal}
              empty={
                <EmptyState
                  title={t('nothingFits')}
                  actions={<Button onPress={() => onAsk(EVERYTHING)}>{t('clearFilters')}</Button>}
                >
                  {t('nothingFitsHow')}
                </EmptyState>
              }
            />
          </section>
        </div>
      )}
    </div>
  )
}
