import type { Platform, PostMedia } from '../../model/post.ts'
import { readDate } from '../day.ts'
import { tidy } from '../element-text.ts'

/** What a post's page says of it for previews on other sites. */
export interface MetaWords {
  readonly author: string | null
  readonly handle: string | null
  readonly postedAt: string | null
  readonly text: string | null
  readonly media: readonly PostMedia[]
}

export interface MetaTags {
  readonly get: (...names: readonly string[]) => string | null
}

export function metaTags(document: Document): MetaTags {
  const tags = new Map<string, string>()
  for (const tag of document.head.getElementsByTagName('meta')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop') ??
      ''
    ).toLowerCase()
    const content = (tag.getAttribute('content') ?? '').trim()
    if (content !== '' && !tags.has(name)) tags.set(name, content)
  }
  return { get: (...names) => names.map(name => tags.get(name)).find(value => value !== undefined) ?? null }
}

/**
 * How platforms word the title and description of a post. Named groups: `author`, `handle`, `date`, `text`. The
 * first that fits counts.
 */
const TITLES: readonly RegExp[] = [
  /^(?<author>.{1,120}?) on (?:x|twitter|threads|instagram|tiktok|linkedin|facebook|bluesky|mastodon)\s*: ?["“](?<text>[\s\S]+)["”](?: \/ x)?$/iu,
  /^(?<author>.{1,120}?) on (?:linkedin|facebook): (?<text>[\s\S]+)$/iu,
  /^(?<author>.{1,120}?) \(@(?<handle>[\w.-]+(?:@[\w.-]+)?)\)(?: on \w+| [•·|] .*)?(?:: ["“](?<text>[\s\S]+)["”])?$/iu,
  /^@(?<handle>[\w.-]+)(?: on \w+)?$/iu,
  /^(?<author>.{1,120}?) on (?:x|twitter|threads|instagram|tiktok|linkedin|facebook|bluesky|mastodon|telegram|\p{Lu}\w+)$/u,
]
const DESCRIPTIONS: readonly RegExp[] = [
  /^[\d.,kmb\s]+likes?, [\d.,kmb\s]+comments? - (?<handle>[\w.]+) (?:on|am|le|el|em|il|op) (?<date>[^:"“]{6,40})(?:: ["“](?<text>[\s\S]+?)["”]\.?\s*)?$/iu,
  /^[\d.,kmb\s]+likes?, [\d.,kmb\s]+comments?\.? ["“](?<text>[\s\S]+)["”]$/iu,
  /^["“](?<text>[\s\S]+)["”]$/u,
]
/** A line that Mastodon puts where a post has pictures. */
const ATTACHED = /\n*Attached: [^\n]*/gi

function fit(
  patterns: readonly RegExp[],
  value: string | null,
): Readonly<Record<string, string | undefined>> {
  for (const pattern of patterns) {
    const groups = value === null ? undefined : pattern.exec(value)?.groups
    if (groups) return groups
  }
  return {}
}

/** Platforms whose title is a title: of a video, of a thread. */
const TITLED: ReadonlySet<Platform> = new Set(['youtube', 'vimeo', 'reddit'])
/** Descriptions with which a platform advertises itself instead. */
const OWN_WORDS =
  /^(?:[\d,.]+ votes? and [\d,.]+ comments?|posted in the \S+ community|log in|sign up|create an account|join (?:facebook|linkedin|reddit)|see (?:posts|photos)|enjoy the videos and music you love|from breaking news and entertainment|share your videos with friends|you can view and join|if you have telegram|x\. it[’']s what[’']s happening)/i

/** Reads a page's previews. Texts may be shortened there, which is why everything else is believed first. */
export function readMeta(tags: MetaTags, platform: Platform): MetaWords {
  const title = tags.get('og:title', 'twitter:title')
  const described = tags.get('og:description', 'twitter:description', 'description')
  const description = described !== null && OWN_WORDS.test(described) ? null : described
  const [inTitle, inDescription] = [fit(TITLES, title), fit(DESCRIPTIONS, description)]
  const told = inDescription['text'] ?? inTitle['text'] ?? description
  const words = TITLED.has(platform) ? [title, told === title ? null : told] : [told]
  const text = words.filter(Boolean).join('\n\n').replaceAll(ATTACHED, '')
  const image = tags.get('og:image', 'twitter:image')
  const isPicture =
    image !== null && /^https?:/.test(image) && !/avatar|profile_images|logo|icon/i.test(image)
  const author = tags.get('author', 'article:author') ?? null
  return {
    author: inTitle['author']?.trim() ?? (author !== null && !/^https?:/.test(author) ? author : null),
    handle:
      inDescription['handle'] ?? inTitle['handle'] ?? tags.get('profile:username')?.replace(/^@/, '') ?? null,
    postedAt: readDate(
      tags.get('article:published_time', 'og:published_time', 'datepublished', 'uploaddate') ??
        inDescription['date'] ??
        '',
    ),
    text: tidy(text) || null,
    media:
      isPicture && tags.get('og:video', 'og:video:url') === null && !TITLED.has(platform)
        ? [{ kind: 'image', url: image }]
        : [],
  }
}
