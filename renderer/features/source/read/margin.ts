import { type RefObject, useLayoutEffect } from 'react'

const GAP_PX = 8

/** How far each thing of a column has to move down so that none covers the one before; all in pixels. */
export function pushes(
  things: readonly { readonly top: number; readonly height: number }[],
  gap = GAP_PX,
): number[] {
  let end = -Infinity
  return things.map(({ top, height }) => {
    const pushed = Math.max(0, end + gap - top)
    end = top + pushed + height
    return pushed
  })
}

/** Keeps the notes in the margin from covering each other. */
export function useTidyMargin(ref: RefObject<HTMLElement | null>, selector: string): void {
  useLayoutEffect(() => {
    const article = ref.current
    if (!article) return
    const tidy = () => {
      const margins = [...article.querySelectorAll<HTMLElement>(selector)]
      // The first wins over what it had been moved by: measured without.
      const boxes = margins.map(margin => ({
        top: margin.parentElement?.offsetTop ?? 0,
        height: margin.offsetHeight,
      }))
      for (const [index, pushed] of pushes(boxes).entries()) {
        margins[index]!.style.setProperty('--pushed', `${pushed}px`)
      }
    }
    tidy()
    const observer = new ResizeObserver(tidy)
    observer.observe(article)
    for (const margin of article.querySelectorAll(selector)) observer.observe(margin)
    return () => observer.disconnect()
  })
}
