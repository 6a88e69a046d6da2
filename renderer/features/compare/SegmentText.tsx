import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isMovedAway } from './changes.ts'
import { Marked } from './Marked.tsx'
import type { Segment } from './segments.ts'
import styles from './SegmentText.module.css'

export interface SegmentTextProps {
  readonly segment: Segment
  /** Id of the stop it belongs to; null for unchanged words. */
  readonly stop: string | null
  readonly isCurrent: boolean
  /** Whether a moved sentence came from above, or goes below, its place here. */
  readonly isDown: boolean
  /** Goes to the other place of a moved sentence. */
  readonly onJump: (entry: number, place: 'from' | 'to') => void
}

/** A sentence with its marks. */
export function SegmentText({ segment, stop, isCurrent, isDown, onJump }: SegmentTextProps) {
  const { t } = useTranslation('compare')
  const { op, pieces, tail, entry } = segment
  if (op === 'same') {
    return (
      <>
        <Marked pieces={pieces} />
        {tail}
      </>
    )
  }
  const isMoved = op === 'moved' || op === 'moved-edited'
  const away = isMovedAway(segment)
  const Arrow = isDown ? ArrowDown : ArrowUp
  return (
    <>
      <span
        className={styles['segment']}
        data-op={op}
        data-away={away || undefined}
        data-stop={stop ?? undefined}
        data-entry={entry}
        data-side={away ? 'from' : 'to'}
        data-current={isCurrent || undefined}
      >
        <Marked pieces={pieces} />
      </span>
      {isMoved && (
        <button
          type="button"
          className={styles['jump']}
          aria-label={`${t(away ? 'movedTo' : 'movedFrom')}: ${t(away ? 'toNewPlace' : 'toOldPlace')}`}
          onClick={() => onJump(entry, away ? 'to' : 'from')}
        >
          <Arrow aria-hidden="true" />
          {away ? t('movedTo') : t('movedFrom')}
        </button>
      )}
      {(op === 'split' || op === 'merged') && (
        <span className={styles['joint']} title={t(op)}>
          <span aria-hidden="true">{op === 'split' ? '⑂' : '⑃'}</span>
          <span className="visually-hidden">{t(op)}</span>
        </span>
      )}
      {tail}
    </>
  )
}
