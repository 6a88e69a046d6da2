import type { PostMedia } from '../model/post.ts'
import { parseUrl } from '../model/url.ts'

const PICTURE_LINK = /(?:https?:\/\/)?\b(pic\.(?:twitter|x)\.com\/\w{4,30})/g
const SHORT_LINK = /https?:\/\/t\.co\/\w{4,30}/g
const NO_PICTURE = /emoji|avatar|profile[_-]?(?:images|pic)|\/rsrc\.php|icon|spacer|pixel|blank\.|1x1/i
const MAX_IMAGES = 20

/**
 * Takes the `pic.twitter.com/…` links out of a post's text, for they stand for its pictures and are no words of
 * it. What they show (a picture, a clip) is not known from the link. `t.co` links stay: they may stand for a word.
 */
export function splitMediaLinks(text: string): {
  readonly text: string
  readonly media: readonly PostMedia[]
} {
  const urls = [...text.matchAll(PICTURE_LINK)].map(found => `https://${found[1]}`)
  const rest = text
    .replaceAll(PICTURE_LINK, '')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()
  const short = [...rest.matchAll(SHORT_LINK)].map(found => found[0].replace(/^http:/, 'https:'))
  return { text: rest, media: [...new Set([...urls, ...short])].map(url => ({ kind: 'link', url })) }
}

/** The pictures and clips inside a post's markup, without avatars and emoji. Absolute URLs. */
export function mediaIn(root: ParentNode, base: string): readonly PostMedia[] {
  const out = new Map<string, PostMedia>()
  for (const element of root.querySelectorAll('img, video, source')) {
    if (out.size >= MAX_IMAGES) break
    const source = element.getAttribute('src') ?? element.getAttribute('data-src') ?? ''
    const url = source.startsWith('data:') ? null : parseUrl(source, base)
    if (source === '' || !url?.protocol.startsWith('http')) continue
    const about = `${url.href} ${element.getAttribute('class') ?? ''} ${element.getAttribute('alt') ?? ''}`
    if (NO_PICTURE.test(about)) continue
    const image = element.tagName.toLowerCase() === 'img'
    const alt = image ? element.getAttribute('alt')?.trim() : undefined
    out.set(url.href, { kind: image ? 'image' : 'video', url: url.href, ...(alt ? { alt } : {}) })
  }
  return [...out.values()]
}
