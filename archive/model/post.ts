/** The platforms Stet knows. `other` is an embed that looks like a post on a site it does not know. */
export const PLATFORMS = [
  'x',
  'instagram',
  'facebook',
  'threads',
  'tiktok',
  'youtube',
  'bluesky',
  'mastodon',
  'reddit',
  'telegram',
  'linkedin',
  'vimeo',
  'other',
] as const
export type Platform = (typeof PLATFORMS)[number]

export const POST_STATES = ['live', 'edited', 'deleted', 'unavailable', 'unknown'] as const
export type PostState = (typeof POST_STATES)[number]

/** How the page carried the post; kept because it tells how much of the post the page itself vouches for. */
export const POST_FORMS = [
  'blockquote',
  'iframe',
  'amp',
  'wordpress',
  'substack',
  'lazy',
  'link',
  'script',
  'plain-text',
  'page',
] as const
export type PostForm = (typeof POST_FORMS)[number]

export interface PostMedia {
  readonly kind: 'image' | 'video' | 'audio' | 'link'
  readonly url: string
  readonly alt?: string
}

/** One embedded social post, as the page that embeds it shows it. */
export interface Post {
  /** `<platform>:<postId>` where there is an id, else derived from the permalink or the text. Unique in an article. */
  readonly key: string
  readonly platform: Platform
  readonly postId: string | null
  /** Permalink, absolute, without tracking parameters. */
  readonly url: string | null
  /** Display name, without the handle. */
  readonly author: string | null
  /** Without the leading `@`. */
  readonly handle: string | null
  /** RFC 3339, or a plain `YYYY-MM-DD` where the page gives only the day. */
  readonly postedAt: string | null
  /** `page`: printed or marked up there. `id`: computed from the platform's id, so a claim of ours, not the page's. */
  readonly postedAtFrom: 'page' | 'id' | null
  readonly text: string | null
  readonly media: readonly PostMedia[]
  readonly form: PostForm
  readonly state: PostState
  /** Where it stood: index of its block in `article.blocks`, or null where it stood outside the story. */
  readonly blockIndex: number | null
  /** The address or id by which the page embeds it, as written there, where that is not `url`: a player, a plug-in, a bare id. */
  readonly embeddedAs?: string
  /** The frame that showed it, and its words as a reader saw them, where a browser captured the page. */
  readonly seen?: { readonly url: string; readonly text: string }
}
