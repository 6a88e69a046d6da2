import type { Post } from '../../archive/model/post.ts'

/**
 * A post under every name the page gives it: permalink, id, and the address as it was embedded. The posts' truth
 * holds what the pages wrote (a bare number, a player's address), and its scorer compares addresses as text.
 */
export function underEveryName(posts: readonly Post[]): readonly Post[] {
  return posts.flatMap(post => {
    const names = [post.url, post.postId, post.embeddedAs].filter(name => typeof name === 'string')
    return names.length === 0 ? [post] : names.map(url => ({ ...post, url }))
  })
}
