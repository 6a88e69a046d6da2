import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './CaptureBar.module.css'
import { clearDraft } from './draft.ts'
import { asUrl, type Draft } from './parse-draft.ts'

/** Shorter than this it is a slip of the keyboard rather than a story. */
const SHORTEST_STORY_CHARS = 40

export interface DraftWordsProps {
  readonly text: string
  readonly read: Extract<Draft, { kind: 'text' | 'html' }>
  readonly isBusy: boolean
  readonly onCapture: (urls: readonly string[]) => void
  readonly onImport: (files: readonly File[], url: string | null) => void
}

/** What was pasted is no address: it can be imported as what it is. */
export function DraftWords({ text, read, isBusy, onCapture, onImport }: DraftWordsProps) {
  const { t } = useTranslation('capture')
  const [address, setAddress] = useState('')
  const url = asUrl(address.trim())
  const isStory = read.kind === 'html' || text.trim().length >= SHORTEST_STORY_CHARS
  const urls = read.kind === 'text' ? read.urls : []
  const send = (name: string, type: string) => onImport([new File([text], name, { type })], url)
  if (!isStory && urls.length === 0) {
    return (
      <p className={styles['hint']} role="status">
        {t('notAnAddress')}
      </p>
    )
  }
  return (
    <div className={styles['draft']} role="group" aria-label={t('pasted')}>
      <p role="status">{t(read.kind === 'html' ? 'isHtml' : 'isText')}</p>
      {isStory && (
        <AddressField address={address} onChange={setAddress} isWrong={address.trim() !== '' && !url} />
      )}
      <div className={styles['actions']}>
        {urls.length > 0 && (
          <Button isDisabled={isBusy} onPress={() => onCapture(urls)}>
            {t('captureFound', { count: urls.length })}
          </Button>
        )}
        {isStory && (
          <>
            <Button
              look={read.kind === 'html' ? 'primary' : 'plain'}
              isDisabled={isBusy}
              onPress={() => send('pasted.html', 'text/html')}
            >
              {t('importHtml')}
            </Button>
            <Button
              look={read.kind === 'text' ? 'primary' : 'plain'}
              isDisabled={isBusy}
              onPress={() => send('pasted.txt', 'text/plain')}
            >
              {t('importText')}
            </Button>
          </>
        )}
        <Button look="quiet" onPress={clearDraft}>
          {t('discard')}
        </Button>
      </div>
    </div>
  )
}

export interface AddressFieldProps {
  readonly address: string
  readonly onChange: (address: string) => void
  readonly isWrong: boolean
}

/** Where an imported page stood, as far as the person knows. */
export function AddressField({ address, onChange, isWrong }: AddressFieldProps) {
  const { t } = useTranslation('capture')
  return (
    <TextField
      label={t('address')}
      placeholder={t('addressUnknown')}
      value={address}
      onChange={onChange}
      isInvalid={isWrong}
      error={t('addressWrong')}
    />
  )
}
