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
}

/**
 * Scrolls to the end and back, a screen at a time, as a reader would, so that what waits to be seen is loaded. Stops
 * where a page grows without end, or goes on to another story under another address. Stands alone: it reaches the
 * page as text.
 */
export async function scroll({ budgetMs, maxGrowth, maxSteps }: ScrollLimits): Promise<ScrollResult> {
  const startedAt = performance.now()
  const path = location.pathname
  const root = document.scrollingElement ?? document.documentElement
  const height = (): number => Math.max(root.scrollHeight, document.body?.scrollHeight ?? 0)
  const heightBefore = height()
  const screen = Math.max(200, window.innerHeight)
  const step = Math.max(screen * 0.9, heightBefore / maxSteps)
  // A frame is when observers are told what became visible; a page without frames goes on after a moment.
  const frame = (): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, 100)
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          clearTimeout(timer)
          resolve()
        }),
      )
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
    else if (performance.now() - startedAt > budgetMs) ended = 'time'
    if (ended !== 'end' || y + screen >= now) break
  }
  window.scrollTo({ top: 0, behavior: 'instant' })
  await frame()
  return { steps, heightBefore, heightAfter: height(), ended }
}
