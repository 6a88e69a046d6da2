import type { SeenFrame } from '../capture/index.ts'
import type { Article } from '../model/article.ts'
import type { Post } from '../model/post.ts'

/** Ids shorter than this are found in addresses by chance. */
const MIN_ID = 5

function frameOf({ postId }: Post, frames: readonly SeenFrame[]): SeenFrame | undefined {
  return postId === null || postId.length < MIN_ID
    ? undefined
    : frames.find(frame => frame.url.includes(postId))
}

/** Adds to each post what its frame showed, where a browser had it: its platform's own words, counters and all. */
export function withPostsSeen(article: Article, frames: readonly SeenFrame[]): Article {
  if (frames.length === 0 || article.posts.length === 0) return article
  const posts = article.posts.map(post => {
    const frame = frameOf(post, frames)
    return frame ? { ...post, seen: frame } : post
  })
  return { ...article, posts }
}
