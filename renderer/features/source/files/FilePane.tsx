import { Download, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BagFile } from '../../../../archive/contract/source.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { useBlob } from '../blobs.ts'
import styles from './FilesView.module.css'
import { fileName, fileView, shortPath } from './kind.ts'

export interface FilePaneProps {
  readonly snapshotId: string
  readonly file: BagFile
  readonly onClose: () => void
}

/** More is too much to look at, and slow to lay out. */
const SHOWN_BYTES = 400_000

/** One stored file: text as text, a picture as a picture, anything else as a copy to save. */
export function FilePane({ snapshotId, file, onClose }: FilePaneProps) {
  const { t } = useTranslation(['source', 'app'])
  const format = useFormat()
  const blob = useBlob(snapshotId, file.path)
  const view = fileView(file)
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    pane.current?.focus()
  }, [])
  return (
    <section ref={pane} className={styles['pane']} tabIndex={-1} aria-label={shortPath(file.path)}>
      <header className={styles['top']}>
        <h3 dir="ltr">{shortPath(file.path)}</h3>
        {blob.state === 'loaded' && (
          <a className={styles['save']} href={blob.url} download={fileName(file.path)}>
            <Download aria-hidden="true" />
            {t('files.save')}
          </a>
        )}
        <Button look="quiet" icon aria-label={t('files.close')} onPress={onClose}>
          <X aria-hidden="true" />
        </Button>
      </header>
      <p className={styles['soft']}>
        {view === 'none' && t('files.noView')}
        {view === 'text' && t('files.asText')}
        {view === 'text' && file.bytes > SHOWN_BYTES && (
          <> {t('files.cut', { bytes: format.bytes(SHOWN_BYTES) })}</>
        )}
      </p>
      {blob.state === 'loading' && <p className={styles['loading']}>{t('app:loading')}</p>}
      {blob.state === 'failed' && <p role="alert">{t('files.failed')}</p>}
      {blob.state === 'loaded' && view === 'picture' && (
        <div className={styles['picture']}>
          <img src={blob.url} alt={shortPath(file.path)} />
        </div>
      )}
      {blob.state === 'loaded' && view === 'text' && <Text file={blob.file} />}
    </section>
  )
}

function Text({ file }: { readonly file: File }) {
  const [text, setText] = useState('')
  useEffect(() => {
    let isGone = false
    void file
      .slice(0, SHOWN_BYTES)
      .text()
      .then(read => isGone || setText(read))
    return () => {
      isGone = true
    }
  }, [file])
  return (
    <pre className={styles['text']} tabIndex={0} dir="auto">
      {text}
    </pre>
  )
}
