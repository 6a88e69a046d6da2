import type { Block } from '../../model/article.ts'
import type { PageElement } from '../tree/node.ts'

/** A block of the page before it is decided whether it belongs to the story. */
export interface Unit {
  readonly block: Block
  /** The element it came from: for loose text, the element around it. */
  readonly element: PageElement
  /** Readability kept it. */
  readonly kept: boolean
  /** Plain text, for the rules that read words. */
  readonly text: string
  /** Share of its letters that are links, 0 to 1. */
  readonly linkShare: number
}
