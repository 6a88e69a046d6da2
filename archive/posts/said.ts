import type { PostMedia, PostState } from '../model/post.ts'

/** What the page shows of a post, besides where it lives. */
export interface Said {
  readonly author: string | null
  readonly handle: string | null
  /** RFC 3339 or `YYYY-MM-DD`, as printed on the page. */
  readonly postedAt: string | null
  readonly text: string | null
  readonly media: readonly PostMedia[]
  readonly state: PostState
}

export const NOTHING_SAID: Said = Object.freeze({
  author: null,
  handle: null,
  postedAt: null,
  text: null,
  media: [],
  state: 'unknown',
})
