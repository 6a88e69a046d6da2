import { postPlaceholder } from '../model/post-token.ts'
import type { Platform, Post } from '../model/post.ts'
import { addressOf } from './address.ts'
import { readAuthorLine, type AuthorLine } from './author-line.ts'
import { paragraphsOf, type Paragraph } from './paragraphs.ts'
import { readSaidText, readSharedBy } from './quote.ts'
import { NOTHING_SAID } from './said.ts'
import { toPost } from './to-post.ts'
import { startOfPost } from './text-start.ts'
import { VIEW_POST } from './words/phrases.ts'

export interface TextWithPosts {
  /** In the order in which they stand, each once. */
  readonly posts: readonly Post[]
  /** The text with a paragraph of its own, `postPlaceholder(i)`, where each post stood. The rest is untouched. */
  readonly text: string
}

interface Found {
  readonly post: Post
  /** First and last paragraph of the post. */
  readonly from: number
  readonly to: number
}

/** Handles tell the network: `name@host` is Mastodon's, `name.host` Bluesky's, a plain word X's. */
function platformOfHandle(handle: string): Platform {
  if (handle.includes('@')) return 'mastodon'
  return handle.includes('.') ? 'bluesky' : 'x'
}

const MAX_DAY = 50

/** Whether nothing but a day follows the handle: "(@ann) said on May 3, 2024" is a sentence. */
function isDay({ tail, postedAt }: AuthorLine): boolean {
  return (
    tail === '' || (postedAt !== null && tail.length <= MAX_DAY && !/^(?:\p{Ll}+ \p{Ll}|\p{Pd})/u.test(tail))
  )
}

/** A post that ends in "— Name (@handle) November 23, 2025". */
function signedPost(paragraphs: readonly Paragraph[], at: number, floor: number): Found | null {
  const signed = readAuthorLine(paragraphs[at]?.text ?? '')
  if (!signed || !isDay(signed)) return null
  // Without a day it must be a line of its own: "– Ann (@ann)" inside a sentence is a mention.
  if (signed.postedAt === null && signed.before !== '') return null
  const from = startOfPost(paragraphs, at, signed.before, floor)
  if (from === null) return null
  const platform = platformOfHandle(signed.handle)
  const words = paragraphs.slice(from, at).map(paragraph => paragraph.text)
  const said = readSaidText([...words, signed.before].join('\n\n').trim())
  const { author, handle, postedAt } = signed
  const address = { platform, postId: null, url: null, handle }
  return { post: toPost(address, { ...said, author, handle, postedAt }, 'plain-text'), from, to: at }
}

function isViewLine(text: string | undefined): boolean {
  return text !== undefined && VIEW_POST.some(phrase => phrase.test(text.trim()))
}

/** "View this post on Instagram", a caption at times, then "A post shared by NAME (@handle)". */
function sharedPost(paragraphs: readonly Paragraph[], at: number, floor: number): Found | null {
  const lines = (paragraphs[at]?.text ?? '').split('\n')
  const shared = readSharedBy(lines.at(-1)?.trim() ?? '', null)
  if (!shared?.handle) return null
  const caption = lines.slice(0, -1).filter(line => !isViewLine(line))
  const back = [at - 1, at - 2].find(i => i >= floor && isViewLine(paragraphs[i]?.text))
  const between = back === undefined ? [] : paragraphs.slice(back + 1, at).map(paragraph => paragraph.text)
  const said = readSaidText([...between, ...caption].join('\n'))
  const address = { platform: 'instagram' as const, postId: null, url: null, handle: shared.handle }
  return { post: toPost(address, { ...said, ...shared }, 'plain-text'), from: back ?? at, to: at }
}

/** A post's address on a line of its own: what an embed leaves where no script ran. */
function linkedPost(paragraphs: readonly Paragraph[], at: number): Found | null {
  const text = paragraphs[at]?.text ?? ''
  const address = /^https?:\/\/\S+$/.test(text) ? addressOf(text, { use: 'link' }) : null
  return address && address.platform !== 'other'
    ? { post: toPost(address, NOTHING_SAID, 'plain-text'), from: at, to: at }
    : null
}

function findPosts(paragraphs: readonly Paragraph[]): readonly Found[] {
  const found: Found[] = []
  let floor = 0
  for (let at = 0; at < paragraphs.length; at++) {
    const post =
      signedPost(paragraphs, at, floor) ?? sharedPost(paragraphs, at, floor) ?? linkedPost(paragraphs, at)
    if (!post) continue
    found.push(post)
    floor = at + 1
  }
  return found
}

/**
 * Finds the posts in an article that was saved as plain text, where an embedded tweet reads "… pic.twitter.com/abc"
 * and then "— Name (@handle) November 23, 2025", and an Instagram post "A post shared by NAME (@handle)". Where a
 * post begins is not marked in such text: a line that introduces it ("… wrote:") tells, else only the paragraph
 * before the author's line is taken, so that no line of the story is lost.
 */
export function postsInText(text: string): TextWithPosts {
  const paragraphs = paragraphsOf(text)
  const posts: Post[] = []
  let out = ''
  let end = 0
  for (const { post, from, to } of findPosts(paragraphs)) {
    const known = posts.findIndex(each => each.key === post.key)
    const index = known < 0 ? posts.push(post) - 1 : known
    const before = text.slice(end, paragraphs[from]?.start)
    out += `${out === '' && before.trim() === '' ? '' : before.trimEnd() + '\n\n'}${postPlaceholder(index)}`
    end = paragraphs[to]?.end ?? end
    if (text.slice(end).trim() !== '') {
      out += '\n\n'
      end += /^\s*/.exec(text.slice(end))?.[0].length ?? 0
    }
  }
  return { posts, text: end === 0 ? text : out + text.slice(end) }
}
