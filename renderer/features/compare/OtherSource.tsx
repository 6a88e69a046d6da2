import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { stet } from '../../client/calls.ts'
import { Button } from '../../ui/Button.tsx'
import { hostOf, useSourceName } from '../../ui/source-name.ts'
import styles from './OtherSource.module.css'

/** How many sources are offered; more words find fewer. */
const OFFERED = 20

export interface OtherSourceProps {
  readonly label: string
  /** Gets the newest snapshot of the chosen source. */
  readonly onChoose: (snapshotId: string) => void
}

/** Finds another source to compare with. */
export function OtherSource({ label, onChoose }: OtherSourceProps) {
  return (
    <DialogTrigger>
      <Button look="quiet" icon aria-label={label}>
        <Search aria-hidden="true" />
      </Button>
      <Popover className={styles['popover']} placement="bottom start">
        <Dialog className={styles['dialog']} aria-label={label}>
          <SourceSearch label={label} onChoose={onChoose} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function SourceSearch({ label, onChoose }: OtherSourceProps) {
  const nameOf = useSourceName()
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const [words, setWords] = useState('')
  const query = useDeferredValue(words)
  const { data } = useQuery(
    stet.library.list.queryOptions({ input: { query, limit: OFFERED }, placeholderData: keepPreviousData }),
  )
  const rows = (data?.rows ?? [])
    .filter(({ latestSnapshotId }) => latestSnapshotId !== null)
    .map(row => ({ ...row, id: row.sourceId }))
  return (
    // The core does the finding: what it answers is shown as it is.
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <SearchField aria-label={t('findSource')} autoFocus>
        <Input className={styles['input']} placeholder={t('findSource')} dir="auto" />
      </SearchField>
      <Menu
        className={styles['list']}
        aria-label={label}
        items={rows}
        renderEmptyState={() => <p className={styles['none']}>{data ? t('noSource') : ''}</p>}
      >
        {row => (
          <MenuItem
            id={row.sourceId}
            textValue={nameOf(row)}
            className={styles['item']}
            onAction={() => row.latestSnapshotId && onChoose(row.latestSnapshotId)}
          >
            <span className={styles['title']} dir="auto">
              {nameOf(row)}
            </span>
            <span className={styles['site']} dir="auto">
              {row.site ?? hostOf(row.url) ?? word('fromFile')}
            </span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}
