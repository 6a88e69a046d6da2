import type { Article } from '../model/article.ts'
import type { PostStateNote } from '../model/post.ts'
import type { Store } from '../store/index.ts'

/**
 * What a check found out of the state of posts: those that are not as the source last knew them, and on a post's own
 * page the post itself, so that it is known to have been there then.
 */
export async function stateNotes(
  { kind, posts }: Article,
  sourceId: string,
  store: Pick<Store, 'posts'>,
): Promise<readonly PostStateNote[]> {
  const told = posts.filter(({ state }) => state !== 'unknown')
  if (told.length === 0) return []
  const before = new Map((await store.posts({ sourceId })).map(row => [row.key, row.state]))
  return told
    .filter(post => kind === 'post' || before.get(post.key) !== post.state)
    .map(({ key, platform, postId, url, handle, state, stateEvidence = null }) => ({
      key,
      platform,
      postId,
      url,
      handle,
      state,
      evidence: stateEvidence,
    }))
}
