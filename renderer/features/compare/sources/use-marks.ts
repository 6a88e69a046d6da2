import { type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Side } from './marks.ts'

const other = (side: Side): Side => (side === 'from' ? 'to' : 'from')

/** The mark that is shown in both texts, and the ways to marks and places. */
export function useMarks(root: RefObject<HTMLElement | null>) {
  const [mark, setMark] = useState<string | null>(null)
  const column = (side: Side) => root.current?.querySelector(`[data-side="${side}"]`)
  const show = (side: Side, id: string): HTMLElement | null => {
    const found = column(side)?.querySelector<HTMLElement>(`[data-marks~="${id}"]`) ?? null
    found?.scrollIntoView({ block: 'center' })
    return found
  }
  return {
    mark,
    /** Shows a mark in both texts; reading goes on in the first. */
    goToMark: (id: string): void => {
      flushSync(() => setMark(id))
      show('to', id)
      show('from', id)?.focus({ preventScroll: true })
    },
    /** A mark of one text was chosen: the other shows where it stands there. */
    chooseMark: (id: string, side: Side): void => {
      flushSync(() => setMark(id))
      show(other(side), id)
    },
    /** Shows the block of one text in which a place is. */
    goToPlace: (side: Side, start: number): void => {
      const blocks = [...(column(side)?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
      const found = blocks.findLast(block => Number(block.dataset['start']) <= start)
      found?.scrollIntoView({ block: 'center' })
    },
  }
}
