import { postPlaceholder } from '../model/post-token.ts'
import type { Post, PostForm } from '../model/post.ts'
import { scan, type Spot } from './find/scan.ts'
import type { Sighting } from './find/search.ts'
import { directlyAfter, replaceEmbed } from './place.ts'
import { mergePosts, toPost } from './to-post.ts'

/** Pages that hold more posts than this are feeds; the rest stays where it is. */
const MAX_POSTS = 2000

function formOf(element: Element, { form }: Sighting): PostForm {
  const plain = form === 'blockquote' || form === 'iframe' || form === 'link'
  return plain && element.closest('[class*="wp-block-embed"]') ? 'wordpress' : form
}

class Lifting {
  readonly posts: Post[] = []
  readonly #indexOf = new Map<string, number>()
  #last: { readonly index: number; readonly paragraph: Element } | null = null

  /** Notes a sighting and returns its post's index. */
  note(element: Element, sighting: Sighting): number {
    const post = toPost(sighting.address, sighting.said, formOf(element, sighting))
    const known = this.#indexOf.get(post.key)
    if (known === undefined) {
      this.#indexOf.set(post.key, this.posts.length)
      return this.posts.push(post) - 1
    }
    const before = this.posts[known]
    if (before) this.posts[known] = mergePosts(before, post)
    return known
  }

  lift({ element, sightings }: Spot): void {
    if (sightings.length === 0 || this.posts.length >= MAX_POSTS) return
    const noted = sightings.map(sighting => ({ index: this.note(element, sighting), feed: sighting.feed }))
    // The fallback of an embed that is already gone: it may know more of the post, but has no place of its own.
    if (!element.isConnected) return
    const placed = [...new Set(noted.filter(each => !each.feed).map(each => each.index))]
    // A lazy loader's placeholder is followed by the same frame in <noscript>: one post, one place.
    const again = this.#last
    const repeated =
      again !== null &&
      placed.length === 1 &&
      placed[0] === again.index &&
      directlyAfter(again.paragraph, element)
    const paragraph = replaceEmbed(element, repeated ? [] : placed.map(postPlaceholder))
    const index = placed.at(-1)
    if (paragraph && index !== undefined) this.#last = { index, paragraph }
  }
}

/**
 * Finds every embedded social post in a page, takes its markup out of `document`, and leaves a paragraph with
 * `postPlaceholder(i)` in its place, `i` being the post's index in the returned list. A post that is embedded twice
 * is one entry and has two places. Captions of the embed stay as paragraphs after it.
 *
 * Feeds (a timeline widget) are listed, with `postId: null`, but get no place: they are no post of the story.
 *
 * Run it before Readability, on a document parsed with scripting off. `pageUrl` is the base for relative addresses.
 * Never throws on hostile markup; `blockIndex` is null until the cleaner sets it.
 */
export function liftPosts(document: Document, pageUrl: string): readonly Post[] {
  const { body } = document
  if (!body) return []
  const lifting = new Lifting()
  for (const spot of scan(body, document, pageUrl)) lifting.lift(spot)
  return lifting.posts
}
