import type { Stop } from './view.ts'

/** Brings a stop into sight; with `focus`, reading goes on from there. */
export function goTo(root: HTMLElement | null, stop: Stop, focus: boolean): void {
  const target = placeOf(root, stop)
  if (!target) return
  target.scrollIntoView({ block: 'center' })
  // What was laid out on the way there may have moved it.
  requestAnimationFrame(() => target.scrollIntoView({ block: 'center' }))
  if (!focus) return
  target.tabIndex = -1
  target.focus({ preventScroll: true })
}

function placeOf(root: HTMLElement | null, stop: Stop): HTMLElement | null {
  if (!root) return null
  const marked = root.querySelector<HTMLElement>(`[data-stop="${stop.id}"]:not([data-away])`)
  if (marked || stop.kind === 'head') return marked
  return root.querySelector<HTMLElement>(`[data-row="${stop.change.row}"]`)
}
