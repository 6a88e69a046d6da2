import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import styles from './Tabs.module.css'

export interface TabEntry<Id extends string> {
  readonly id: Id
  readonly label: string
  /** A small count beside the name. */
  readonly count?: string | undefined
}

export interface TabsProps<Id extends string> {
  /** For those who do not see it: what these tabs are of. */
  readonly label: string
  readonly tabs: readonly TabEntry<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  /** What the chosen tab shows; the others are not there. */
  readonly children: ReactNode
}

/** Views of one thing, one shown at a time. Arrow keys move along the tabs and choose. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<Id>) {
  return (
    <AriaTabs className={styles['tabs']} selectedKey={chosen} onSelectionChange={key => onChoose(key as Id)}>
      <TabList className={styles['list']} aria-label={label}>
        {tabs.map(({ id, label: name, count }) => (
          <Tab key={id} id={id} className={styles['tab']}>
            {name}
            {count !== undefined && <span className={styles['count']}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id }) => (
        <TabPanel key={id} id={id} className={styles['panel']}>
          {id === chosen && children}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
