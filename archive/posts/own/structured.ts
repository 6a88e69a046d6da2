import type { PostMedia, PostReference } from '../../model/post.ts'
import { readDate } from '../day.ts'
import { isElement, nodeAfter, tidy } from '../element-text.ts'

/** What a page's structured data says of the post that is its subject. */
export interface StructuredPost {
  /** schema.org types of the thing, without their address. */
  readonly types: readonly string[]
  readonly url: string | null
  readonly author: string | null
  readonly handle: string | null
  readonly postedAt: string | null
  readonly editedAt: string | null
  readonly text: string | null
  readonly media: readonly PostMedia[]
  readonly replyTo: PostReference | null
}

type Thing = Readonly<Record<string, unknown>>

/** Types that are a post wherever they stand, and those that are one on a platform that shows nothing else. */
const POST_TYPES: ReadonlySet<string> = new Set(['SocialMediaPosting', 'DiscussionForumPosting'])
const MEDIA_TYPES: ReadonlySet<string> = new Set(['VideoObject', 'ImageObject', 'Clip', 'AudioObject'])
const ARTICLE_TYPES = /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$/

const MAX_NODES = 2000
const MAX_JSON = 2_000_000

function isNode(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function list(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

function typesOf(node: Thing): readonly string[] {
  return list(node['@type']).flatMap(type => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []))
}

/** The first text in a value: itself, or what an object is called. */
function textIn(value: unknown, ...names: readonly string[]): string | null {
  for (const each of list(value)) {
    if (typeof each === 'string' && each.trim() !== '')
      return tidy(each.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll(/<[^>]{1,300}>/g, ''))
    if (isNode(each))
      for (const name of names) if (each[name] !== undefined) return textIn(each[name], ...names)
  }
  return null
}

function handleOf(author: unknown): string | null {
  const named = textIn(author, 'alternateName', 'identifier')
  const handle = /^@?([\w.-]{1,80}(?:@[\w.-]+)?)$/.exec(named ?? '')?.[1]
  if (handle && isNode(list(author)[0])) return handle
  const url = textIn(author, 'url')
  const path = url === null ? null : URL.parse(url)?.pathname
  return /^\/(?:@|u\/|user\/|profile\/)([\w.-]{1,80})\/?$/.exec(path ?? '')?.[1] ?? null
}

function mediaOf(node: Thing): readonly PostMedia[] {
  const kinds = [
    ['image', 'image'],
    ['video', 'video'],
    ['audio', 'audio'],
  ] as const
  return kinds.flatMap(([name, kind]) =>
    list(node[name]).flatMap((each): PostMedia[] => {
      const url = textIn(each, 'contentUrl', 'url', 'embedUrl', 'thumbnailUrl')
      return url !== null && /^https?:\/\//.test(url) ? [{ kind, url }] : []
    }),
  )
}

function postOf(node: Thing): StructuredPost {
  const text = textIn(node['articleBody'] ?? node['text'])
  const isMedia = typesOf(node).some(type => MEDIA_TYPES.has(type))
  const title = textIn(node['headline'] ?? node['name'])
  const described = textIn(node['description'])
  const words = isMedia
    ? [title, described]
    : [title !== null && text?.startsWith(title.slice(0, 40)) ? null : title, text ?? described]
  const parent = node['isPartOf'] ?? node['parentItem']
  const above = list(parent).find(
    each => isNode(each) && typesOf(each).some(type => POST_TYPES.has(type) || type === 'Comment'),
  )
  const date = (name: string) => readDate(textIn(node[name]) ?? '')
  return {
    types: typesOf(node),
    url: textIn(node['url'] ?? node['mainEntityOfPage'] ?? node['@id'], '@id', 'url'),
    author: textIn(node['author'] ?? node['creator'], 'name'),
    handle: handleOf(node['author'] ?? node['creator']),
    postedAt: date('datePublished') ?? date('uploadDate') ?? date('dateCreated'),
    editedAt: date('dateModified'),
    text: words.filter(Boolean).join('\n\n') || null,
    media: mediaOf(node),
    replyTo: isNode(above)
      ? {
          url: textIn(above['url'] ?? above['@id']),
          author: textIn(above['author'], 'name'),
          handle: handleOf(above['author']),
          postedAt: readDate(textIn(above['datePublished']) ?? ''),
          text: textIn(above['text'] ?? above['articleBody']),
        }
      : null,
  }
}

/** Things the page speaks of, from outside in. What hangs below a list of answers is another post. */
function nodesIn(value: unknown): readonly Thing[] {
  const found: Thing[] = []
  const queue = [...list(value)]
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const at = queue[i]
    if (!isNode(at)) continue
    found.push(at)
    for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'subjectOf', 'about'])
      queue.push(...list(at[name]))
  }
  return found
}

