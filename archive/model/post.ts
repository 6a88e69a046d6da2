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

/** As the platforms write themselves; null where it is not known which one it is. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string | null>> = {
  x: 'X',
  instagram: 'Instagram',
  facebook: 'Facebook',
  threads: 'Threads',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  reddit: 'Reddit',
  telegram: 'Telegram',
  linkedin: 'LinkedIn',
  vimeo: 'Vimeo',
  other: null,
}

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
  /** The file of the bag that holds it (`data/resources/…`), and its SHA-256; absent where it was not kept. */
  readonly file?: string
  readonly sha256?: string
}

/** A post that another one quotes or answers, as far as the page that shows the other one tells. */
export interface PostReference {
  readonly url: string | null
  readonly author: string | null
  /** Without the leading `@`. */
  readonly handle: string | null
  readonly postedAt: string | null
  readonly text: string | null
}

/** What a post's state was read from. */
export interface StateEvidence {
  /** As they stood there; null where the status alone tells. */
  readonly words: string | null
  /** The address whose answer or page said so. */
  readonly where: string
  /** HTTP status of that answer, where it was one that counted. */
  readonly status: number | null
}

/** What a capture found out of one post's state, as the log keeps it where no snapshot does. */
export interface PostStateNote {
  readonly key: string
  readonly platform: Platform
  readonly postId: string | null
  readonly url: string | null
  readonly handle: string | null
  readonly state: PostState
  readonly evidence: StateEvidence | null
}

/** A post's state over a stretch of time in which every look at it found the same. */
export interface PostStateSpan {
  readonly state: PostState
  /** First and last look, RFC 3339. */
  readonly from: string
  readonly to: string
  /** The source that was captured, and the snapshot that holds it; null where the log alone does. Of the last look. */
  readonly sourceId: string
  readonly snapshotId: string | null
  readonly evidence: StateEvidence | null
}

/** What a post's frame showed, beside what the page's author wrote of it. */
export interface SeenPost {
  readonly author: string | null
  readonly handle: string | null
  readonly postedAt: string | null
  readonly text: string | null
  readonly media: readonly PostMedia[]
  readonly quote?: PostReference
  readonly replyTo?: PostReference
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
  /** A post that this one shows inside, and the post that it answers. */
  readonly quote?: PostReference
  readonly replyTo?: PostReference
  /** Why `state` is what it is. */
  readonly stateEvidence?: StateEvidence
  /**
   * The frame that showed it and its words as a reader saw them, where a browser captured the page; `post` is what was
   * made out of them.
   */
  readonly seen?: { readonly url: string; readonly text: string; readonly post?: SeenPost }
}
