/**
 * A page as plain objects: what the rules work on. jsdom answers every question about a subtree by walking
 * it again, so rules that ask many questions of a long page would take time by its square; here the sums
 * are made once, on the way in.
 */
export interface PageText {
  readonly text: string
  readonly parent: PageElement
}

export interface PageElement {
  /** Number in document order; also the value of the mark left on the DOM element. */
  readonly n: number
  /** Lower-case local name. */
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** `class` and `id` in lower case with camel case taken apart: what rules about names look at. */
  readonly names: string
  readonly parent: PageElement | null
  readonly children: readonly PageNode[]
  /** A block-level element stands somewhere inside. */
  readonly blocky: boolean
  /** A picture, film, sound, frame or drawing with words stands somewhere inside, or is this. */
  readonly media: boolean
  /** The stand-in of a lifted post stands somewhere inside. */
  readonly holdsPost: boolean
  /** Letters and digits inside (white space and signs not counted), and how many of them are links. */
  readonly letters: number
  readonly linkLetters: number
  /** Not shown to a reader: `hidden`, `display:none` and the like. */
  readonly hidden: boolean
}

export type PageNode = PageText | PageElement

export function isText(node: PageNode): node is PageText {
  return 'text' in node
}

/** Share of a subtree's letters that are links, 0 to 1. */
export function linkShare(element: PageElement): number {
  return element.letters === 0 ? 0 : element.linkLetters / element.letters
}

/** Every element of a subtree in document order, itself first. */
export function* elementsIn(root: PageElement): Generator<PageElement> {
  const stack: PageElement[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (!isText(child)) stack.push(child)
    }
  }
}

/** All text of a subtree, white space as it stands in the source. */
export function rawText(element: PageElement): string {
  let text = ''
  for (const part of elementsIn(element)) {
    for (const child of part.children) if (isText(child)) text += child.text
  }
  return text
}
