import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import styles from './Profiles.module.css'

export interface RemoveProfileProps {
  readonly name: string
  readonly onRemove: () => void
}

/** Removing a profile cannot be undone: what signs the person in is gone then. So it is asked once more. */
export function RemoveProfile({ name, onRemove }: RemoveProfileProps) {
  const { t } = useTranslation(['settings', 'app'])
  return (
    <DialogTrigger>
      <Button aria-label={t('profile.removeLong', { name })}>{t('profile.remove')}</Button>
      <Popover className={styles['popover']} placement="bottom end">
        <Dialog className={styles['dialog']}>
          {({ close }) => (
            <>
              <Heading slot="title" level={3}>
                {t('profile.removeLong', { name })}
              </Heading>
              <p>{t('profile.removeMeans')}</p>
              <div className={styles['deeds']}>
                <Button onPress={close}>{t('app:cancel')}</Button>
                <Button
                  look="danger"
                  onPress={() => {
                    close()
                    onRemove()
                  }}
                >
                  {t('profile.remove')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
