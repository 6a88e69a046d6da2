import type { Post } from '../../archive/model/post.ts'

/**
 * A post under every name the page gives it: permalink, id, and the address as it was embedded, whole and
 * without its query. The posts' truth holds what the pages wrote (a bare number, a player's address), now and
 * then cut off in the middle of a long query, and its scorer compares addresses as text.
 */
export function underEveryName(posts: readonly Post[]): readonly Post[] {
  return posts.flatMap(post => {
    const { url, postId, embeddedAs } = post
    const cut = embeddedAs?.includes('?') ? embeddedAs.slice(0, embeddedAs.indexOf('?')) : null
    const names = [url, postId, embeddedAs, cut].filter(name => typeof name === 'string')
    return names.length === 0 ? [post] : names.map(name => ({ ...post, url: name }))
  })
}
