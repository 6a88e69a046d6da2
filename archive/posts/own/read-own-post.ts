import type { Block } from '../../model/article.ts'
import type { Post, PostMedia, PostState, StateEvidence } from '../../model/post.ts'
import { parseUrl } from '../../model/url.ts'
import type { Address } from '../address.ts'
import { ruleOf } from '../platforms/registry.ts'
import { NOTHING_SAID } from '../said.ts'
import { toPost } from '../to-post.ts'
import { findCards } from './cards.ts'
import { addressInMarkup, subjectOf } from './markup-address.ts'
import { metaTags, readMeta } from './meta.ts'
import { ownAddressOf, sourceUrlOf } from './own-address.ts'
import { readCard } from './read-card.ts'
import { structuredData, type StructuredPost } from './structured.ts'
import { threadAround } from './thread.ts'
import { goneByAnswer } from './gone.ts'

/** A post's own page, read. */
export interface OwnPost {
  readonly post: Post
  /** The post, and what stands around it on the page. */
  readonly blocks: readonly Block[]
  /** The post's words are those the page gives for previews on other sites: they may be shortened. */
  readonly fromPreview: boolean
}

function isPublicPlatform({ platform }: Address, pageUrl: string): boolean {
  const host = parseUrl(pageUrl)?.hostname ?? ''
  return ruleOf(platform).hosts.some(known => host === known || host.endsWith(`.${known}`))
}

/** Some edits are made before anybody could read the post. */
const EDIT_MS = 60_000
const MAX_WORDS = 200

/** The longer of two texts where the shorter is its beginning, cut off. */
function whole(...texts: readonly (string | null)[]): string | null {
  const [first, ...rest] = texts.filter(text => text !== null)
  if (first === undefined) return null
  const start = first.replace(/\s*(?:…|\.\.\.)(?:\s*(?:show|see|read) more)?$/i, '')
  return start === first
    ? first
    : (rest.find(text => text.length > first.length && text.startsWith(start)) ?? first)
}

function without(media: readonly PostMedia[]): readonly PostMedia[] {
  return [...new Map(media.map(each => [each.url, each])).values()]
}

function editOf(
  pageUrl: string,
  mark: string | null,
  subject: StructuredPost | null,
): { readonly state: PostState; readonly evidence: StateEvidence } {
  const evidence = (words: string | null) => ({
    words: words?.slice(0, MAX_WORDS) ?? null,
    where: pageUrl,
    status: null,
  })
  if (mark !== null) return { state: 'edited', evidence: evidence(mark) }
  const [posted, edited] = [subject?.postedAt, subject?.editedAt].map(date => Date.parse(date ?? ''))
  return posted !== undefined && edited !== undefined && edited - posted > EDIT_MS
    ? { state: 'edited', evidence: evidence(`dateModified ${subject?.editedAt}`) }
    : { state: 'live', evidence: evidence(null) }
}

/**
 * Reads the post whose own page a document is; null where it is no post's page, or shows nothing of the post. What
 * the page shows is believed before its structured data, and that before its previews for other sites.
 */
export function readOwnPost(document: Document, pageUrl: string): OwnPost | null {
  const [data, tags] = [structuredData(document), metaTags(document)]
  const address = ownAddressOf(pageUrl) ?? addressInMarkup(document, pageUrl, { data, tags })
  if (!address) return null
  return readPostAt(address, document, pageUrl)
}

/** As `readOwnPost` where it is known which post the document is about: a frame that shows it. */
export function readPostAt(address: Address, document: Document, pageUrl: string): OwnPost | null {
  if (!document.body) return null
  const [data, tags] = [structuredData(document), metaTags(document)]
  const about = tags.get('og:url')
  const aboutThis = about === null || (ownAddressOf(about)?.postId ?? address.postId) === address.postId
  const meta = aboutThis ? readMeta(tags, address.platform) : null
  const subject = subjectOf([...data.posts, ...data.media], pageUrl) ?? data.posts[0] ?? data.media[0] ?? null
  const cards = findCards(document.body, address, pageUrl)
  const card = cards && readCard(cards.own, address.platform, pageUrl)
  // A platform's own pages change their markup: what was only guessed at there is believed last.
  const isGuess = cards !== null && cards.isGuess && isPublicPlatform(address, pageUrl)
  const told = isGuess ? [subject, meta, card] : [card, subject, meta]
  const text = isGuess
    ? whole(subject?.text ?? null, meta?.text ?? null, card?.text ?? null)
    : whole(card?.text ?? null, subject?.text ?? null, meta?.text ?? null)
  const media = without([...(card?.media ?? []), ...(subject?.media ?? [])])
  const shown = media.length > 0 ? media : (meta?.media ?? [])
  if (text === null && media.length === 0) return null
  // What stands in the place of a post that is gone is no post.
  const isNotice =
    text !== null && goneByAnswer({ where: pageUrl, status: null, lines: text.split('\n') }) !== null
  if (isNotice && media.length === 0) return null
  const { state, evidence } = editOf(pageUrl, card?.edited ?? null, subject)
  const first = <K extends 'author' | 'handle' | 'postedAt'>(name: K) =>
    told.map(each => each?.[name] ?? null).find(value => value !== null) ?? null
  const handle = first('handle')
  const said = {
    ...NOTHING_SAID,
    author: first('author'),
    handle: address.handle === null || address.handle.startsWith('did:') ? handle : address.handle,
    postedAt: first('postedAt'),
    text,
    media: shown,
    state,
  }
  const known = { ...address, handle: said.handle ?? address.handle }
  const [quote, replyTo] = [card?.quote ?? null, card?.replyTo ?? subject?.replyTo ?? null]
  const post: Post = {
    ...toPost({ ...known, url: sourceUrlOf(known) }, said, 'page'),
    ...(quote ? { quote } : {}),
    ...(replyTo ? { replyTo } : {}),
    stateEvidence: evidence,
  }
  const { embeddedAs: _written, ...own } = post
  return {
    post: own,
    blocks: cards
      ? threadAround(cards, post.key, address.platform, pageUrl)
      : [{ kind: 'post', post: post.key }],
    fromPreview: (card?.text ?? subject?.text ?? null) === null && text !== null,
  }
}
