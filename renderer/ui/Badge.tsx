import type { ReactNode } from 'react'
import styles from './Badge.module.css'

export interface BadgeProps {
  /** `quiet`: outlined; the others stand for a state, which the words say too. Default `quiet`. */
  readonly tone?: 'quiet' | 'good' | 'warn' | 'bad' | 'accent'
  readonly title?: string
  readonly children: ReactNode
}

/** A word or two about a thing: a tag, a state. */
export function Badge({ tone = 'quiet', title, children }: BadgeProps) {
  return (
    <span className={styles['badge']} data-tone={tone} title={title} dir="auto">
      {children}
    </span>
  )
}
