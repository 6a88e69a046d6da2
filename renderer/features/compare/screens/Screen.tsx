import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Screens } from '../../../../archive/contract/screens.ts'
import { useBlob } from '../../source/blobs.ts'
import styles from './Screens.module.css'

export interface ScreenProps {
  readonly ref: Ref<HTMLDivElement>
  readonly side: 'from' | 'to'
  readonly snapshotId: string
  readonly screen: NonNullable<Screens['from']>
  readonly changes: NonNullable<Screens['comparison']>['changes']
  /** Index of the current change; -1 for none. */
  readonly current: number
  readonly onChoose: (change: number) => void
  /** A person takes hold of this pane. */
  readonly onLead: () => void
  readonly onScroll: () => void
}

const share = (part: number, whole: number): string => `${(100 * part) / whole}%`

/** One screenshot with its boxes. */
export function Screen({
  ref,
  side,
  snapshotId,
  screen,
  changes,
  current,
  onChoose,
  onLead,
  onScroll,
}: ScreenProps) {
  const { t } = useTranslation('compare')
  const blob = useBlob(snapshotId, screen.path)
  const { width, height } = screen
  return (
    <div
      ref={ref}
      className={styles['pane']}
      role="group"
      tabIndex={0}
      aria-label={t(side === 'from' ? 'screens.before' : 'screens.after')}
      onPointerEnter={onLead}
      onWheel={onLead}
      onFocus={onLead}
      onScroll={onScroll}
    >
      <div className={styles['page']} style={{ aspectRatio: `${width} / ${height}` }}>
        {blob.state === 'loaded' && <img src={blob.url} alt="" />}
        {blob.state === 'failed' && <p>{t('screens.failed')}</p>}
        {changes.map((change, index) => {
          const rect = change[side]
          if (!rect) return null
          return (
            <button
              // Changes of one pair of screenshots never change their order.
              key={index}
              type="button"
              className={styles['box']}
              data-side={side}
              data-shows={change.shows}
              data-current={index === current || undefined}
              // The keys n and p go from box to box, on both sides at once.
              tabIndex={-1}
              aria-label={t(`screens.${change.change}.${change.shows}`)}
              title={t(`screens.${change.change}.${change.shows}`)}
              style={{
                insetInlineStart: share(rect.x, width),
                insetBlockStart: share(rect.y, height),
                inlineSize: share(rect.width, width),
                blockSize: share(rect.height, height),
              }}
              onClick={() => onChoose(index)}
            />
          )
        })}
      </div>
    </div>
  )
}
