import type { Page } from 'playwright-core'

export interface Walk {
  /** Controls that Tab never came to and that no group with arrow keys holds. */
  readonly missed: readonly string[]
  /** Controls on which nothing changed to be seen when they had the focus. */
  readonly unseen: readonly string[]
}

/** More stops than any screen has: the walk ends where it began. */
const MOST_STOPS = 250

/** Presses Tab around the whole window. */
export async function walkByTab(page: Page): Promise<Walk> {
  await page.evaluate(() => {
    const plain = (element: Element): string => {
      const name = element.getAttribute('aria-label') ?? element.textContent.trim()
      return `${element.tagName.toLowerCase()} “${name.slice(0, 60)}”`
    }
    // What the eye has of an element and the three around it.
    const look = (element: Element): string => {
      const parts: string[] = []
      for (let at: Element | null = element, up = 0; at && up < 4; at = at.parentElement, up++) {
        const { outline, boxShadow, border, backgroundColor, textDecoration, transform } =
          getComputedStyle(at)
        parts.push(outline, boxShadow, border, backgroundColor, textDecoration, transform)
      }
      return parts.join(';')
    }
    const CONTROLS =
      'a[href], button, input, textarea, select, summary, [role=button], [role=tab], [role=checkbox], [role=switch]'
    // In these, one stop is enough: arrow keys go on.
    const GROUPS =
      '[role=tablist], [role=grid], [role=radiogroup], [role=listbox], [role=menu], [role=toolbar], [role=tree]'
    const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
      element =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('[aria-hidden=true], [inert]') &&
        !element.matches(':disabled, [aria-disabled=true], [type=hidden]'),
    )
    ;(document.activeElement as HTMLElement | null)?.blur()
    const before = new Map(controls.map(element => [element, look(element)]))
    Object.assign(window, {
      walk: { controls, before, look, plain, groups: GROUPS, reached: new Set(), unseen: [] },
    })
  })
  let leaves = 0
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const { walk } = window as unknown as { walk: WalkState }
      const element = document.activeElement as HTMLElement
      if (element === document.body) return 'out'
      if (walk.reached.has(element)) return 'again'
      walk.reached.add(element)
      const before = walk.before.get(element)
      const isSeen = before === undefined || before !== walk.look(element)
      if (!isSeen) walk.unseen.push(walk.plain(element))
      return 'new'
    })
    // The walk may begin in the middle; it leaves the document at its end and comes in again at its start.
    if (at === 'out') leaves++
    if (at === 'again' || leaves > 1) break
  }
  return page.evaluate(() => {
    const { walk } = window as unknown as { walk: WalkState }
    const reachedGroups = new Set([...walk.reached].map(element => element.closest(walk.groups)))
    const missed = walk.controls.filter(element => {
      if (walk.reached.has(element) || !element.isConnected) return false
      if (element instanceof HTMLInputElement && element.type === 'radio') return false
      const group = element.closest(walk.groups)
      return group === null || !reachedGroups.has(group)
    })
    return { missed: missed.map(walk.plain), unseen: walk.unseen }
  })
}

interface WalkState {
  readonly controls: readonly HTMLElement[]
  readonly before: ReadonlyMap<Element, string>
  readonly look: (element: Element) => string
  readonly plain: (element: Element) => string
  readonly groups: string
  readonly reached: Set<Element>
  readonly unseen: string[]
}
