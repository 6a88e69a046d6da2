import { Check, ChevronDown } from 'lucide-react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'
import styles from './Select.module.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Shown faint behind the label: a count, a hint. */
  readonly note?: string
}

export interface SelectProps<Value extends string> {
  /** For those who do not see it, or shown above with `labelled`. */
  readonly label: string
  /** Shows the label above. Default false. */
  readonly labelled?: boolean
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
}

/** One of a few. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelled = false, choices, value, onChange, isDisabled } = props
  return (
    <AriaSelect
      className={styles['select']}
      {...(labelled ? {} : { 'aria-label': label })}
      isDisabled={isDisabled ?? false}
      value={value}
      onChange={key => onChange(key as Value)}
    >
      {labelled && <Label className={styles['label']}>{label}</Label>}
      <Button className={styles['button']}>
        <SelectValue className={styles['value']}>
          {choices.find(choice => choice.value === value)?.label ?? ''}
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles['popover']}>
        <ListBox className={styles['list']}>
          {choices.map(choice => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles['item']}
            >
              <Check aria-hidden="true" className={styles['check']} />
              <span dir="auto">{choice.label}</span>
              {choice.note !== undefined && <span className={styles['note']}>{choice.note}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
