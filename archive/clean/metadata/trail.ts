import type { Outline } from './outline.ts'

const TRAIL_NAMES = /bread-?crumb/i
const TRAIL_ATTRIBUTES = ['class', 'id', 'itemtype', 'typeof', 'aria-label', 'data-testid'] as const
/** Characters that the crumbs before the heading may take. More around it, and it is a part of the page. */
const LONGEST_CRUMBS = 300
const FARTHEST = 6

function isNamedTrail(element: Element): boolean {
  return (
    TRAIL_ATTRIBUTES.some(name => TRAIL_NAMES.test(element.getAttribute(name) ?? '')) ||
    element.getAttributeNames().some(name => TRAIL_NAMES.test(name))
  )
}

/**
 * Whether a heading is the last crumb of the trail that tells where on the site the page stands. Such a crumb
 * has the wording meant for search engines; the headline that readers see stands elsewhere.
 */
export function inTrail(heading: Element, outline: Outline): boolean {
  const lengthOf = (element: Element): number => outline.marked[outline.indexOf(element)]?.length ?? 0
  const most = lengthOf(heading) + LONGEST_CRUMBS
  let at: Element | null = heading
  for (let step = 0; step < FARTHEST && at && lengthOf(at) <= most; step++) {
    if (isNamedTrail(at)) return true
    at = at.parentElement
  }
  return false
}
