import { type ReactNode, type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note, Reading } from '../../../../archive/contract/source.ts'
import type { Settings } from '../../../../archive/contract/settings.ts'
import { claimedTime } from '../../../i18n/claimed-time.ts'
import { useFormat } from '../../../i18n/format.ts'
import styles from './Article.module.css'
import { BlockView } from './BlockView.tsx'
import { headingRanks } from './ranks.ts'
import { BlockNotes } from './RichText.tsx'

export interface ArticleProps {
  readonly reading: Reading
  readonly typography: Settings['reading']
  /** About this snapshot's blocks. */
  readonly notes: readonly Note[]
  readonly articleRef: RefObject<HTMLElement | null>
  /** What stands in the margin of a block; null for nothing. */
  readonly margin: (block: number) => ReactNode
}

/** The cleaned article, in the typography the person chose. */
export function Article({ reading, typography, notes, articleRef, margin }: ArticleProps) {
  const { t } = useTranslation('source')
  const { article, snapshot } = reading
  const ranks = useMemo(() => headingRanks(article.blocks), [article])
  const style = {
    '--reading-face': `var(--${typography.face})`,
    '--reading-size': `${typography.size / 16}rem`,
    '--reading-measure': `${typography.measure}ch`,
    '--reading-leading': String(typography.leading),
  } as React.CSSProperties
  return (
    <article
      ref={articleRef}
      className={styles['article']}
      style={style}
      lang={article.language ?? undefined}
      dir={article.dir}
      aria-label={t('read.blocks')}
    >
      <header>
        <h2 dir="auto">{article.title ?? t('untitled', { ns: 'words' })}</h2>
        <Claims reading={reading} />
      </header>
      {article.blocks.length === 0 && <p className={styles['soft']}>{t('read.noBody')}</p>}
      {article.blocks.map((block, index) => (
        <div key={`${snapshot.snapshotId} ${index}`} className={styles['row']}>
          <BlockNotes value={notes.filter(({ place }) => place?.block === index)}>
            <div className={styles['block']} data-block={index} tabIndex={-1}>
              <BlockView
                block={block}
                reading={reading}
                rank={block.kind === 'heading' ? (ranks.get(block.level) ?? 3) : 3}
              />
            </div>
          </BlockNotes>
          {margin(index)}
        </div>
      ))}
    </article>
  )
}

/** What the page says of itself, and what Stet knows: kept apart. */
function Claims({ reading: { article, snapshot } }: { readonly reading: Reading }) {
  const { t, i18n } = useTranslation('source')
  const format = useFormat()
  const claim = (field: string) => {
    const origin = article.origins[field]
    const known = origin !== undefined && i18n.exists(`source:read.origin.${origin}`)
    return known ? t('read.claim', { origin: t(`read.origin.${origin as 'meta'}`) }) : undefined
  }
  const captured = format.time(snapshot.capturedAt)
  return (
    <div className={styles['claims']} lang={i18n.language} dir={i18n.dir()}>
      {article.byline.length > 0 && (
        <p className={styles['byline']} title={claim('byline')}>
          {t('read.by', { names: format.list(article.byline) })}
        </p>
      )}
      {article.published !== null && (
        <p title={claim('published')}>
          {t('read.saysPublished')}{' '}
          <time dateTime={article.published}>{claimedTime(article.published, format)}</time>
        </p>
      )}
      {article.modified !== null && article.modified !== article.published && (
        <p title={claim('modified')}>
          {t('read.saysModified')}{' '}
          <time dateTime={article.modified}>{claimedTime(article.modified, format)}</time>
        </p>
      )}
      <p>{t(snapshot.witness === 'captured' ? 'read.capturedBy' : 'read.importedAt', { time: captured })}</p>
    </div>
  )
}
