import type { Platform, PostForm } from '../../model/post.ts'
import { addressOf, addressOfId, addressOn, type Address } from '../address.ts'
import { readAuthorLine } from '../author-line.ts'
import { readDate } from '../day.ts'
import { tagOf, textOf } from '../element-text.ts'
import { PLATFORM_RULES, ruleOf } from '../platforms/registry.ts'
import { readQuote } from '../quote.ts'
import { classOf } from './marks.ts'
import type { Finder, Sighting } from './search.ts'

const BY_CLASS: ReadonlyMap<string, Platform> = new Map(
  PLATFORM_RULES.flatMap(rule => rule.classes.map(name => [name, rule.platform] as const)),
)
const FEEDS: ReadonlyMap<string, Platform> = new Map(
  PLATFORM_RULES.flatMap(rule => (rule.feeds ?? []).map(name => [name, rule.platform] as const)),
)
const BY_TAG = new Map(
  PLATFORM_RULES.flatMap(rule => rule.elements.map(e => [e.tag, { ...e, platform: rule.platform }] as const)),
)

const MAX_QUOTE = 6000
const ID_ATTRIBUTE = /^(?:data-)?(?:[\w-]+-)?(?:id|ids|code|shortcode|tweetid|videoid|postid)$/
/** Whose posts they are, not which post. */
const OWNER_ATTRIBUTE = /unique|user|author|profile|channel|widget/
const ADDRESS = /^(?:https?:)?\/\/|^at:\/\//i

function fromAttributes(element: Element, platform: Platform, base: string): Address | null {
  for (const { value } of element.attributes) {
    const found = ADDRESS.test(value.trim()) ? addressOn(platform, value, base) : null
    if (found) return found
  }
  return null
}

/** A post's own link is the last one in its markup: those before it belong to its words. */
function fromLinks(element: Element, platform: Platform, base: string): Address | null {
  for (const link of [...element.querySelectorAll('a[href], iframe[src]')].toReversed()) {
    const found = addressOn(platform, link.getAttribute('href') ?? link.getAttribute('src') ?? '', base)
    if (found) return found
  }
  return null
}

function fromIds(element: Element, platform: Platform, base: string): Address | null {
  for (const { name, value } of element.attributes) {
    if (!ID_ATTRIBUTE.test(name) || OWNER_ATTRIBUTE.test(name)) continue
    if (!/^(?=.*\d)[\w:./-]{3,80}$/.test(value)) continue
    const link = [...element.querySelectorAll('a[href]')].find(a => a.getAttribute('href')?.includes(value))
    if (link) {
      const url = URL.parse(link.getAttribute('href') ?? '', base)
      return { platform, postId: value, url: url ? url.origin + url.pathname : null, handle: null }
    }
    const found = addressOfId(platform, value)
    if (found) return found
  }
  return null
}

function addressIn(element: Element, platform: Platform, base: string): Address | null {
  return (
    fromAttributes(element, platform, base) ??
    fromLinks(element, platform, base) ??
    fromIds(element, platform, base)
  )
}

function sighting(element: Element, address: Address, base: string): Sighting {
  return { address, form: formOf(element), said: readQuote(element, address, base) }
}

function formOf(element: Element): PostForm {
  const tag = tagOf(element)
  if (tag.startsWith('amp-') || tag.startsWith('bento-')) return 'amp'
  if (tag === 'blockquote' || element.querySelector('blockquote')) return 'blockquote'
  if (element.querySelector('iframe')) return 'iframe'
  return BY_TAG.has(tag) ? 'script' : 'lazy'
}

/** The platform of the first class that a map knows. */
function platformIn(element: Element, known: ReadonlyMap<string, Platform>): Platform | undefined {
  return classOf(element)
    .split(/\s+/)
    .map(name => known.get(name))
    .find(found => found !== undefined)
}

/** Markup that the platforms' own embed code marks with a class. */
const byClass: Finder = (element, { pageUrl }) => {
  const platform = platformIn(element, BY_CLASS)
  if (!platform || tagOf(element) === 'a') return null
  const address = addressIn(element, platform, pageUrl)
  if (address) return [sighting(element, address, pageUrl)]
  if (tagOf(element) !== 'blockquote' || !readAuthorLine(textOf(element))) return null
  return [sighting(element, { platform, postId: null, url: null, handle: null }, pageUrl)]
}

const byFeed: Finder = (element, { pageUrl }) => {
  const platform = platformIn(element, FEEDS)
  const url = platform ? URL.parse(element.getAttribute('href') ?? '', pageUrl) : null
  if (!platform || !url) return null
  const handle = /^\/(?!search|hashtag|i\/)(\w*[a-z]\w*)(?:\/|$)/i.exec(url.pathname)?.[1] ?? null
  if (handle === null) return []
  const address = { platform, postId: null, url: url.origin + url.pathname, handle }
  const said = { author: null, handle, postedAt: null, text: null, media: [], state: 'unknown' as const }
  return [{ address, form: 'script', said, feed: true }]
}

/** AMP and custom elements that stand for one post. */
const byTag: Finder = (element, { pageUrl }) => {
  const rule = BY_TAG.get(tagOf(element))
  if (!rule) return null
  for (const name of rule.attributes) {
    const value = element.getAttribute(name)?.trim()
    if (!value) continue
    const written = ADDRESS.test(value)
      ? addressOn(rule.platform, value, pageUrl)
      : addressOfId(rule.platform, value)
    if (written) return [sighting(element, written, pageUrl)]
    if (!/^[\w-]{3,40}$/.test(value)) continue
    const url = rule.address?.(value) ?? ruleOf(rule.platform).permalinkOfId(value)
    return [sighting(element, { platform: rule.platform, postId: value, url, handle: null }, pageUrl)]
  }
  return null
}

/**
 * Block quotes that lost their class: they end in the post's own link, whose words are a day or stand after
 * "— Name (@handle)". Without either it is a quotation that cites a post.
 */
const byShape: Finder = (element, { pageUrl }) => {
  if (tagOf(element) !== 'blockquote') return null
  const last = [...element.querySelectorAll('a[href]')].at(-1)
  const address = last && addressOf(last.getAttribute('href') ?? '', { use: 'link', base: pageUrl })
  if (!address) return null
  const text = textOf(element, { maxLength: MAX_QUOTE })
  const words = (last.textContent ?? '').trim()
  const alone = text === words
  const card = /(?:^|\s)embedly-card(?:\s|$)/.test(classOf(element))
  const told =
    readAuthorLine(text) !== null || (words !== '' && text.endsWith(words) && readDate(words) !== null)
  return alone || card || told ? [sighting(element, address, pageUrl)] : null
}

export const nativeFinders: readonly Finder[] = [byFeed, byClass, byTag, byShape]