function fromJsonLd(document: Document): readonly Thing[] {
  // By name: a selector is tried on every element of the page.
  const scripts = [...document.getElementsByTagName('script')].filter(script =>
    /ld\+json/i.test(script.getAttribute('type') ?? ''),
  )
  return scripts.flatMap(script => {
    const text = script.textContent ?? ''
    try {
      return text.length > MAX_JSON ? [] : nodesIn(JSON.parse(text))
    } catch {
      return []
    }
  })
}

function valueOf(element: Element): string {
  return (
    element.getAttribute('content') ??
    element.getAttribute('datetime') ??
    element.getAttribute('href') ??
    element.textContent ??
    ''
  ).trim()
}

/** Microdata (HTML Standard, section 5) as the same kind of thing, two levels deep. */
function nodeOf(item: Element, depth = 0): Thing {
  const node: Record<string, unknown> = { '@type': item.getAttribute('itemtype') ?? '' }
  for (const property of item.querySelectorAll('[itemprop]')) {
    if (property.parentElement?.closest('[itemscope]') !== item) continue
    const value =
      property.hasAttribute('itemscope') && depth < 2 ? nodeOf(property, depth + 1) : valueOf(property)
    for (const name of (property.getAttribute('itemprop') ?? '').split(/\s+/)) {
      // Of several answers and pictures the first says enough.
      node[name] ??= value
    }
  }
  return node
}

/** A page's own thing is marked up near its beginning. */
const MOST_ELEMENTS = 5000

function itemsIn(document: Document): readonly Element[] {
  const items: Element[] = []
  let node: Node | null = document.body
  for (let count = 0; node && count < MOST_ELEMENTS; count++) {
    if (isElement(node) && node.hasAttribute('itemscope') && node.hasAttribute('itemtype')) items.push(node)
    node = node.firstChild ?? nodeAfter(node, document)
  }
  return items
}

function fromMicrodata(document: Document): readonly Thing[] {
  const items = itemsIn(document)
  const wanted = items.filter(item => {
    const type = (item.getAttribute('itemtype') ?? '').replace(/^.*\//, '')
    return (POST_TYPES.has(type) || MEDIA_TYPES.has(type)) && !item.hasAttribute('itemprop')
  })
  return wanted.map(item => nodeOf(item))
}

export interface StructuredData {
  /** Things that are posts by their type. */
  readonly posts: readonly StructuredPost[]
  /** Videos, pictures and sounds. */
  readonly media: readonly StructuredPost[]
  /** The page says that it is an article. */
  readonly isArticle: boolean
}

/** Reads JSON-LD and microdata for what may be the page's post. Never throws on what a page writes. */
export function structuredData(document: Document): StructuredData {
  const nodes = [...fromJsonLd(document), ...fromMicrodata(document)]
  const of = (types: ReadonlySet<string>) =>
    nodes.filter(node => typesOf(node).some(type => types.has(type))).map(postOf)
  return {
    posts: of(POST_TYPES),
    media: of(MEDIA_TYPES),
    isArticle: nodes.some(node => typesOf(node).some(type => ARTICLE_TYPES.test(type))),
  }
}
