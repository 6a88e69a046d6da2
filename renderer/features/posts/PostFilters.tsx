import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../app/commands/registry.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { type Choice, Select } from '../../ui/Select.tsx'
import { useTypedQuery } from '../../ui/use-typed-query.ts'
import type { AskedPosts } from './asked.ts'
import styles from './PostFilters.module.css'

/** The choice that chooses nothing. */
const ALL = ''

interface Counts {
  readonly platforms: readonly {
    readonly platform: NonNullable<AskedPosts['platform']>
    readonly count: number
  }[]
  readonly states: readonly { readonly state: NonNullable<AskedPosts['state']>; readonly count: number }[]
  readonly authors: readonly { readonly author: string; readonly count: number }[]
}

export interface PostFiltersProps {
  readonly asked: AskedPosts
  /** How many posts each choice has; undefined until they are known. */
  readonly counts: Counts | undefined
  readonly onAsk: (asked: AskedPosts, options?: { readonly replace?: boolean }) => void
}

/** Words, platform, state and author of the posts to show. */
export function PostFilters({ asked, counts, onAsk }: PostFiltersProps) {
  const { t } = useTranslation('posts')
  const { t: word } = useTranslation('words')
  const format = useFormat()
  const number = (count: number) => format.number(count)
  type Platform = NonNullable<AskedPosts['platform']>
  type State = NonNullable<AskedPosts['state']>

  const platforms = withChosen(
    (counts?.platforms ?? []).map(({ platform, count }) => [platform, count] as const),
    asked.platform,
  )
  const states = withChosen(
    (counts?.states ?? []).map(({ state, count }) => [state, count] as const),
    asked.state,
  )
  const authors = withChosen(
    (counts?.authors ?? []).map(({ author, count }) => [author, count] as const),
    asked.author,
  )
  return (
    <div className={styles['filters']}>
      <Words asked={asked} onAsk={onAsk} />
      <Select<Platform | typeof ALL>
        label={t('platform')}
        choices={[
          { value: ALL, label: t('allPlatforms') },
          ...platforms.map(([value, count]) => ({
            value,
            label: word(`platform.${value}`),
            note: number(count),
          })),
        ]}
        value={asked.platform ?? ALL}
        onChange={platform => onAsk({ ...asked, platform: platform === ALL ? null : platform })}
      />
      <Select<State | typeof ALL>
        label={t('state')}
        choices={[
          { value: ALL, label: t('allStates') },
          ...states.map(([value, count]) => ({
            value,
            label: word(`postState.${value}`),
            note: number(count),
          })),
        ]}
        value={asked.state ?? ALL}
        onChange={state => onAsk({ ...asked, state: state === ALL ? null : state })}
      />
      <Select<string>
        label={t('author')}
        choices={[
          { value: ALL, label: t('allAuthors') },
          ...authors.map(([value, count]): Choice<string> => ({ value, label: value, note: number(count) })),
        ]}
        value={asked.author ?? ALL}
        onChange={author => onAsk({ ...asked, author: author === ALL ? null : author })}
      />
    </div>
  )
}

/** What is chosen is always among the choices, with nothing too. */
function withChosen<T extends string>(
  choices: readonly (readonly [T, number])[],
  chosen: T | null,
): readonly (readonly [T, number])[] {
  return chosen === null || choices.some(([value]) => value === chosen) ? choices : [...choices, [chosen, 0]]
}

function Words({ asked, onAsk }: Omit<PostFiltersProps, 'counts'>) {
  const { t } = useTranslation('posts')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useTypedQuery(asked.query, query =>
    onAsk({ ...asked, query }, { replace: asked.query !== '' }),
  )
  useCommands([
    { id: 'posts.search', label: t('search'), menu: 'edit', keys: ['/'], run: () => input.current?.focus() },
  ])
  return (
    <SearchField aria-label={t('search')} className={styles['search']} value={text} onChange={setText}>
      <Search aria-hidden="true" />
      <Input ref={input} placeholder={t('searchHint')} dir="auto" />
      {text === '' ? (
        <Keys keys="/" />
      ) : (
        <Button look="quiet" icon aria-label={t('clearSearch')}>
          <X aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  )
}
