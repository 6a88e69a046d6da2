import { sha256Hex } from '../model/hash.ts'
import type { Post, PostForm } from '../model/post.ts'
import type { Address } from './address.ts'
import { ruleOf } from './platforms/registry.ts'
import type { Said } from './said.ts'

/** `Post.key` of the post at an address, where something is known that names it. */
export function postKey({ platform, postId, url }: Pick<Address, 'platform' | 'postId' | 'url'>): string {
  return `${platform}:${postId ?? sha256Hex(url ?? '').slice(0, 16)}`
}

function keyOf({ platform, postId, url }: Address, said: Said): string {
  if (postId !== null || url !== null) return postKey({ platform, postId, url })
  const named = JSON.stringify([said.author, said.handle, said.postedAt, said.text, said.media])
  return `${platform}:${sha256Hex(named).slice(0, 16)}`
}

function timeFromId({ platform, postId }: Address): string | null {
  const ms = postId === null ? null : (ruleOf(platform).timeOfId?.(postId) ?? null)
  return ms === null ? null : new Date(ms).toISOString()
}

/** Handles that stand for an account number or for nobody say nothing to a reader. */
function readableHandle(handle: string | null): string | null {
  return handle === null || handle === '' || handle.startsWith('did:') || handle === 'i'
    ? null
    : handle.replace(/^@/, '')
}

const MAX_WRITTEN = 2000

/** A post from what is known of it. Its place in the story is set by the cleaner. */
export function toPost(address: Address, said: Said, form: PostForm): Post {
  const derived = said.postedAt === null ? timeFromId(address) : null
  const postedAt = said.postedAt ?? derived
  return {
    key: keyOf(address, said),
    platform: address.platform,
    postId: address.postId,
    url: address.url,
    author: said.author,
    handle: readableHandle(said.handle) ?? readableHandle(address.handle),
    postedAt,
    postedAtFrom: postedAt === null ? null : derived === null ? 'page' : 'id',
    text: said.text,
    media: said.media,
    form,
    state: said.state,
    blockIndex: null,
    ...(address.written && address.written !== address.url
      ? { embeddedAs: address.written.slice(0, MAX_WRITTEN) }
      : {}),
  }
}

/** One post seen twice: what the first showing lacks is taken from the second. */
export function mergePosts(first: Post, second: Post): Post {
  const dated = first.postedAtFrom === 'page' || second.postedAtFrom === null ? first : second
  return {
    ...first,
    url: first.url ?? second.url,
    author: first.author ?? second.author,
    handle: first.handle ?? second.handle,
    postedAt: dated.postedAt,
    postedAtFrom: dated.postedAtFrom,
    text: first.text ?? second.text,
    media: first.media.length > 0 ? first.media : second.media,
    state: first.state === 'unknown' ? second.state : first.state,
  }
}
