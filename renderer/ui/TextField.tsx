import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import styles from './TextField.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  /** Shown above; without one give `aria-label`. */
  readonly label?: string
  /** What to know about it, shown below. */
  readonly hint?: string
  /** Why it cannot be taken, with `isInvalid`. */
  readonly error?: string
  readonly placeholder?: string
  /** More than 1 makes it an area of several lines. Default 1. */
  readonly rows?: number
  readonly inputRef?: React.Ref<HTMLInputElement>
}

export function TextField({ label, hint, error, placeholder, rows = 1, inputRef, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className={styles['field']}>
      {label !== undefined && <Label className={styles['label']}>{label}</Label>}
      {rows > 1 ? (
        <TextArea className={styles['input']} rows={rows} placeholder={placeholder} dir="auto" />
      ) : (
        <Input ref={inputRef} className={styles['input']} placeholder={placeholder} dir="auto" />
      )}
      {hint !== undefined && (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['error']}>{error}</FieldError>
    </AriaTextField>
  )
}
