import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button, type ButtonProps } from './Button.tsx'
import styles from './Menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** Shown faint behind the label. */
  readonly note?: string
  /** A tick before it; leave out where entries are deeds and not choices. */
  readonly ticked?: boolean
  readonly danger?: boolean
  readonly isDisabled?: boolean
  readonly run: () => void
}

export interface MenuButtonProps extends Pick<ButtonProps, 'look' | 'icon' | 'isDisabled'> {
  /** Name of the button and of its menu. */
  readonly label: string
  /** What the button shows; the label where it is left out. */
  readonly children?: ReactNode
  readonly entries: readonly MenuEntry[]
}

/** A button that opens a menu of deeds or choices. */
export function MenuButton({ label, children, entries, ...button }: MenuButtonProps) {
  const ticks = entries.some(({ ticked }) => ticked !== undefined)
  return (
    <MenuTrigger>
      <Button {...button} aria-label={label}>
        {children ?? label}
      </Button>
      <Popover className={styles['popover']}>
        <AriaMenu
          className={styles['menu']}
          aria-label={label}
          selectionMode={ticks ? 'multiple' : 'none'}
          selectedKeys={entries.filter(({ ticked }) => ticked === true).map(({ id }) => id)}
          disabledKeys={entries.filter(({ isDisabled }) => isDisabled === true).map(({ id }) => id)}
          onAction={id => entries.find(entry => entry.id === id)?.run()}
        >
          {entries.map(entry => (
            <AriaMenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className={styles['item']}
              data-danger={entry.danger === true || undefined}
            >
              {ticks && <Check aria-hidden="true" className={styles['check']} />}
              <span dir="auto">{entry.label}</span>
              {entry.note !== undefined && <span className={styles['note']}>{entry.note}</span>}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
