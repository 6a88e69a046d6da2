/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

/**
 * Closes what lies over the text: by its own button where it has one, else by hiding it. Only what floats over most of
 * the window, or stops everything else (a modal dialog), and does not hold the story. Gives how many. Stands alone: it
 * reaches the page as text.
 */
export function clearOverlays(): number {
  const CLOSE =
    '[aria-label*=close i],[aria-label*=dismiss i],[aria-label*=schließen i],[aria-label*=fermer i],[aria-label*=cerrar i],[data-dismiss],.close,.modal-close,.close-button'
  const isStory = (element: HTMLElement): boolean =>
    element.querySelector('article,main,h1') !== null || element.innerText.length > 4_000
  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement
    const root = element.getRootNode()
    return root instanceof ShadowRoot ? root.host : null
  }
  const innermostAt = (x: number, y: number): Element | null => {
    let at = document.elementFromPoint(x, y)
    while (at?.shadowRoot) {
      const inner = at.shadowRoot.elementFromPoint(x, y)
      if (!inner || inner === at) break
      at = inner
    }
    return at
  }
  const overlayAt = (x: number, y: number): HTMLElement | null => {
    for (let at = innermostAt(x, y); at; at = parentOf(at)) {
      if (!(at instanceof HTMLElement)) continue
      if (at === document.body) return null
      const { width, height } = at.getBoundingClientRect()
      const covers = width * height > window.innerWidth * window.innerHeight * 0.4
      const isModal = at instanceof HTMLDialogElement && at.matches(':modal')
      if ((isModal || (covers && getComputedStyle(at).position === 'fixed')) && !isStory(at)) return at
    }
    return null
  }
  let count = 0
  const middle = window.innerWidth / 2
  for (const part of [0.5, 0.3, 0.7]) {
    const overlay = overlayAt(middle, window.innerHeight * part)
    if (!overlay) continue
    count++
    overlay.querySelector<HTMLElement>(CLOSE)?.click()
    if (overlay instanceof HTMLDialogElement && overlay.open) overlay.close()
    else if (overlay.isConnected && overlay.getBoundingClientRect().height > 0)
      overlay.style.setProperty('display', 'none', 'important')
  }
  if (count > 0) {
    for (const element of [document.documentElement, document.body]) {
      if (getComputedStyle(element).overflowY === 'hidden')
        element.style.setProperty('overflow', 'visible', 'important')
    }
  }
  return count
}
