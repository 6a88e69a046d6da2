import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Facets, LibraryRow } from '../../../../archive/contract/library.ts'
import { Button } from '../../../ui/Button.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useArrange } from './arrange.ts'
import styles from './popover.module.css'

export interface OrganiseProps {
  readonly source: LibraryRow
  readonly facets: Facets | undefined
  /** The button that opens it. */
  readonly children: ReactNode
}

/** Puts the source into collections and gives it tags. */
export function Organise({ source, facets, children }: OrganiseProps) {
  const { t } = useTranslation('source')
  const { tag, collect, collectAnew } = useArrange(source.sourceId)
  const collections = facets?.collections ?? []
  return (
    <DialogTrigger>
      {children}
      <Popover className={styles['popover']} placement="bottom start">
        <Dialog className={styles['dialog']} aria-label={t('organise.button')}>
          <section className={styles['group']}>
            <h3>{t('organise.tags')}</h3>
            <AddField label={t('organise.newTag')} onAdd={text => tag(text, true)} />
          </section>
          <section className={styles['group']}>
            <h3>{t('organise.collections')}</h3>
            {collections.length === 0 && <p className={styles['soft']}>{t('organise.noCollections')}</p>}
            <div className={styles['checks']}>
              {collections.map(({ id, name }) => (
                <Switch
                  key={id}
                  isSelected={source.collections.includes(id)}
                  onChange={on => void collect(id, name, on)}
                >
                  <bdi>{name}</bdi>
                </Switch>
              ))}
            </div>
            <AddField label={t('organise.newCollection')} onAdd={collectAnew} />
          </section>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface AddFieldProps {
  readonly label: string
  readonly onAdd: (text: string) => Promise<unknown>
}

function AddField({ label, onAdd }: AddFieldProps) {
  const { t } = useTranslation('source')
  const [text, setText] = useState('')
  function add(event: FormEvent): void {
    event.preventDefault()
    const trimmed = text.trim()
    if (trimmed === '') return
    setText('')
    void onAdd(trimmed)
  }
  return (
    <form className={styles['row']} onSubmit={add}>
      <TextField label={label} value={text} onChange={setText} maxLength={100} />
      <Button type="submit" isDisabled={text.trim() === ''}>
        {t('organise.add')}
      </Button>
    </form>
  )
}
