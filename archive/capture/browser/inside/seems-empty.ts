/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

/**
 * Whether the page shows next to nothing yet, or says that it is busy, where a reader would see: what it shows is then
 * still to come. Stands alone: it reaches the page as text.
 */
export function seemsEmpty(): boolean {
  const LEAST_WORDS = 40
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 50 && height > 50 && getComputedStyle(element).visibility !== 'hidden'
  }
  const busy = document.querySelectorAll(
    'main[aria-busy=true],article[aria-busy=true],main [aria-busy=true],#app[aria-busy=true],#root[aria-busy=true],#__next[aria-busy=true]',
  )
  if ([...busy].slice(0, 20).some(isShown)) return true
  const roots: (Document | ShadowRoot)[] = [document]
  let letters = 0
  for (const root of roots) {
    const elements = root.querySelectorAll('*')
    // A page of so many elements is not empty.
    if (elements.length > 2_000) return false
    for (const element of elements) if (element.shadowRoot) roots.push(element.shadowRoot)
    if (root instanceof ShadowRoot) letters += root.textContent.length
  }
  letters += document.body instanceof HTMLElement ? document.body.innerText.length : 0
  const holdsMore = document.querySelector('iframe,frame,video,object,embed,canvas') !== null
  return letters < LEAST_WORDS * 5 && !holdsMore && document.scripts.length > 0
}
