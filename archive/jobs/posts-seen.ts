import type { KeptResources, SeenFrame } from '../capture/index.ts'
import type { Article } from '../model/article.ts'
import type { CapturedResources } from '../model/captured.ts'
import type { Post } from '../model/post.ts'
import { goneByAnswer } from '../posts/index.ts'

/** Frames of advertisements can be many and large; those of posts are small. */
const MAX_FRAMES = 60
const MAX_HTML = 3_000_000

/** The frames that are worth being looked at for posts. */
export function framesToRead(frames: readonly SeenFrame[]): readonly SeenFrame[] {
  return frames.filter(frame => frame.html.length <= MAX_HTML).slice(0, MAX_FRAMES)
}

/** Ids shorter than this are found in addresses by chance. */
const MIN_ID = 8
const NOT_THE_POST = /^(?:image|video|audio|font|text\/css|text\/javascript|application\/javascript)/

/** The answer that was given instead of the post, among all that the page asked for. */
function refusalOf({ postId }: Post, entries: KeptResources['entries']) {
  if (postId === null || postId.length < MIN_ID) return null
  for (const { request, response } of entries) {
    if (!request.url.includes(postId) || NOT_THE_POST.test(response.content.mimeType)) continue
    const told = goneByAnswer({ where: request.url, status: response.status, lines: [] })
    if (told) return told
  }
  return null
}

/**
 * A post that no frame showed and for which the page asked in vain: its platform says that it is not to be had. The
 * words that the page's author put there stay.
 */
export function withRefusedPosts(article: Article, entries: KeptResources['entries']): Article {
  if (article.kind === 'post' || article.posts.length === 0) return article
  const posts = article.posts.map(post => {
    const told = post.state === 'unknown' && !post.seen?.post ? refusalOf(post, entries) : null
    return told ? { ...post, state: told.state, stateEvidence: told.evidence } : post
  })
  return { ...article, posts }
}

/** Says of each picture and clip of a post which file of the bag holds it. */
export function withMediaFiles(article: Article, bodies: CapturedResources['bodies']): Article {
  const fileOf = (url: string) => bodies.get(url) ?? bodies.get(url.split('#', 1)[0]!)
  const withFiles = (media: Post['media']): Post['media'] =>
    media.map(({ file: _file, sha256: _sha256, ...each }) => {
      const body = fileOf(each.url)
      return body ? { ...each, file: body.path, sha256: body.sha256 } : each
    })
  const posts = article.posts.map(post => ({
    ...post,
    media: withFiles(post.media),
    ...(post.seen?.post
      ? { seen: { ...post.seen, post: { ...post.seen.post, media: withFiles(post.seen.post.media) } } }
      : {}),
  }))
  return { ...article, posts }
}
