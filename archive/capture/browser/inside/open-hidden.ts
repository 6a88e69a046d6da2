/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

/**
 * Lets pictures and frames load that wait to be scrolled to and were not reached. Gives how many. Stands alone: it
 * reaches the page as text.
 */
export function loadLazy(): number {
  let count = 0
  for (const element of document.querySelectorAll<HTMLImageElement | HTMLIFrameElement>(
    'img[loading=lazy],iframe[loading=lazy]',
  )) {
    if (element instanceof HTMLImageElement && element.complete && element.naturalWidth > 0) continue
    element.loading = 'eager'
    count++
  }
  return count
}

/** Opens what a reader would have to unfold. Gives how many. Stands alone: it reaches the page as text. */
export function openDetails(): number {
  const closed = document.querySelectorAll<HTMLDetailsElement>(
    'main details:not([open]),article details:not([open])',
  )
  for (const details of closed) details.open = true
  return closed.length
}
