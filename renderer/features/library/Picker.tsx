import { useState, type ReactNode } from 'react'
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Picker.module.css'
import type { Named } from './use-desk.ts'

export interface PickerChoice extends Named {
  /** Shown faint behind the name. */
  readonly count?: number
}

/** What is offered at once; typing finds the rest. */
const MOST_SHOWN = 100

export interface PickerProps {
  /** Of the button and the popover. */
  readonly label: string
  readonly children: ReactNode
  readonly prompt: string
  readonly choices: readonly PickerChoice[]
  readonly isDisabled: boolean
  readonly onPick: (choice: PickerChoice) => void
  /** Where given, a name that is not among the choices is offered as a new one. */
  readonly onCreate?: (name: string) => void
}

/** A button that opens a list to choose from by typing. */
export function Picker({ label, children, prompt, choices, isDisabled, onPick, onCreate }: PickerProps) {
  const { t } = useTranslation('library')
  const format = useFormat()
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const offered = choices.filter(choice => contains(choice.name, name)).slice(0, MOST_SHOWN)
  const isNew = onCreate !== undefined && name !== '' && !choices.some(choice => choice.name === name)
  return (
    <DialogTrigger onOpenChange={() => setTyped('')}>
      <Button isDisabled={isDisabled}>{children}</Button>
      <Popover className={styles['popover']}>
        <Dialog aria-label={label} className={styles['dialog']}>
          {({ close }) => (
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <SearchField autoFocus aria-label={prompt} className={styles['field']}>
                <Input placeholder={prompt} maxLength={100} dir="auto" />
              </SearchField>
              <Menu
                aria-label={label}
                className={styles['list']}
                renderEmptyState={() => (
                  <p className={styles['none']}>{t(onCreate ? 'typeName' : 'noChoice')}</p>
                )}
                onAction={key => {
                  close()
                  if (key === NEW) return onCreate?.(name)
                  const choice = choices.find(({ id }) => `id:${id}` === key)
                  if (choice) onPick(choice)
                }}
              >
                {offered.map(choice => (
                  <MenuItem
                    key={choice.id}
                    id={`id:${choice.id}`}
                    textValue={choice.name}
                    className={styles['item']}
                  >
                    <span dir="auto">{choice.name}</span>
                    {choice.count !== undefined && (
                      <span className={styles['count']}>{format.number(choice.count)}</span>
                    )}
                  </MenuItem>
                ))}
                {isNew && (
                  <MenuItem id={NEW} textValue={name} className={styles['item']}>
                    {t('make', { name })}
                  </MenuItem>
                )}
              </Menu>
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Key of the entry that makes a new one: no choice has it, since theirs begin with `id:`. */
const NEW = 'new'
