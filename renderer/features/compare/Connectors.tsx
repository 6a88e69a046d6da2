import { useLayoutEffect, useState } from 'react'
import { lanesOf, type Connector } from './lanes.ts'
import styles from './Connectors.module.css'
import { useText } from './text-context.ts'

const LANE_WIDTH = 7
const CORNER = 5

interface Drawn {
  readonly width: number
  readonly height: number
  readonly start: number
  readonly lines: readonly Connector[]
}

const NOTHING: Drawn = { width: 0, height: 0, start: 0, lines: [] }

export interface ConnectorsProps {
  /** Null until the columns are there. */
  readonly columns: HTMLElement | null
  readonly current: string | null
}

/** Lines in the gutter from where a sentence stood to where it stands now. The same is told by links. */
export function Connectors({ columns, current }: ConnectorsProps) {
  const { view } = useText()
  const [drawn, setDrawn] = useState<Drawn>(NOTHING)
  const { alignment } = view.pair.comparison

  useLayoutEffect(() => {
    const moved = alignment.flatMap(({ op }, entry) =>
      op === 'moved' || op === 'moved-edited' ? [entry] : [],
    )
    if (!columns || moved.length === 0) return setDrawn(NOTHING)
    let frame = 0
    const measure = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setDrawn(measured(columns, moved)))
    }
    // Rows are laid out when they come into sight; that moves what is in them and below them.
    const observer = new ResizeObserver(measure)
    observer.observe(columns)
    columns.addEventListener('contentvisibilityautostatechange', measure)
    setDrawn(measured(columns, moved))
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      columns.removeEventListener('contentvisibilityautostatechange', measure)
    }
  }, [columns, alignment])

  if (drawn.lines.length === 0) return null
  const most = Math.max(1, Math.floor((drawn.width - 2 * CORNER - 8) / LANE_WIDTH))
  return (
    <svg
      className={styles['connectors']}
      aria-hidden="true"
      width={drawn.width}
      height={drawn.height}
      style={{ insetInlineStart: drawn.start }}
    >
      {lanesOf(drawn.lines, most).map(({ id, from, to, lane }) => (
        <g
          key={id}
          className={styles['line']}
          data-current={view.stopOfEntry.get(id) === current || undefined}
        >
          <path d={pathOf(from, to, drawn.width - CORNER - 8 - lane * LANE_WIDTH, drawn.width)} />
          <path className={styles['head']} d={`M ${drawn.width} ${to} l -6 -3.5 v 7 z`} />
        </g>
      ))}
    </svg>
  )
}

/** Out to the lane, along it, and in to the other side, with round corners. */
function pathOf(from: number, to: number, lane: number, width: number): string {
  const radius = Math.min(CORNER, Math.abs(to - from) / 2)
  const down = to >= from ? 1 : -1
  return [
    `M 0 ${from} H ${lane - radius}`,
    `Q ${lane} ${from} ${lane} ${from + down * radius}`,
    `V ${to - down * radius}`,
    `Q ${lane} ${to} ${lane + radius} ${to}`,
    `H ${width - 5}`,
  ].join(' ')
}

function measured(root: HTMLElement, entries: readonly number[]): Drawn {
  const frame = root.getBoundingClientRect()
  const row = root.querySelector<HTMLElement>('[data-row]')
  if (!row) return NOTHING
  const cells = row.children
  const [left, right] = [cells[0]!.getBoundingClientRect(), cells[1]!.getBoundingClientRect()]
  const isRtl = getComputedStyle(root).direction === 'rtl'
  const start = isRtl ? frame.right - left.left : left.right - frame.left
  const width = isRtl ? left.left - right.right : right.left - left.right
  const at = (entry: number, side: 'from' | 'to'): number | null => {
    const segment = root.querySelector(`[data-entry="${entry}"][data-side="${side}"]`)
    const home = segment?.closest('[data-row]')
    if (!segment || !home) return null
    const box = home.getBoundingClientRect()
    // To ask for a place within a row out of sight would lay that row out: its own box is near enough.
    const isLaidOut = segment.checkVisibility({ contentVisibilityAuto: true })
    const first = (isLaidOut ? segment.getClientRects()[0]?.top : undefined) ?? box.top
    return Math.min(Math.max(first, box.top), box.bottom - 4) - frame.top + 12
  }
  const lines = entries.flatMap(id => {
    const [from, to] = [at(id, 'from'), at(id, 'to')]
    return from === null || to === null ? [] : [{ id, from, to }]
  })
  return { width, height: frame.height, start, lines }
}
