import type { Marked, Outline } from './outline.ts'

/** Words in a class or id that mark another story, another voice or the frame of the page. */
const ELSEWHERE_NAMES =
  /(?:^|[\s_-])(?:comments?|disqus|related|recirc\w*|sidebar|teasers?|recommend\w*|footer|most-?read|popular|trending|credits?|promo\w*|newsletter|bio|biography|author-?box|breadcrumbs?|tooltip|dropdown|modal|menu|card|cards)(?:$|[\s_-])/i

const ELSEWHERE_ELEMENTS: ReadonlySet<string> = new Set([
  'aside',
  'footer',
  'nav',
  'form',
  'figure',
  'figcaption',
  'blockquote',
  'dialog',
  'noscript',
  'template',
])

/** Tells which elements can speak about the story itself: those after its headline and not in the page's frame. */
export interface Surroundings {
  near(element: Element): boolean
  /** The elements from the headline on, in order. */
  readonly after: readonly Marked[]
  /** As `Outline.spacedText`. */
  spacedText(element: Element): string
}

/** Class and id as words: "relatedLinks" → "related Links". */
function namesOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`.replaceAll(/([a-z])([A-Z])/g, '$1 $2')
}

function namesElsewhere(element: Element): boolean {
  return ELSEWHERE_ELEMENTS.has(element.localName) || ELSEWHERE_NAMES.test(namesOf(element))
}

const FRAME_ELEMENTS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'dialog',
  'template',
  'noscript',
])
const FRAME_NAMES =
  /(?:^|[\s_-])(?:logo|site-?(?:title|name)|brand|related|cookies?|consent|modal|popup|newsletter|footer|menu)(?:$|[\s_-])/i

/** Whether each element, by its place, belongs to the frame of the page (logo, menu, consent box) rather than to a story. */
export function framePlaces(outline: Outline): readonly boolean[] {
  const inFrame: boolean[] = []
  for (const { element, tag, parent } of outline.marked) {
    const isStory = tag === 'body' || tag === 'main' || tag === 'article'
    const isFrame = !isStory && (FRAME_ELEMENTS.has(tag) || FRAME_NAMES.test(namesOf(element)))
    inFrame.push(!isStory && (isFrame || (inFrame[parent] ?? false)))
  }
  return inFrame
}

/**
 * What holds the headline cannot be elsewhere, whatever its class says ("with-sidebar", "commentary"), so only
 * the ancestors between an element and the headline's own are looked at. Without a headline every place is near.
 */
export function surroundingsOf(outline: Outline, heading: Element | null): Surroundings {
  const shared = new Set<Element>()
  for (let up = heading; up; up = up.parentElement) shared.add(up)
  const elsewhere: boolean[] = []
  for (const { element, tag, parent } of outline.marked) {
    const isWhole = shared.has(element) || tag === 'body'
    elsewhere.push(!isWhole && ((elsewhere[parent] ?? false) || namesElsewhere(element)))
  }
  const from = heading ? outline.indexOf(heading) : -1
  return {
    near: element => {
      const place = outline.indexOf(element)
      return place > from && !elsewhere[place]
    },
    after: outline.marked.slice(from + 1),
    spacedText: element => outline.spacedText(element),
  }
}
