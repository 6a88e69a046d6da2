import { believableCanonical, canonicalUrl, isWebUrl, parseUrl } from '../../model/url.ts'
import type { Address } from '../address.ts'
import type { MetaTags } from './meta.ts'
import { ownAddressOf } from './own-address.ts'
import type { StructuredData, StructuredPost } from './structured.ts'

/** Paths under which programs of the fediverse show one post. Blogs offer ActivityPub too, under other paths. */
const ACTIVITY_PATH =
  /^\/(?:@[^/]+\/[\w-]{6,}|users\/[^/]+\/status(?:es)?\/\w+|notice\/\w+|notes\/\w+|objects\/[\w-]+|display\/[\w-]+|p\/[^/]+\/\d+|post\/\d+|comment\/\d+|w\/\w+|videos\/watch\/[\w-]+)\/?$/

function samePage(claimed: string, pageUrl: string): boolean {
  const [a, b] = [parseUrl(claimed, pageUrl), parseUrl(pageUrl)]
  if (!a || !b) return false
  const plain = (url: URL) =>
    url.hostname.replace(/^(?:www|m|mobile|old)\./, '') + url.pathname.replace(/\/$/, '')
  return plain(a) === plain(b)
}

/** The thing that is the page's subject: it names the page's address, or is the only one and names none. */
export function subjectOf(posts: readonly StructuredPost[], pageUrl: string): StructuredPost | null {
  const named = posts.find(post => post.url !== null && samePage(post.url, pageUrl))
  if (named) return named
  const [only] = posts
  return posts.length === 1 && only && only.url === null ? only : null
}

function linksOf(document: Document): readonly Element[] {
  return [...document.head.getElementsByTagName('link')].filter(link => link.hasAttribute('href'))
}

function claimedUrl(document: Document, tags: MetaTags): string | null {
  const link = linksOf(document).find(each =>
    /(?:^|\s)canonical(?:\s|$)/i.test(each.getAttribute('rel') ?? ''),
  )
  return link?.getAttribute('href') ?? tags.get('og:url')
}

/** The post that the page's oEmbed link is about: `…/oembed?url=<permalink>`. */
function fromOembed(document: Document, pageUrl: string): Address | null {
  for (const link of linksOf(document)) {
    if (!/\+oembed/i.test(link.getAttribute('type') ?? '')) continue
    const about = parseUrl(link.getAttribute('href') ?? '', pageUrl)?.searchParams.get('url')
    const found = about ? ownAddressOf(about) : null
    if (found?.url && about && parseUrl(about)?.hostname === parseUrl(pageUrl)?.hostname) return found
  }
  return null
}

/** What the page claims as its address, where that can be believed; a saved file that has none is believed. */
function believed(document: Document, tags: MetaTags, pageUrl: string): string | null {
  const claimed = parseUrl(claimedUrl(document, tags) ?? '', isWebUrl(pageUrl) ? pageUrl : undefined)?.href
  if (claimed === undefined || !isWebUrl(claimed)) return null
  return !isWebUrl(pageUrl) || believableCanonical(claimed, pageUrl) ? claimed : null
}

/** An address of its own for a post on a site without a rule: the page's, as a source is known by it. */
function unknownSite(claimed: string | null, pageUrl: string, postId: string | null): Address {
  const url = claimed ?? (isWebUrl(pageUrl) ? pageUrl : null)
  return { platform: 'other', postId, url: url === null ? null : canonicalUrl(url), handle: null }
}

/**
 * The post whose own page this is, by what the page says of itself where its address tells nothing: its canonical
 * address, its oEmbed link, schema.org's `SocialMediaPosting` and `DiscussionForumPosting`, an ActivityPub
 * alternate under a post's path. Null for a page that is no post's, or says that it is an article.
 */
export function addressInMarkup(
  document: Document,
  pageUrl: string,
  { data, tags }: { readonly data: StructuredData; readonly tags: MetaTags },
): Address | null {
  const claimed = believed(document, tags, pageUrl)
  const found = (claimed === null ? null : ownAddressOf(claimed)) ?? fromOembed(document, pageUrl)
  if (found) return found
  const path = parseUrl(isWebUrl(pageUrl) ? pageUrl : (claimed ?? ''))?.pathname ?? '/'
  const isActivity =
    ACTIVITY_PATH.test(path) &&
    linksOf(document).some(link => /application\/activity\+json/i.test(link.getAttribute('type') ?? ''))
  if (isActivity) return unknownSite(claimed, pageUrl, /([\w-]{8,})\/?$/.exec(path)?.[1] ?? null)
  if (data.isArticle || !subjectOf(data.posts, isWebUrl(pageUrl) ? pageUrl : (claimed ?? ''))) return null
  return unknownSite(claimed, pageUrl, null)
}
