import { FURNITURE_NAMES } from '../rules/names.ts'
import { elementsIn, isText, type PageElement } from '../tree/node.ts'

/** Rules whose boxes hold enough running text to be taken for the story: they go before Readability looks. */
const MISLEADING: ReadonlySet<string> = new Set(['consent-box', 'comments'])
/** Names no story is wrapped in: such a box may be longer than the story. */
const SURELY_CONSENT =
  /(?:^|[\s_-])(?:onetrust|ot-sdk|cookie|cookies|gdpr|ccpa|didomi|qc-cmp\d?|cmp-?(?:box|container|wrapper)|cookiebot|cybot\w*|usercentrics|truste|sp_message)/
const LARGEST_SHARE = 0.5
const LARGEST_SURE_SHARE = 0.95

function isMisleading(element: PageElement): boolean {
  if (element.attributes['aria-modal'] === 'true' || element.attributes['role'] === 'dialog') return true
  if (element.tag === 'dialog') return true
  return FURNITURE_NAMES.some(rule => MISLEADING.has(rule.name) && rule.pattern.test(element.names))
}

function holdsStoryMarks(element: PageElement): boolean {
  for (const part of elementsIn(element)) {
    if (part.tag === 'h1' || part.tag === 'main') return true
    if (/articlebody/i.test(part.attributes['itemprop'] ?? '')) return true
  }
  return false
}

/** Numbers of the elements to take off the page before Readability judges it: consent dialogs and comments. */
export function misleadingElements(root: PageElement): readonly number[] {
  const out: number[] = []
  const stack: PageElement[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const most = SURELY_CONSENT.test(element.names) ? LARGEST_SURE_SHARE : LARGEST_SHARE
    const small = element.letters < root.letters * most
    if (
      element !== root &&
      small &&
      element.letters > 0 &&
      isMisleading(element) &&
      !element.holdsPost &&
      !holdsStoryMarks(element)
    ) {
      out.push(element.n)
      continue
    }
    for (const child of element.children) if (!isText(child)) stack.push(child)
  }
  return out
}
