import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reading } from '../../../../archive/contract/source.ts'
import type { FigureBlock } from './article-types.ts'
import { useBlob } from '../blobs.ts'
import styles from './Article.module.css'
import { RichText } from './RichText.tsx'

type Size = Reading['sizes'][string]

export interface PictureProps {
  readonly figure: FigureBlock
  readonly snapshotId: string
  /** `data/` path of the kept picture; null where none was kept. */
  readonly path: string | null
  /** In pixels, where it is known before the picture is. */
  readonly size: Size | undefined
}

/** A figure with its picture from the archive; its box is there before the picture is. */
export function Figure({ figure, snapshotId, path, size }: PictureProps) {
  const hasCaption = figure.caption.text !== ''
  return (
    <figure className={styles['figure']}>
      {path === null ? (
        <Missing media={figure.media} alt={figure.alt} />
      ) : (
        <Picture key={path} snapshotId={snapshotId} path={path} alt={figure.alt} told={size} />
      )}
      {(hasCaption || figure.credit !== null) && (
        <figcaption>
          {hasCaption && <RichText {...figure.caption} />}
          {figure.credit !== null && <span className={styles['credit']}>{figure.credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}

interface ShownProps {
  readonly snapshotId: string
  readonly path: string
  readonly alt: string
  readonly told: Size | undefined
}

function Picture({ snapshotId, path, alt, told }: ShownProps) {
  const { t } = useTranslation('source')
  const blob = useBlob(snapshotId, path)
  const [failed, setFailed] = useState(false)
  const [size, setSize] = useState(told)
  if (failed || blob.state === 'failed') return <Absent words={t('read.pictureFailed')} alt={alt} />
  // Where nothing tells the size, the box has the shape most pictures of news have until the picture is there.
  const style = size
    ? { aspectRatio: `${size.width} / ${size.height}`, maxWidth: size.width }
    : { aspectRatio: '3 / 2' }
  return (
    <div className={styles['picture']} style={style} data-loading={blob.state === 'loading' || undefined}>
      {blob.state === 'loaded' && (
        <img
          src={blob.url}
          alt={alt}
          onLoad={event => {
            const { naturalWidth: width, naturalHeight: height } = event.currentTarget
            // A turned photograph is shown upright; a vector that says no size of its own keeps what was told.
            if (width > 0 && !told) setSize({ width, height })
            else if (told && width === told.height && height === told.width) setSize({ width, height })
          }}
          onError={() => setFailed(true)}
        />
      )}
    </div>
  )
}

function Missing({ media, alt }: { readonly media: FigureBlock['media']; readonly alt: string }) {
  const { t } = useTranslation('source')
  const words =
    media === 'image' ? t('read.pictureMissing') : t('read.mediaKept', { media: t(`read.media.${media}`) })
  return <Absent words={words} alt={alt} />
}

function Absent({ words, alt }: { readonly words: string; readonly alt: string }) {
  return (
    <div className={styles['absent']}>
      <ImageOff aria-hidden="true" />
      <span>{words}</span>
      {alt !== '' && <span dir="auto">“{alt}”</span>}
    </div>
  )
}
