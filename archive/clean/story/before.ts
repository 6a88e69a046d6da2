import { FURNITURE_NAMES } from '../rules/names.ts'
import { elementsIn, isText, type PageElement } from '../tree/node.ts'

/** Rules whose boxes hold enough running text to be taken for the story: they go before Readability looks. */
const MISLEADING: ReadonlySet<string> = new Set(['consent-box', 'comments'])
/** Named like a dialog, but also what some sites wrap their whole page in. */
const LARGEST_SHARE = 0.5

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
    const small = element.letters < root.letters * LARGEST_SHARE
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
