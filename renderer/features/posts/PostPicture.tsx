import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlob } from '../source/blobs.ts'
import styles from './PostPicture.module.css'

export interface PostPictureProps {
  readonly snapshotId: string
  /** `data/…` path of the kept picture. */
  readonly file: string
  readonly alt: string
}

/** A picture of a post, from the archive. */
export function PostPicture({ snapshotId, file, alt }: PostPictureProps) {
  const { t } = useTranslation('words')
  const blob = useBlob(snapshotId, file)
  const [failed, setFailed] = useState(false)
  if (failed || blob.state === 'failed') return <span>{t('postPictureFailed')}</span>
  return (
    <span className={styles['picture']} data-loading={blob.state === 'loading' || undefined}>
      {blob.state === 'loaded' && (
        <img
          src={blob.url}
          alt={alt === '' ? t('media.image') : alt}
          title={alt}
          onError={() => setFailed(true)}
        />
      )}
    </span>
  )
}
