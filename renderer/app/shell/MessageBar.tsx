import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { useCommands } from '../commands/registry.ts'
import { dismissMessage, undoLast, useMessage } from '../undo.ts'
import styles from './MessageBar.module.css'

/** Says what was just done, with the way back. */
export function MessageBar() {
  const { t } = useTranslation('app')
  const message = useMessage()
  const undoable = message?.undo !== null && message !== null
  useCommands([
    {
      id: 'app.undo',
      label: t('undo'),
      menu: 'edit',
      keys: ['mod+z'],
      enabled: undoable,
      run: () => void undoLast(),
    },
  ])
  return (
    <div className={styles['place']} role={message?.kind === 'error' ? 'alert' : 'status'}>
      {message && (
        <div key={message.id} className={styles['message']} data-kind={message.kind}>
          <span dir="auto">{message.text}</span>
          {undoable && <Button onPress={() => void undoLast()}>{t('undo')}</Button>}
          <Button look="quiet" icon aria-label={t('dismiss')} onPress={dismissMessage}>
            <X aria-hidden="true" />
          </Button>
        </div>
      )}
    </div>
  )
}
