import type { Judgement } from '../capture/index.ts'
import type { Article } from '../model/article.ts'
import type { PostStateNote } from '../model/post.ts'
import { goneByAnswer, linesOfMarkup, ownAddressOf, postKey, type Told } from '../posts/index.ts'
import type { Cleaned } from '../ports/workers.ts'
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
function noteOf(post: AskedPost, { state, evidence }: Told): PostStateNote {
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
function goneInWords(finalUrl: string, visibleText: string): Told | null {
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
function storyOfPost(article: Article, fromPreview: boolean): Judgement {
  return {
    outcome: 'story',
    evidence: `the post ${article.posts[0]?.key ?? ''}`,
    warnings: fromPreview ? [PREVIEW] : [],
  }
}

type Failed = Extract<Judgement, { readonly outcome: 'attempt' }>

/** A post's page that says that the post is gone is no version of it, whatever its status. */
function goneJudgement(told: Told): Failed {
  const reason = told.state === 'deleted' ? 'http-410' : 'http-404'
  return { outcome: 'attempt', reason, evidence: sayGone(told), warnings: [] }
}

/**
 * Judges a page that was cleaned where a post is the question: a page that shows its post is the story, and one that
 * says that the post is gone is an attempt. Null where the rules for all pages are to be asked.
 */
export function judgePost(
  post: AskedPost | null,
  finalUrl: string,
  { article, signals }: Cleaned,
): { readonly judgement: Judgement; readonly told: Told | null } | null {
  if (article.kind === 'post') {
    return { judgement: storyOfPost(article, signals?.postFromPreview ?? false), told: null }
  }
  const told = post && goneInWords(finalUrl, signals?.visibleText ?? '')
  return told ? { judgement: goneJudgement(told), told } : null
}

/** What the log says of the post that was asked for. */
export function ofPost(
  post: AskedPost | null,
  told: Told | null,
): { readonly kind?: 'post'; readonly posts?: readonly PostStateNote[] } {
  if (!post) return {}
  return told ? { kind: 'post', posts: [noteOf(post, told)] } : { kind: 'post' }
}
