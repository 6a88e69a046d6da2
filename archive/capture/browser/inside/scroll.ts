/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

export interface ScrollLimits {
  readonly budgetMs: number
  /** How many times its first height a page may grow to while it is scrolled. */
  readonly maxGrowth: number
  readonly maxSteps: number
}

export interface ScrollResult {
  readonly steps: number
  readonly heightBefore: number
  readonly heightAfter: number
  readonly ended: 'end' | 'endless' | 'next-story' | 'time'
  /** Boxes within the page that were scrolled: lists, carousels, pages that scroll inside themselves. */
  readonly boxes: number
}

/**
 * Scrolls to the end and back, a screen at a time, as a reader would, so that what waits to be seen is loaded; then
 * through what scrolls by itself. Stops where a page grows without end, or goes on to another story under another
 * address. Stands alone: it reaches the page as text.
 */
export async function scroll({ budgetMs, maxGrowth, maxSteps }: ScrollLimits): Promise<ScrollResult> {
  const MAX_BOXES = 20
  const MAX_BOX_STEPS = 40
  const startedAt = performance.now()
  const path = location.pathname
  const root = document.scrollingElement ?? document.documentElement
  const height = (): number => Math.max(root.scrollHeight, document.body?.scrollHeight ?? 0)
  const heightBefore = height()
  const screen = Math.max(200, window.innerHeight)
  const step = Math.max(screen * 0.9, heightBefore / maxSteps)
  const isLate = (): boolean => performance.now() - startedAt > budgetMs
  // With a frame observers are told what became visible, in a task before any timer set in it; a page without
  // frames goes on after a moment.
  const frame = (): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, 100)
      requestAnimationFrame(() => {
        clearTimeout(timer)
        setTimeout(resolve)
      })
    })
  let steps = 0
  let ended: ScrollResult['ended'] = 'end'
  for (let y = step; ; y += step) {
    window.scrollTo({ top: y, behavior: 'instant' })
    steps++
    await frame()
    const now = height()
    if (location.pathname !== path) ended = 'next-story'
    else if (now > heightBefore * maxGrowth + screen * 4) ended = 'endless'
    else if (isLate()) ended = 'time'
    if (ended !== 'end' || y + screen >= now) break
  }

  const scrolls = (box: Element): boolean => {
    const isTall = box.scrollHeight - box.clientHeight > 100 && box.clientHeight > 150
    const isWide = box.scrollWidth - box.clientWidth > 100 && box.clientWidth > 150
    if (!isTall && !isWide) return false
    const { overflowX, overflowY } = getComputedStyle(box)
    return (isTall && /auto|scroll/.test(overflowY)) || (isWide && /auto|scroll/.test(overflowX))
  }
  const through = async (box: Element): Promise<void> => {
    const { scrollLeft, scrollTop } = box
    const mostHeight = box.scrollHeight * maxGrowth + screen * 4
    box.scrollIntoView({ block: 'center', behavior: 'instant' })
    for (let turn = 0; turn < MAX_BOX_STEPS && !isLate() && location.pathname === path; turn++) {
      const { scrollLeft: left, scrollTop: top } = box
      const isSideways = box.scrollWidth - box.clientWidth > 100 && box.scrollHeight - box.clientHeight <= 100
      const by = isSideways ? { left: box.clientWidth } : { top: box.clientHeight * 0.9 }
      box.scrollBy({ ...by, behavior: 'instant' })
      steps++
      await frame()
      if (box.scrollHeight > mostHeight || (box.scrollLeft === left && box.scrollTop === top)) break
    }
    box.scrollTo({ left: scrollLeft, top: scrollTop, behavior: 'instant' })
  }
  let boxes = 0
  if (ended !== 'next-story') {
    for (const box of document.querySelectorAll('body *')) {
      if (boxes >= MAX_BOXES || isLate()) break
      if (!scrolls(box)) continue
      await through(box)
      boxes++
    }
  }
  window.scrollTo({ top: 0, behavior: 'instant' })
  await frame()
  return { steps, heightBefore, heightAfter: height(), ended, boxes }
}
