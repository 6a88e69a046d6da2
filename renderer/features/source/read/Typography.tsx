import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ALargeSmall } from 'lucide-react'
import {
  Dialog,
  DialogTrigger,
  Label,
  Popover,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../archive/contract/settings.ts'
import { sayError } from '../../../app/undo.ts'
import { stet } from '../../../client/calls.ts'
import { errorFacts } from '../../../client/error.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useAllowed } from '../use-allowed.ts'
import styles from './Typography.module.css'

type Reading = Settings['reading']

/** Bounds of the settings' schema, and steps that can be seen. */
const SLIDERS = [
  { name: 'size', min: 14, max: 28, step: 1 },
  { name: 'measure', min: 45, max: 90, step: 1 },
  { name: 'leading', min: 1.2, max: 2.2, step: 0.05 },
] as const

/** How the article is set: typeface, size, length and distance of lines. Kept in the settings. */
export function Typography({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation('source')
  const { canWrite } = useAllowed()
  const queries = useQueryClient()
  const key = stet.settings.get.queryKey()
  const saving = useMutation(
    stet.settings.set.mutationOptions({
      onError: error => {
        sayError(errorFacts(error).message)
        void queries.invalidateQueries({ queryKey: key })
      },
    }),
  )
  /** Shown at once; saved when the hand lets go. */
  const show = (change: Partial<Reading>) =>
    queries.setQueryData(key, before => before && { ...before, reading: { ...reading, ...change } })
  const save = (change: Partial<Reading>) => {
    show(change)
    if (canWrite) saving.mutate({ reading: { ...reading, ...change } })
  }
  return (
    <DialogTrigger>
      <Button look="quiet" icon aria-label={t('read.typography')}>
        <ALargeSmall aria-hidden="true" />
      </Button>
      <Popover className={styles['popover']} placement="bottom end">
        <Dialog className={styles['dialog']} aria-label={t('read.typography')}>
          <Select
            label={t('read.face')}
            labelled
            value={reading.face}
            onChange={face => save({ face })}
            choices={[
              { value: 'serif', label: t('read.serif') },
              { value: 'sans', label: t('read.sans') },
            ]}
          />
          {SLIDERS.map(({ name, min, max, step }) => (
            <Slider
              key={name}
              className={styles['slider']}
              minValue={min}
              maxValue={max}
              step={step}
              value={reading[name]}
              onChange={value => show({ [name]: value })}
              onChangeEnd={value => save({ [name]: value })}
            >
              <Label>{t(`read.${name}`)}</Label>
              <SliderOutput className={styles['value']} />
              <SliderTrack className={styles['track']}>
                <SliderThumb className={styles['thumb']} />
              </SliderTrack>
            </Slider>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
