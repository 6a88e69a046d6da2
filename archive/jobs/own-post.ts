import type { Judgement } from '../capture/index.ts'
import type { Article } from '../model/article.ts'
import type { PostStateNote } from '../model/post.ts'
import { goneByAnswer, linesOfMarkup, ownAddressOf, postKey, type Told } from '../posts/index.ts'
import type { PostRow, Store } from '../store/index.ts'

/** A post whose own page was asked for. */
export type AskedPost = Pick<PostStateNote, 'key' | 'platform' | 'postId' | 'url' | 'handle'>

/**
 * The post that an address is the own page of: by the address, or because it led to a post's page before. Null for
 * everything else.
 */
export async function askedPost(
  addresses: readonly (string | null)[],
  store: Store,
): Promise<AskedPost | null> {
  const given = addresses.filter(address => address !== null)
  for (const address of given) {
    const found = ownAddressOf(address)
    if (found) {
      const { platform, postId, url, handle } = found
      return { key: postKey(found), platform, postId, url, handle }
    }
  }
  for (const address of given) {
    const source = await store.sourceForUrl(address)
    if (source?.kind !== 'post') continue
    const own = (await store.posts({ sourceId: source.sourceId })).find(({ form }) => form === 'page')
    if (own) return nameOf(own)
  }
  return null
}

function nameOf({ key, platform, postId, url, handle }: PostRow): AskedPost {
  return { key, platform, postId, url, handle }
}

/** What became of a post, for the log. */
export function noteOf(post: AskedPost, { state, evidence }: Told): PostStateNote {
  return { ...post, state, evidence }
}

interface Answer {
  readonly finalUrl: string
  readonly html: string
  readonly http: { readonly status: number } | null
}

/** What the answer to a post's own page tells of the post, where it did not show it. */
export function goneInAnswer({ finalUrl, html, http }: Answer): Told | null {
  const status = http?.status ?? null
  return goneByAnswer({ where: finalUrl, status: status === 200 ? null : status, lines: linesOfMarkup(html) })
}

/** The same for a page that was read: its visible words count, not its markup. */
export function goneInWords(finalUrl: string, visibleText: string): Told | null {
  return goneByAnswer({ where: finalUrl, status: null, lines: visibleText.split('\n') })
}

/** In words, for the log: "The post is deleted: …". */
export function sayGone({ state, evidence: { words, status } }: Told): string {
  const why = [
    words === null ? null : `its page says "${words}"`,
    status === null ? null : `status ${status}`,
  ]
  return `the post is ${state}: ${why.filter(Boolean).join(', ')}`
}

const PREVIEW = {
  code: 'post-from-preview',
  message:
    'The page showed the post only in its preview for other sites; the words may be shortened. A capture with a browser may show all of it.',
} as const

/** A page that showed the post it is about is that post, however few words it has. */
export function storyOfPost(article: Article, fromPreview: boolean): Judgement {
  return {
    outcome: 'story',
    evidence: `the post ${article.posts[0]?.key ?? ''}`,
    warnings: fromPreview ? [PREVIEW] : [],
  }
}
