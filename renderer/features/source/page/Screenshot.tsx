import { useTranslation } from 'react-i18next'
import type { PageView, SnapshotRow } from '../../../../archive/contract/source.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useBlob } from '../blobs.ts'
import styles from './PageView.module.css'

export interface ScreenshotProps {
  readonly shown: SnapshotRow
  readonly screenshot: NonNullable<PageView['screenshot']>
}

/** The page as it looked when it was captured, as wide as it was where there is room. */
export function Screenshot({ shown, screenshot: { path, facts } }: ScreenshotProps) {
  const { t } = useTranslation('source')
  const blob = useBlob(shown.snapshotId, path)
  if (blob.state === 'failed') return <EmptyState title={t('page.screenshotFailed')} />
  const style = facts
    ? { width: facts.width, aspectRatio: `${facts.width} / ${facts.height}` }
    : { width: 'auto' }
  return (
    <div className={styles['screenshot']}>
      {blob.state === 'loaded' ? (
        <img src={blob.url} alt={t('page.screenshotOf', { version: shown.version })} style={style} />
      ) : (
        <div style={style} />
      )}
    </div>
  )
}
