import { Button, Group, Input, NumberField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Row } from './Row.tsx'
import styles from './Settings.module.css'

export interface NumberSettingProps {
  readonly title: string
  readonly hint: string
  /** Shown behind the number. */
  readonly unit: string
  /** In the unit shown. */
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly isDisabled: boolean
  readonly onChange: (value: number) => void
}

/** A number with its unit. Taken when it is left or entered; what lies outside is brought to the nearest end. */
export function NumberSetting(props: NumberSettingProps) {
  const { title, hint, unit, value, min, max, step = 1, isDisabled, onChange } = props
  const { t } = useTranslation('settings')
  return (
    <Row title={title} hint={hint}>
      <NumberField
        className={styles['number']}
        aria-label={`${title} (${unit})`}
        value={value}
        minValue={min}
        maxValue={max}
        step={step}
        isDisabled={isDisabled}
        onChange={next => {
          if (!Number.isNaN(next) && next !== value) onChange(next)
        }}
      >
        <Group className={styles['numberGroup']}>
          <Input className={styles['numberInput']} />
          <span className={styles['unit']} aria-hidden="true">
            {unit}
          </span>
          <Button slot="decrement" aria-label={t('less', { title })}>
            −
          </Button>
          <Button slot="increment" aria-label={t('more', { title })}>
            +
          </Button>
        </Group>
      </NumberField>
    </Row>
  )
}
