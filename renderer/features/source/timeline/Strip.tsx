import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import type { TimelineEvent } from './events.ts'
import { layout, type Placed } from './layout.ts'
import styles from './Timeline.module.css'
import { useWidth } from './use-width.ts'
import { useTimelineWords } from './words.ts'

export interface StripProps {
  readonly events: readonly TimelineEvent[]
  readonly isShown: (event: TimelineEvent) => boolean
  /** `beside`: to compare it with the shown version. */
  readonly onChoose: (event: TimelineEvent, beside: boolean) => void
  readonly onPoint: (event: TimelineEvent | null) => void
}

const AXIS_Y = 54
const HIGHEST = 34
const GAP = 25
const CHECK_LENGTH = 7
const ATTEMPT_SIZE = 4.5
const CROSS = 4.5

/** Marks on a line of time. One of them is in the order of focus; arrow keys move to the others. */
export function Strip({ events, isShown, onChoose, onPoint }: StripProps) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const words = useTimelineWords()
  const isMirrored = useLocale().direction === 'rtl'
  const ref = useRef<HTMLDivElement>(null)
  const hint = useId()
  const width = useWidth(ref)
  const placed = layout(events, { width, gap: GAP, highest: HIGHEST })
  const shownIndex = placed.findIndex(({ event }) => isShown(event))
  const [focused, setFocused] = useState<number | null>(null)
  const reachable = Math.min(
    focused ?? (shownIndex === -1 ? placed.length - 1 : shownIndex),
    placed.length - 1,
  )
  const left = ({ x }: Placed) => (isMirrored ? width - x : x)

  function move(event: KeyboardEvent, index: number): void {
    const later = isMirrored ? 'ArrowLeft' : 'ArrowRight'
    const earlier = isMirrored ? 'ArrowRight' : 'ArrowLeft'
    const last = placed.length - 1
    const next = { [later]: index + 1, [earlier]: index - 1, Home: 0, End: last }[event.key]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    ref.current?.querySelectorAll('button')[Math.max(0, Math.min(last, next))]?.focus()
  }
  const [first, last] = [events[0]!, events.at(-1)!].map(({ at }) => new Date(at).toISOString()) as [
    string,
    string,
  ]
  const sameDay = format.day(first) === format.day(last)
  const tell = (at: string) => (sameDay ? format.time(at) : format.day(at))
  return (
    <div
      ref={ref}
      className={styles['strip']}
      role="group"
      aria-label={t('timeline.label')}
      aria-describedby={hint}
    >
      <span id={hint} hidden>
        {t('timeline.hint')}
      </span>
      <svg className={styles['drawing']} aria-hidden="true">
        <line className={styles['axis']} x1={-14} x2={width + 14} y1={AXIS_Y} y2={AXIS_Y} />
        {width > 0 &&
          placed.map((each, index) => (
            <Mark key={index} placed={each} x={left(each)} isShown={isShown(each.event)} />
          ))}
      </svg>
      {width > 0 &&
        placed.map((each, index) => (
          <button
            key={index}
            type="button"
            className={styles['mark']}
            style={{ left: left(each) }}
            tabIndex={index === reachable ? 0 : -1}
            aria-label={words.line(each.event)}
            aria-current={isShown(each.event) ? 'true' : undefined}
            title={words.line(each.event)}
            onClick={event => onChoose(each.event, event.shiftKey)}
            onKeyDown={event => move(event, index)}
            onFocus={() => {
              setFocused(index)
              onPoint(each.event)
            }}
            onBlur={() => onPoint(null)}
            onPointerEnter={() => onPoint(each.event)}
            onPointerLeave={() => onPoint(null)}
          />
        ))}
      <div className={styles['ends']} aria-hidden="true">
        <span>{tell(first)}</span>
        {tell(first) !== tell(last) && <span>{tell(last)}</span>}
      </div>
    </div>
  )
}

interface MarkProps {
  readonly placed: Placed
  /** On the screen: mirrored where the language runs from right to left. */
  readonly x: number
  readonly isShown: boolean
}

function Mark({ placed: { event, height }, x, isShown }: MarkProps) {
  switch (event.kind) {
    case 'version': {
      const y = AXIS_Y - height
      const shown = isShown || undefined
      return (
        <g>
          <line className={styles['bar']} x1={x} x2={x} y1={AXIS_Y} y2={y} />
          <circle className={styles['head']} data-shown={shown} cx={x} cy={y} r={5} />
          {isShown && <circle className={styles['ring']} cx={x} cy={y} r={8.5} />}
          <text className={styles['number']} data-shown={shown} x={x} y={y - 12}>
            {event.row.version}
          </text>
        </g>
      )
    }
    case 'check':
      return <line className={styles['check']} x1={x} x2={x} y1={AXIS_Y} y2={AXIS_Y - CHECK_LENGTH} />
    case 'purged': {
      const [before, after, above, below] = [x - CROSS, x + CROSS, AXIS_Y - CROSS, AXIS_Y + CROSS]
      return (
        <g className={styles['purged']}>
          <line x1={before} x2={after} y1={above} y2={below} />
          <line x1={before} x2={after} y1={below} y2={above} />
        </g>
      )
    }
    case 'attempt': {
      const y = AXIS_Y + ATTEMPT_SIZE + 4
      const points = [
        [x, y - ATTEMPT_SIZE],
        [x + ATTEMPT_SIZE, y],
        [x, y + ATTEMPT_SIZE],
        [x - ATTEMPT_SIZE, y],
      ]
      return <polygon className={styles['attempt']} points={points.map(point => point.join()).join(' ')} />
    }
  }
}
