import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { placeIn } from '../places.ts'
import { Keys } from '../../ui/Keys.tsx'
import styles from './Palette.module.css'
import { type Command, useAllCommands, useCommands } from './registry.ts'

/** Every command by name, with its key. */
export function Palette() {
  const { t } = useTranslation('app')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const commands = useAllCommands()
  const { contains } = useFilter({ sensitivity: 'base' })
  useCommands([
    {
      id: 'app.commands',
      label: t('commands'),
      menu: 'help',
      keys: ['mod+k', '?'],
      run: () => {
        setTyped('')
        setOpen(true)
      },
    },
  ])
  const offered = commands.filter(
    ({ quiet, enabled, id }) => !quiet && enabled !== false && id !== 'app.commands',
  )
  // A link that was copied in the app leads back from here, in whatever host it is pasted.
  const place = placeIn(typed)
  const link: Command = {
    id: 'app.place',
    label: t('goToLink'),
    menu: 'go',
    run: () => {
      if (place !== null) location.hash = `#${place}`
    },
  }
  const choose = (command: Command) => {
    setOpen(false)
    // After the palette has given the focus back: the command may want it somewhere else.
    requestAnimationFrame(() => command.run())
  }
  return (
    <ModalOverlay className={styles['overlay']} isOpen={open} onOpenChange={setOpen} isDismissable>
      <Modal className={styles['modal']}>
        <Dialog className={styles['dialog']} aria-label={t('commands')}>
          <Autocomplete
            filter={(text, words) => place !== null || contains(text, words)}
            inputValue={typed}
            onInputChange={setTyped}
          >
            <SearchField
              autoFocus
              aria-label={t('commandSearch')}
              className={styles['search']}
              // A search field would be emptied first; here Escape means "never mind".
              onKeyDown={event => event.key === 'Escape' && setOpen(false)}
            >
              <Input placeholder={t('commandSearch')} />
            </SearchField>
            <Menu
              className={styles['list']}
              aria-label={t('commands')}
              items={place === null ? offered : [link]}
              renderEmptyState={() => <p className={styles['empty']}>{t('noCommand')}</p>}
            >
              {command => (
                <MenuItem
                  id={command.id}
                  textValue={command.label}
                  className={styles['item']}
                  onAction={() => choose(command)}
                >
                  <span>{command.label}</span>
                  {command.keys?.[0] && <Keys keys={command.keys[0]} />}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
