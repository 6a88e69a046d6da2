import { addressOf, addressOfId } from '../address.ts'
import { nodeAfter, tagOf, textOf } from '../element-text.ts'
import { NOTHING_SAID } from '../said.ts'
import { readQuote } from '../quote.ts'
import { LOADING_NOTICES } from '../words/phrases.ts'
import { embedCodeIn } from './code.ts'
import { parseJson, sightingInData, sightingsInJson } from './json.ts'
import { classOf, looksLikeButton, platformNamed, platformOfAttribute } from './marks.ts'
import type { Finder, Search, Sighting } from './search.ts'

/** Elements whose attributes say where they lead or what they load, never that a post stands in their place. */
const NO_HOLDER = new Set(
  'a button img input meta link body html head form svg path source picture track option select label style nav header footer main article time td tr table ul ol li area base'.split(
    ' ',
  ),
)
const PLAIN_ATTRIBUTES = new Set([
  'class',
  'style',
  'id',
  'title',
  'alt',
  'lang',
  'dir',
  'role',
  'width',
  'height',
])
const GENERIC_ID = /^(?:data-)?(?:[\w-]*-)?(?:id|videoid|shortcode|code|src|key|tweetid|uri)$/
const ADDRESS = /^(?:https?:)?\/\/|^at:\/\//i
const SHARE_ATTRIBUTE =
  /share|track|analytics|gtm|login|author|profile|follow|next|prev|canonical|page-?url|article-?url/

/** A holder shows nothing, or a notice that something will be loaded. More words than this are a story. */
const MAX_WORDS = 700
const MAX_BARE_WORDS = 160
const MAX_NODES = 300

/** Whether more than `MAX_NODES` nodes stand inside, counted no further than that. */
function isCrowded(element: Element): boolean {
  let node = element.firstChild as Node | null
  for (let count = 0; node; count++) {
    if (count > MAX_NODES) return true
    node = node.firstChild ?? nodeAfter(node, element)
  }
  return false
}

function isHolder(element: Element): boolean {
  if (isCrowded(element)) return false
  const text = textOf(element, { maxLength: MAX_WORDS + 1 })
  if (text.length > MAX_WORDS) return false
  return text.length <= MAX_BARE_WORDS || LOADING_NOTICES.some(notice => notice.test(text))
}

function lazily(element: Element, found: Pick<Sighting, 'address'>, pageUrl: string): Sighting {
  const words = textOf(element, { maxLength: MAX_WORDS })
  const notice = LOADING_NOTICES.some(pattern => pattern.test(words))
  const said = notice ? NOTHING_SAID : readQuote(element, found.address, pageUrl)
  return { address: found.address, form: tagOf(element) === 'script' ? 'script' : 'lazy', said }
}

function fromSubstack(element: Element, search: Search): readonly Sighting[] | null {
  const data = element.getAttribute('data-attrs')
  if (data === null) return null
  const found = sightingInData(parseJson(data), platformOfSubstack(element), search)
  return found && platformOfSubstack(element, found.address.platform) === found.address.platform
    ? [{ ...found, form: 'substack' }]
    : null
}

/** Substack's classes: `tweet`, `youtube-wrap`, `spotify-wrap`. Its other `data-attrs` (images, buttons) carry links too. */
function platformOfSubstack(
  element: Element,
  found?: Sighting['address']['platform'],
): ReturnType<typeof platformNamed> {
  const named = platformNamed(element)
  if (named !== null || found !== 'other') return named
  return /(?:soundcloud|spotify|apple|dailymotion|pinterest|comment)/.test(classOf(element)) ? 'other' : null
}

function fromAttribute(
  element: Element,
  name: string,
  value: string,
  search: Search,
): readonly Sighting[] | null {
  const { pageUrl } = search
  if (ADDRESS.test(value)) {
    const address = SHARE_ATTRIBUTE.test(name) ? null : addressOf(value, { use: 'frame', base: pageUrl })
    return address && [lazily(element, { address }, pageUrl)]
  }
  const code = embedCodeIn(value)
  if (code !== null) return search.inside(code).map(found => ({ ...found, form: 'lazy' as const }))
  const named = platformOfAttribute(name) ?? (GENERIC_ID.test(name) ? platformNamed(element) : null)
  const address = named && addressOfId(named, value)
  if (address) return [lazily(element, { address }, pageUrl)]
  const json = parseJson(value)
  if (json === null) return null
  const found = sightingsInJson(json, platformNamed(element), search)
  // Data about several posts describes a page or a player's list, not what stands in this place.
  return new Set(found.map(each => each.address.postId ?? each.address.url)).size === 1
    ? found.slice(0, 1)
    : null
}

function mayTell({ name, value }: Attr, tag: string): boolean {
  if (PLAIN_ATTRIBUTES.has(name) || name.startsWith('on') || name === 'data-attrs') return false
  return value.trim().length >= 3 && (name !== 'src' || tag.includes('-'))
}

/**
 * Placeholders: an element that holds a post's address, id, embed code or data in an attribute until a script or
 * a consent turns it into the post.
 */
export const attributeFinder: Finder = (element, search) => {
  const tag = tagOf(element)
  if (NO_HOLDER.has(tag) || element.attributes.length === 0 || looksLikeButton(element)) return null
  const substack = fromSubstack(element, search)
  if (substack) return substack
  const told = [...element.attributes].filter(attribute => mayTell(attribute, tag))
  if (told.length === 0 || !isHolder(element)) return null
  for (const { name, value } of told) {
    const found = fromAttribute(element, name, value.trim(), search)
    if (found && found.length > 0) return found
  }
  return null
}
