import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import styles from './Segmented.module.css'

export interface SegmentedProps<Value extends string> {
  /** For those who do not see it: what is chosen here. */
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
}

/** One of two to four, all in sight: radio buttons as segments of a bar. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, choices, value, onChange, isDisabled = false } = props
  return (
    <RadioGroup
      className={styles['group']}
      orientation="horizontal"
      aria-label={label}
      isDisabled={isDisabled}
      value={value}
      onChange={chosen => onChange(chosen as Value)}
    >
      {choices.map(choice => (
        <RadioField key={choice.value} value={choice.value} className={styles['field']}>
          <RadioButton className={styles['segment']}>{choice.label}</RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}
