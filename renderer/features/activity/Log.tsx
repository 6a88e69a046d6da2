import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './Activity.module.css'
import { asLogFilter, byDay, LOG_FILTER_NAMES, LOG_FILTERS } from './log-words.ts'
import { LogLine } from './LogLine.tsx'

const PAGE_LINES = 100

/** The custody log in plain words, newest first; older lines come as they are scrolled to. */
export function Log() {
  const { t } = useTranslation(['activity', 'app'])
  const format = useFormat()
  const [params, setParams] = useSearchParams()
  const filter = asLogFilter(params.get('show'))
  const log = useInfiniteQuery(
    stet.activity.log.infiniteOptions({
      input: (before: number | null) => ({ before, limit: PAGE_LINES, types: [...LOG_FILTERS[filter]] }),
      initialPageParam: null,
      getNextPageParam: page => (page.more ? (page.lines.at(-1)?.event.seq ?? null) : null),
    }),
  )
  const days = useMemo(
    () => byDay(log.data?.pages.flatMap(({ lines }) => lines) ?? [], at => format.day(at)),
    [log.data, format],
  )
  const end = useRef<HTMLDivElement>(null)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = log
  useEffect(() => {
    const element = end.current
    if (!element || !hasNextPage || isFetchingNextPage) return
    const observer = new IntersectionObserver(
      entries => entries.some(({ isIntersecting }) => isIntersecting) && void fetchNextPage(),
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <section aria-labelledby="log-title">
      <div className={styles['head']}>
        <div>
          <h2 id="log-title">{t('log')}</h2>
          <p className={styles['soft']}>{t('logHint')}</p>
        </div>
        <Select
          label={t('show')}
          choices={LOG_FILTER_NAMES.map(name => ({ value: name, label: t(`filter.${name}`) }))}
          value={filter}
          onChange={name => setParams(name === 'all' ? {} : { show: name }, { replace: true })}
        />
      </div>
      {log.error && <ErrorNote error={errorFacts(log.error)} onRetry={() => void log.refetch()} />}
      {log.isPending && <p className={styles['waiting']}>{t('app:loading')}</p>}
      {log.data && days.length === 0 && <p className={styles['soft']}>{t('nothing')}</p>}
      {days.map(({ day, lines }) => (
        <section key={day} className={styles['day']} aria-label={day}>
          <h3>{day}</h3>
          <ol>
            {lines.map(line => (
              <LogLine key={line.event.seq} line={line} />
            ))}
          </ol>
        </section>
      ))}
      <div ref={end} className={styles['end']}>
        {hasNextPage && (
          <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('older')}
          </Button>
        )}
      </div>
    </section>
  )
}
