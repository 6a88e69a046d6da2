import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import styles from './FilterBar.module.css'
import type { Asked } from './query.ts'

export interface DatesFilterProps {
  readonly asked: Asked
  readonly onAsk: (asked: Asked) => void
}

/** From which day to which a source was last seen. */
export function DatesFilter({ asked, onAsk }: DatesFilterProps) {
  const { t } = useTranslation('library')
  const id = useId()
  const field = (name: 'seenFrom' | 'seenTo') => (
    <div className={styles['day']}>
      <label htmlFor={`${id}-${name}`}>{t(name)}</label>
      <input
        id={`${id}-${name}`}
        type="date"
        value={asked[name] ?? ''}
        min={name === 'seenTo' ? (asked.seenFrom ?? undefined) : undefined}
        max={name === 'seenFrom' ? (asked.seenTo ?? undefined) : undefined}
        onChange={event => onAsk({ ...asked, [name]: event.target.value === '' ? null : event.target.value })}
      />
    </div>
  )
  return (
    <DialogTrigger>
      <Button>{t('dates')}</Button>
      <Popover className={styles['popover']}>
        <Dialog aria-label={t('datesTitle')} className={styles['dates']}>
          {field('seenFrom')}
          {field('seenTo')}
          <p>{t('datesHint')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
