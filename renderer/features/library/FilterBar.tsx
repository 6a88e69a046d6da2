import { ArrowDownWideNarrow, ArrowUpNarrowWide, Search, X } from 'lucide-react'
import { useRef } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { LIBRARY_SORT_NAMES } from './sorts.ts'
import { useCommands } from '../../app/commands/registry.ts'
import type { Facets } from '../../../archive/contract/library.ts'
import { Button } from '../../ui/Button.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { Select } from '../../ui/Select.tsx'
import { useTypedQuery } from '../../ui/use-typed-query.ts'
import { DatesFilter } from './DatesFilter.tsx'
import styles from './FilterBar.module.css'
import { SOURCE_LIST_ID } from './ids.ts'
import { Picker } from './Picker.tsx'
import { type Asked, descendsAtFirst } from './query.ts'

export interface FilterBarProps {
  readonly asked: Asked
  readonly facets: Facets | undefined
  /** `replace`: typing is one step of the history, not one for every letter. */
  readonly onAsk: (asked: Asked, options?: { readonly replace: boolean }) => void
}

/** Narrows and orders the list. */
export function FilterBar({ asked, facets, onAsk }: FilterBarProps) {
  const { t } = useTranslation('library')
  const sites = (facets?.sites ?? []).filter(({ site }) => !asked.sites.includes(site))
  return (
    <div className={styles['bar']} role="search" aria-label={t('filter')}>
      <TextFilter asked={asked} onAsk={onAsk} />
      <Picker
        label={t('outlets')}
        prompt={t('outletSearch')}
        choices={sites.map(({ site, count }) => ({ id: site, name: site, count }))}
        isDisabled={sites.length === 0}
        onPick={({ id }) => onAsk({ ...asked, sites: [...asked.sites, id] })}
      >
        {t('outlet')}
      </Picker>
      <DatesFilter asked={asked} onAsk={onAsk} />
      <span className={styles['order']}>
        <Select
          label={t('sortBy')}
          choices={LIBRARY_SORT_NAMES.map(sort => ({ value: sort, label: t(`sort.${sort}`) }))}
          value={asked.sort}
          onChange={sort => onAsk({ ...asked, sort, descending: descendsAtFirst(sort) })}
        />
        <Button
          look="quiet"
          icon
          aria-label={t(asked.descending ? 'descending' : 'ascending')}
          onPress={() => onAsk({ ...asked, descending: !asked.descending })}
        >
          {asked.descending ? (
            <ArrowDownWideNarrow aria-hidden="true" />
          ) : (
            <ArrowUpNarrowWide aria-hidden="true" />
          )}
        </Button>
      </span>
    </div>
  )
}

function TextFilter({ asked, onAsk }: Omit<FilterBarProps, 'facets'>) {
  const { t } = useTranslation('library')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useTypedQuery(asked.query, query =>
    onAsk({ ...asked, query }, { replace: asked.query !== '' }),
  )
  useCommands([
    {
      id: 'library.filter',
      label: t('filterText'),
      menu: 'edit',
      keys: ['/'],
      run: () => input.current?.focus(),
    },
  ])
  return (
    <SearchField aria-label={t('filterText')} className={styles['search']} value={text} onChange={setText}>
      <Search aria-hidden="true" />
      <Input
        ref={input}
        placeholder={t('filterPlaceholder')}
        dir="auto"
        onKeyDown={event => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
          event.preventDefault()
          document.getElementById(SOURCE_LIST_ID)?.focus()
        }}
      />
      {text === '' ? (
        <span className={styles['keys']}>
          <Keys keys="/" />
        </span>
      ) : (
        <Button look="quiet" icon aria-label={t('clearText')}>
          <X aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  )
}
