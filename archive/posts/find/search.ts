import type { PostForm } from '../../model/post.ts'
import type { Address } from '../address.ts'
import type { Said } from '../said.ts'

/** One embedded post as a finder saw it. */
export interface Sighting {
  readonly address: Address
  readonly form: PostForm
  readonly said: Said
  /** A widget that shows a running feed. It is noted, but stands for no one post of the story. */
  readonly feed?: true
}

export interface Search {
  /** Base for relative addresses. */
  readonly pageUrl: string
  /** Finds the posts in embed code that the page keeps as text. Empty beyond a certain depth of such wrapping. */
  readonly inside: (html: string) => readonly Sighting[]
}

/**
 * Looks at one element. Null: nothing to say, look at what is inside it. A list: these posts stand here; nothing
 * inside is looked at any more.
 */
export type Finder = (element: Element, search: Search) => readonly Sighting[] | null
