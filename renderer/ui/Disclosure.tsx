import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'
import styles from './Disclosure.module.css'

export interface DisclosureProps {
  readonly title: ReactNode
  /** Rank of the heading; default 3. */
  readonly level?: 2 | 3 | 4
  readonly isOpen?: boolean
  readonly onToggle?: (isOpen: boolean) => void
  readonly children: ReactNode
}

/** A heading that shows and hides what is below it. Closed at first unless it is told otherwise. */
export function Disclosure({ title, level = 3, isOpen, onToggle, children }: DisclosureProps) {
  return (
    <AriaDisclosure
      className={styles['disclosure']}
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onToggle ? { onExpandedChange: onToggle } : {})}
    >
      <Heading level={level} className={styles['heading']}>
        <Button slot="trigger" className={styles['trigger']}>
          <ChevronRight aria-hidden="true" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={styles['panel']}>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
