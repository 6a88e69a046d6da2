import type { ReactNode } from 'react'
import styles from './Settings.module.css'

export interface RowProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

/** One setting: what it is, and the control. The control has a name of its own for those who do not see this. */
export function Row({ title, hint, children }: RowProps) {
  return (
    <div className={styles['row']}>
      <div>
        <p className={styles['title']}>{title}</p>
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      </div>
      <div className={styles['control']}>{children}</div>
    </div>
  )
}

export interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

export function Part({ id, title, children }: PartProps) {
  return (
    <section className={styles['part']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}
