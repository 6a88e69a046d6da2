import type { Post, PostState, SeenPost } from '../../model/post.ts'
import { addressOf } from '../address.ts'
import { goneByAnswer } from './gone.ts'
import { readPostAt } from './read-own-post.ts'

/** A frame of a page as a browser showed it. */
export interface Frame {
  readonly url: string
  /** Its words as a reader saw them. */
  readonly text: string
  /** Its document as rendered. */
  readonly html: string
}

/** Ids shorter than this are found in addresses by chance. */
const MIN_ID = 5
const MAX_HTML = 3_000_000

function shows({ postId, platform }: Post, { url }: Frame): boolean {
  if (postId === null) return false
  if (postId.length >= MIN_ID && url.includes(postId)) return true
  const found = addressOf(url, { use: 'frame' })
  return found?.platform === platform && found.postId === postId
}

function stateFrom(post: Post, frame: Frame, read: Post | null): Pick<Post, 'state' | 'stateEvidence'> {
  const where = frame.url
  if (read) {
    // The author's own notice says more than a frame that could show an older state.
    const state: PostState = read.state === 'edited' ? 'edited' : post.state === 'edited' ? 'edited' : 'live'
    return { state, stateEvidence: { words: read.stateEvidence?.words ?? null, where, status: null } }
  }
  const told = goneByAnswer({ where, status: null, lines: frame.text.split('\n') })
  if (told) return { state: told.state, stateEvidence: told.evidence }
  return { state: post.state, ...(post.stateEvidence ? { stateEvidence: post.stateEvidence } : {}) }
}

function merged(post: Post, frame: Frame, parse: (html: string) => Document): Post {
  const address = { platform: post.platform, postId: post.postId, url: post.url, handle: post.handle }
  const document = frame.html.length > MAX_HTML ? null : parse(frame.html)
  const read = document && (readPostAt(address, document, frame.url)?.post ?? null)
  const shown: SeenPost | null = read && {
    author: read.author,
    handle: read.handle,
    postedAt: read.postedAt,
    text: read.text,
    media: read.media,
    ...(read.quote ? { quote: read.quote } : {}),
    ...(read.replyTo ? { replyTo: read.replyTo } : {}),
  }
  const dated =
    post.postedAtFrom === 'page' && (post.postedAt?.includes('T') || !read?.postedAt?.includes('T'))
      ? null
      : read
  return {
    ...post,
    author: post.author ?? read?.author ?? null,
    handle: post.handle ?? read?.handle ?? null,
    ...(dated?.postedAt ? { postedAt: dated.postedAt, postedAtFrom: 'page' as const } : {}),
    text: post.text ?? read?.text ?? null,
    media: [...new Map([...post.media, ...(read?.media ?? [])].map(each => [each.url, each])).values()],
    ...(read?.quote && !post.quote ? { quote: read.quote } : {}),
    ...(read?.replyTo && !post.replyTo ? { replyTo: read.replyTo } : {}),
    ...stateFrom(post, frame, read),
    seen: { url: frame.url, text: frame.text, ...(shown ? { post: shown } : {}) },
  }
}

/**
 * Joins what the page's author wrote of each post with what its frame showed. What both say stays the author's; the
 * frame's account is kept beside it in `seen`. `parse` turns a frame's markup into a document.
 */
export function withFrames(
  posts: readonly Post[],
  frames: readonly Frame[],
  parse: (html: string) => Document,
): readonly Post[] {
  if (frames.length === 0) return posts
  return posts.map(post => {
    const frame = frames.find(each => shows(post, each))
    return frame ? merged(post, frame, parse) : post
  })
}
