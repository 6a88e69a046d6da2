import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import { PLACES } from '../../app/places.ts'
import { stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ALL_POSTS, type AskedPosts, readPlace, writePlace } from './asked.ts'
import { PostFilters } from './PostFilters.tsx'
import { PostList } from './PostList.tsx'
import styles from './Posts.module.css'

const PAGE = 100

/** Every kept post over all sources. */
export function Posts() {
  const { t } = useTranslation('posts')
  const { t: app } = useTranslation('app')
  const format = useFormat()
  const search = useSearch()
  const [, navigate] = useLocation()
  const asked = useMemo(() => readPlace(search), [search])
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    stet.posts.list.infiniteOptions({
      input: (offset: number) => ({ ...asked, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, _, offset) =>
        offset + last.posts.length < last.total && last.posts.length > 0
          ? offset + last.posts.length
          : undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const posts = useMemo(() => data?.pages.flatMap(page => page.posts) ?? [], [data])
  const first = data?.pages[0]
  const ask = (next: AskedPosts, { replace = false } = {}) => {
    const said = writePlace(next)
    navigate(said === '' ? PLACES.posts : `${PLACES.posts}?${said}`, { replace })
  }
  const asksForAll = writePlace(asked) === ''

  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1>{t('title')}</h1>
        <p className={styles['total']} role="status">
          {first && t('total', { count: first.total, number: format.number(first.total) })}
        </p>
        {(!asksForAll || (first && first.total > 0)) && (
          <PostFilters asked={asked} counts={first} onAsk={ask} />
        )}
      </header>
      {error ? (
        <div className={styles['error']}>
          <ErrorNote error={errorFacts(error)} onRetry={() => void refetch()} />
        </div>
      ) : !first ? (
        <p className={styles['loading']} role="status">
          {app('loading')}
        </p>
      ) : first.total > 0 ? (
        <PostList
          key={search}
          posts={posts}
          total={first.total}
          onEnd={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()}
        />
      ) : asksForAll ? (
        <EmptyState
          title={t('emptyTitle')}
          actions={<Button onPress={() => navigate(PLACES.library)}>{t('emptyAction')}</Button>}
        >
          <p>{t('empty')}</p>
        </EmptyState>
      ) : (
        <EmptyState
          title={t('noneTitle')}
          actions={<Button onPress={() => ask(ALL_POSTS)}>{t('clear')}</Button>}
        >
          <p>{t('none')}</p>
        </EmptyState>
      )}
    </div>
  )
}
