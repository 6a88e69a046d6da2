import { type RefObject, useState } from 'react'
import { Dialog, Form, Heading, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SnapshotRow } from '../../../../archive/contract/source.ts'
import { say } from '../../../app/undo.ts'
import { calls } from '../../../client/calls.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { telling } from '../telling.ts'
import styles from './popover.module.css'

export interface PurgeProps {
  readonly shown: SnapshotRow
  /** What the popover stands at. */
  readonly place: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Asks for the reason before a version is removed for good, and says that there is no way back. */
export function Purge({ shown, place, isOpen, onOpenChange }: PurgeProps) {
  const { t } = useTranslation('source')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const { version, snapshotId } = shown

  async function purge(): Promise<void> {
    setBusy(true)
    const done = await telling(async () => {
      await calls.snapshot.purge({ snapshotId, reason: reason.trim() })
      return true
    })
    setBusy(false)
    if (!done) return
    onOpenChange(false)
    setReason('')
    say(t('purge.done', { version }))
  }
  return (
    <Popover
      triggerRef={place}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottom end"
      className={styles['popover']}
    >
      <Dialog className={styles['dialog']}>
        <Form
          className={styles['form']}
          onSubmit={event => {
            event.preventDefault()
            if (reason.trim() !== '' && !busy) void purge()
          }}
        >
          <Heading slot="title" level={2}>
            {t('purge.title', { version })}
          </Heading>
          <p>{t('purge.warning')}</p>
          <TextField
            label={t('purge.reason')}
            hint={t('purge.reasonHint')}
            value={reason}
            onChange={setReason}
            rows={2}
            isRequired
          />
          <div className={styles['buttons']}>
            <Button slot="close">{t('cancel', { ns: 'app' })}</Button>
            <Button type="submit" look="danger" isDisabled={reason.trim() === '' || busy}>
              {t('purge.confirm')}
            </Button>
          </div>
        </Form>
      </Dialog>
    </Popover>
  )
}
