import { CopyButton } from './CopyButton.tsx'
import styles from './Hash.module.css'

export interface HashProps {
  /** Lower-case hex digits. */
  readonly value: string
  /** Name of the copy button: "Copy the fixity hash". */
  readonly copyLabel: string
  /** All digits, in groups of eight, instead of the first twelve. */
  readonly whole?: boolean
}

const SHORT = 12

/** A hash, short or whole, that can be copied in full. */
export function Hash({ value, copyLabel, whole = false }: HashProps) {
  return (
    <span className={styles['hash']}>
      <code dir="ltr" title={value}>
        {whole
          ? (value.match(/.{1,8}/g) ?? []).map((group, index) => <span key={index}>{group}</span>)
          : value.slice(0, SHORT)}
      </code>
      <CopyButton text={value} what={copyLabel} />
    </span>
  )
}
