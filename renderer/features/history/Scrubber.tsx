import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { HistoryVersion } from '../../../archive/contract/history.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWidth } from '../source/timeline/use-width.ts'
import styles from './Scrubber.module.css'
import { heatOf, stretchAt, stretchesOf } from './strip.ts'

export interface ScrubberProps {
  readonly versions: readonly HistoryVersion[]
  /** Index of the shown version. */
  readonly at: number
  readonly onGo: (index: number) => void
}

const LEAST = 18
/** Versions that Page Up and Page Down go over. */
const PAGE = 5

/** Versions on a line of time, as warm as they changed the story; arrow keys and dragging go through them. */
export function Scrubber({ versions, at, onGo }: ScrubberProps) {
  const { t } = useTranslation(['history', 'words'])
  const format = useFormat()
  const ref = useRef<HTMLDivElement>(null)
  const isMirrored = useLocale().direction === 'rtl'
  const width = useWidth(ref)
  const stretches = stretchesOf(versions, { width, least: LEAST })
  const last = versions.length - 1

  function keyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const earlier = isMirrored ? 'ArrowRight' : 'ArrowLeft'
    const later = isMirrored ? 'ArrowLeft' : 'ArrowRight'
    const steps: Readonly<Record<string, number>> = {
      [earlier]: at - 1,
      [later]: at + 1,
      ArrowDown: at - 1,
      ArrowUp: at + 1,
      PageDown: at - PAGE,
      PageUp: at + PAGE,
      Home: 0,
      End: last,
    }
    const wanted = steps[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    go(Math.max(0, Math.min(last, wanted)))
  }
  function point(event: PointerEvent): void {
    const box = ref.current!.getBoundingClientRect()
    const x = isMirrored ? box.right - event.clientX : event.clientX - box.left
    go(stretchAt(stretches, x))
  }
  function go(index: number): void {
    if (index !== at) onGo(index)
  }
  const shown = versions[at]!
  const change = shown.step
    ? `${t(`words:change.${shown.step.class}`)}, ${t('share', { share: format.percent(shown.step.degree) })}`
    : t('firstTold')
  return (
    <div
      ref={ref}
      className={styles['scrubber']}
      role="slider"
      tabIndex={0}
      aria-label={t('scrub')}
      aria-valuemin={1}
      aria-valuemax={versions.length}
      aria-valuenow={at + 1}
      aria-valuetext={`${t('words:version', { version: shown.version })}, ${format.time(shown.capturedAt)}, ${change}`}
      onKeyDown={keyDown}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        point(event)
      }}
      onPointerMove={event => event.buttons === 1 && point(event)}
    >
      {stretches.map(({ start, end }, index) => (
        <span
          key={versions[index]!.snapshotId}
          className={styles['stretch']}
          data-shown={index === at || undefined}
          style={{
            insetInlineStart: start,
            width: Math.max(2, end - start - 2),
            ['--heat' as string]: `${Math.round(heatOf(versions[index]!) * 100)}%`,
          }}
        >
          {(end - start >= LEAST || index === at) && <bdi>{versions[index]!.version}</bdi>}
        </span>
      ))}
    </div>
  )
}
