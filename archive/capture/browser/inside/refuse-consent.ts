/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

/** A consent platform: the box it shows, and the button in it that refuses. */
export interface ConsentRule {
  readonly name: string
  readonly box: string
  readonly refuse: string
}

/**
 * Presses the button that refuses. Never one that agrees: a button counts only by a platform's own name for it, or,
 * in a box about cookies, by words of refusal. Gives the name of the rule that fitted, or null. Stands alone: it
 * reaches the page as text.
 */
export function refuseConsent(rules: readonly ConsentRule[], refusals: readonly string[]): string | null {
  const find = (selector: string): HTMLElement[] => {
    const found: HTMLElement[] = []
    const look = (root: Document | ShadowRoot): void => {
      found.push(...root.querySelectorAll<HTMLElement>(selector))
      if (found.length > 0) return
      // The boxes that live in a shadow root hang directly below the body.
      for (const host of document.querySelectorAll('body > *, body > * > *')) {
        if (root === document && host.shadowRoot) look(host.shadowRoot)
      }
    }
    look(document)
    return found
  }
  const isShown = (element: HTMLElement): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
  for (const { name, box, refuse } of rules) {
    if (find(box).length === 0) continue
    const button = find(refuse).find(isShown)
    if (button) {
      button.click()
      return name
    }
  }
  const wanted = new Set(refusals)
  const boxes = find(
    '[id*=consent i],[class*=consent i],[id*=cookie i],[class*=cookie i],[id*=gdpr i],[class*=gdpr i],[id*=cmp-],[aria-label*=cookie i]',
  )
  for (const box of boxes.slice(0, 50)) {
    if (!isShown(box) || box === document.body || box.querySelector('article,main')) continue
    for (const button of box.querySelectorAll<HTMLElement>('button,[role=button],input[type=button],a')) {
      const words = (button instanceof HTMLInputElement ? button.value : button.innerText)
        .trim()
        .toLowerCase()
      const leads = button instanceof HTMLAnchorElement && /^https?:/i.test(button.getAttribute('href') ?? '')
      if (!wanted.has(words.replace(/[.!→»\s]+$/, '')) || leads || !isShown(button)) continue
      button.click()
      return 'by its words'
    }
  }
  return null
}
