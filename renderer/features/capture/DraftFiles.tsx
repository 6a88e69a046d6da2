import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_UPLOAD_BYTES } from '../../../archive/contract/limits.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './CaptureBar.module.css'
import { setDraft } from './draft.ts'
import { AddressField } from './DraftWords.tsx'
import { asUrl } from './parse-draft.ts'

/** Names shown; more are counted. */
const SHOWN_NAMES = 4

export interface DraftFilesProps {
  readonly files: readonly File[]
  readonly listed: readonly string[]
  readonly isBusy: boolean
  readonly onCapture: (urls: readonly string[]) => void
  readonly onImport: (files: readonly File[], url: string | null) => void
}

/** Files that were chosen or dropped: import them, or capture the addresses a list holds. */
export function DraftFiles({ files, listed, isBusy, onCapture, onImport }: DraftFilesProps) {
  const { t } = useTranslation('capture')
  const format = useFormat()
  const [address, setAddress] = useState('')
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const url = files.length === 1 ? asUrl(address.trim()) : null
  const names = files.slice(0, SHOWN_NAMES).map(({ name }) => name)
  const more = files.length - names.length
  const isList = listed.length > 0
  const isTooLarge = bytes > MAX_UPLOAD_BYTES
  return (
    <div className={styles['draft']} role="group" aria-label={t('chosenFiles')}>
      <p role="status">
        <bdi>{format.list(more > 0 ? [...names, t('moreFiles', { count: more })] : names)}</bdi>
        <span className={styles['size']}> · {format.bytes(bytes)}</span>
        {isList && <> — {t('isList', { count: listed.length })}</>}
      </p>
      {isTooLarge && <p>{t('tooLarge', { limit: format.bytes(MAX_UPLOAD_BYTES) })}</p>}
      {files.length === 1 && !isList && (
        <AddressField address={address} onChange={setAddress} isWrong={address.trim() !== '' && !url} />
      )}
      <div className={styles['actions']}>
        {isList && (
          <Button look="primary" isDisabled={isBusy} onPress={() => onCapture(listed)}>
            {t('captureListed', { count: listed.length })}
          </Button>
        )}
        <Button
          look={isList ? 'plain' : 'primary'}
          isDisabled={isBusy || isTooLarge}
          onPress={() => onImport(files, url)}
        >
          {isList ? t('importText') : t('importFiles', { count: files.length })}
        </Button>
        <Button look="quiet" onPress={() => setDraft({ files: [], listed: [] })}>
          {t('discard')}
        </Button>
      </div>
    </div>
  )
}
