import type { Platform, PostMedia } from '../../model/post.ts'
import { addressOf, addressOfId, type Address } from '../address.ts'
import { readDate } from '../day.ts'
import { splitMediaLinks } from '../media.ts'
import type { Said } from '../said.ts'
import type { Search, Sighting } from './search.ts'

type Json = Readonly<Record<string, unknown>>

const MAX_JSON = 200_000
const MAX_NODES = 3000
const MAX_DEPTH = 8

/** Names under which embed data keeps each field, in the order in which they are believed. */
const FIELDS = {
  text: ['full_text', 'text', 'caption', 'body', 'title', 'description'],
  author: ['name', 'author_name', 'authorName', 'displayName', 'author'],
  handle: ['username', 'authorHandle', 'author_username', 'screen_name', 'handle'],
  date: ['date', 'createdAt', 'created_at', 'timestamp', 'published_at'],
  id: ['tweet_id', 'tweetId', 'videoId', 'video_id', 'instagram_id', 'shortcode', 'postId', 'post_id', 'id'],
  address: ['url', 'uri', 'permalink', 'href', 'embed_url', 'embedUrl', 'src', 'link'],
} as const

export function parseJson(text: string): unknown {
  if (text.length > MAX_JSON || !/^\s*[{[]/.test(text)) return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function field(data: Json, names: readonly string[]): string | null {
  for (const name of names) {
    const value = data[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    if (typeof value === 'number') return String(value)
  }
  return null
}

function pictures(data: Json): readonly PostMedia[] {
  const photos = Array.isArray(data['photos']) ? data['photos'].filter(isRecord) : []
  const listed = photos.map(photo => ({ url: photo['img_url'], alt: photo['alt_text'] }))
  const plain = [data['imageUrls'], data['images']].flatMap(list => (Array.isArray(list) ? list : []))
  const all = [
    ...listed,
    ...plain.map(url => ({ url: url as unknown, alt: null })),
    { url: data['thumbnail_url'], alt: null },
  ]
  const images = all.flatMap(({ url, alt }): PostMedia[] =>
    typeof url === 'string' && /^https?:/.test(url)
      ? [{ kind: 'image', url, ...(typeof alt === 'string' && alt !== '' ? { alt } : {}) }]
      : [],
  )
  const video = data['video_url']
  return typeof video === 'string' && /^https?:/.test(video)
    ? [...images, { kind: 'video', url: video }]
    : images
}

/** A moment as text or as a count of seconds or milliseconds since 1970. */
function readTime(text: string | null): string | null {
  if (text === null) return null
  if (!/^\d{10,13}$/.test(text)) return readDate(text)
  const ms = Number(text) * (text.length <= 11 ? 1000 : 1)
  return new Date(ms).toISOString()
}

function saidIn(data: Json): Said {
  const split = splitMediaLinks(field(data, FIELDS.text) ?? '')
  return {
    author: field(data, FIELDS.author),
    handle: field(data, FIELDS.handle)?.replace(/^@/, '') ?? null,
    postedAt: readTime(field(data, FIELDS.date)),
    text: split.text || null,
    media: [...split.media, ...pictures(data)],
    state: 'unknown',
  }
}

function addressIn(data: Json, platform: Platform | null, base: string): Address | null {
  for (const name of FIELDS.address) {
    const value = data[name]
    const found = typeof value === 'string' ? addressOf(value, { use: 'frame', base }) : null
    if (found && (platform === null || found.platform === platform || found.platform === 'other'))
      return found
  }
  if (platform === null) return null
  for (const name of FIELDS.id) {
    const value = field(data, [name])
    const found = value === null ? null : addressOfId(platform, value)
    if (found) return found
  }
  return null
}

/** The one post that an object of embed data describes (as Substack's `data-attrs` does), or null. */
export function sightingInData(
  value: unknown,
  platform: Platform | null,
  { pageUrl }: Search,
): Omit<Sighting, 'form'> | null {
  if (!isRecord(value)) return null
  const address = addressIn(value, platform, pageUrl)
  return address && { address, said: saidIn(value) }
}

/** oEmbed answers hold the post's words only in the embed code beside its address. */
function fuller(found: Omit<Sighting, 'form'>, data: object, search: Search): Said {
  const code = Object.values(data).find(value => typeof value === 'string' && /<blockquote\b/i.test(value))
  const inside = typeof code === 'string' ? search.inside(code) : []
  const same = inside.find(each => each.address.postId === found.address.postId)
  return same?.said.text ? same.said : found.said
}

/**
 * The posts anywhere in a value: embed code kept as text, or objects with a permalink. Data without end is cut off.
 */
export function sightingsInJson(
  value: unknown,
  platform: Platform | null,
  search: Search,
): readonly Sighting[] {
  const out: Sighting[] = []
  const queue: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const { value: at, depth } = queue[i] ?? { value: null, depth: 0 }
    if (typeof at === 'string') {
      if (/<(?:blockquote|iframe)\b/i.test(at)) out.push(...search.inside(at))
      continue
    }
    if (typeof at !== 'object' || at === null || depth >= MAX_DEPTH) continue
    const found = sightingInData(at, platform, search)
    if (found) out.push({ ...found, said: fuller(found, at, search), form: 'lazy' })
    else for (const inner of Object.values(at)) queue.push({ value: inner, depth: depth + 1 })
  }
  return out
}
