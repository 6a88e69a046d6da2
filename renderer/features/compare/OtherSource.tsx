import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { ComboBox, Dialog, DialogTrigger, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { stet } from '../../client/calls.ts'
import { Button } from '../../ui/Button.tsx'
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
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const [words, setWords] = useState('')
  const query = useDeferredValue(words)
  const { data } = useQuery(
    stet.library.list.queryOptions({ input: { query, limit: OFFERED }, placeholderData: keepPreviousData }),
  )
  const rows = (data?.rows ?? []).filter(({ latestSnapshotId }) => latestSnapshotId !== null)
  return (
    <ComboBox
      aria-label={label}
      className={styles['box']}
      items={rows}
      inputValue={words}
      onInputChange={setWords}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="focus"
      onChange={sourceId => {
        const chosen = rows.find(row => row.sourceId === sourceId)
        if (chosen?.latestSnapshotId) onChoose(chosen.latestSnapshotId)
      }}
    >
      <Input className={styles['input']} placeholder={t('findSource')} autoFocus dir="auto" />
      <Popover className={styles['results']}>
        <ListBox
          className={styles['list']}
          renderEmptyState={() => <p className={styles['none']}>{data ? t('noSource') : ''}</p>}
        >
          {(row: (typeof rows)[number]) => (
            <ListBoxItem id={row.sourceId} textValue={row.title ?? row.url} className={styles['item']}>
              <span className={styles['title']} dir="auto">
                {row.title ?? word('untitled')}
              </span>
              <span className={styles['site']} dir="auto">
                {row.site ?? row.url}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
