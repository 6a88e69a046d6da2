/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

/** A consent platform: the box it shows, and the button in it that is to be pressed. */
export interface ConsentButton {
  readonly name: string
  readonly box: string
  readonly button: string
}

/**
 * Presses one button of a box that asks for consent: by a platform's own name for it, or, in a box about cookies, by
 * the words on it. Which answer that gives is said by whoever calls. Gives the name of the rule that fitted, or null.
 * Stands alone: it reaches the page as text.
 */
export function answerConsent(rules: readonly ConsentButton[], answers: readonly string[]): string | null {
  const BOXES =
    '[id*=consent i],[class*=consent i],[id*=cookie i],[class*=cookie i],[id*=gdpr i],[class*=gdpr i],[id*=cmp-],[aria-label*=cookie i],[id*=privacy i][role=dialog],dialog,[role=dialog],[role=alertdialog],[aria-modal=true]'
  const ABOUT =
    /cookie|consent|gdpr|privacy|datenschutz|einwilligung|confidentialité|privacidad|privatezza|integritet|personvern|согласие|файлы куки|ملفات تعريف|同意|隐私/i
  const roots: (Document | ShadowRoot)[] = [document]
  for (const root of roots) {
    // The boxes that live in a shadow root hang near the top of the body.
    const hosts =
      root === document ? document.querySelectorAll('body > *, body > * > *') : root.querySelectorAll('*')
    for (const host of hosts) if (host.shadowRoot && roots.length < 50) roots.push(host.shadowRoot)
  }
  const find = (selector: string): HTMLElement[] =>
    roots.flatMap(root => [...root.querySelectorAll<HTMLElement>(selector)])
  const isShown = (element: HTMLElement): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
  for (const { name, box, button: selector } of rules) {
    if (find(box).length === 0) continue
    const button = find(selector).find(isShown)
    if (button) {
      button.click()
      return name
    }
  }
  const wanted = new Set(answers)
  for (const box of find(BOXES).slice(0, 50)) {
    if (!isShown(box) || box === document.body || box.querySelector('article,main')) continue
    const isNamed = /consent|cookie|gdpr|cmp-/i.test(`${box.id} ${box.className} ${box.ariaLabel ?? ''}`)
    if (!isNamed && !ABOUT.test(box.innerText.slice(0, 3_000))) continue
    for (const button of box.querySelectorAll<HTMLElement>(
      'button,[role=button],input[type=button],input[type=submit],a',
    )) {
      const words = (button instanceof HTMLInputElement ? button.value : button.innerText)
        .trim()
        .toLowerCase()
        .replaceAll(/\s+/g, ' ')
      const leads = button instanceof HTMLAnchorElement && /^https?:/i.test(button.getAttribute('href') ?? '')
      if (!wanted.has(words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')) || leads || !isShown(button)) continue
      button.click()
      return 'by its words'
    }
  }
  return null
}
