import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './Button.module.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `primary`: the one thing a place is for. `quiet`: in lists and bars. Default `plain`. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  /** Square, for an icon alone; give `aria-label` then. */
  readonly icon?: boolean
}

export function Button({ look = 'plain', icon = false, ...props }: ButtonProps) {
  return <AriaButton {...props} className={styles['button']} data-look={look} data-icon={icon || undefined} />
}
