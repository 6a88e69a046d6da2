import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components'
import type { ReactNode } from 'react'
import styles from './Switch.module.css'

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode
}

/** On or off, at once. `children` is its name; give `aria-label` where there is none. */
export function Switch({ children, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className={styles['switch']}>
      <span className={styles['track']} aria-hidden="true" />
      {children}
    </AriaSwitch>
  )
}
