import type { Platform } from '../../model/post.ts'
import { PLATFORM_RULES } from '../platforms/registry.ts'

/** Attributes in which publishers write what kind of embed an element is. */
const KIND_ATTRIBUTES = [
  'data-provider',
  'data-provider-name',
  'data-type',
  'data-embed-type',
  'data-embed',
  'data-service',
  'data-platform',
  'data-network',
  'data-media-type',
  'data-oembed-provider',
  'data-vendor',
  'data-source',
  'data-content-type',
  'data-handler',
  'data-video-type',
  'data-name',
  'provider',
  'type',
] as const

const NO_POST =
  /(?:^|[-_ ])(?:shares?|sharing|follow\w*|buttons?|btn|icons?|profile|timeline|feed|likes?|login|counts?|intent|subscribe)(?:$|[-_ ])/

/** Words of a name: `mntl-block--youtube`, `TwitterEmbed` → `mntl block youtube`, `twitter embed`. */
function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, 500)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}

export function classOf(element: Element): string {
  return element.getAttribute('class') ?? ''
}

/** How markup calls an element: tag, classes, id and the attributes that name a kind. */
function labelOf(element: Element): string {
  const kinds = KIND_ATTRIBUTES.map(name => element.getAttribute(name) ?? '').filter(
    value => value.length < 60,
  )
  return [element.tagName, classOf(element), element.id, ...kinds].join(' ')
}

/** The platform whose name the element's tag, classes or kind attributes bear; null where none or a share button. */
export function platformNamed(element: Element): Platform | null {
  const label = labelOf(element)
  if (NO_POST.test(label.toLowerCase())) return null
  const words = new Set(wordsOf(label))
  return PLATFORM_RULES.find(rule => rule.names.some(name => words.has(name)))?.platform ?? null
}

/** The platform that an attribute's own name bears: `data-tweet-id`, `data-youtube-id`, `data-telegram-post`. */
export function platformOfAttribute(name: string): Platform | null {
  const words = wordsOf(name)
  const joined = words.join('')
  return (
    PLATFORM_RULES.find(rule =>
      rule.names.some(n => words.includes(n) || (n.length > 3 && joined.includes(`${n}id`))),
    )?.platform ?? null
  )
}

export function looksLikeButton(element: Element): boolean {
  return NO_POST.test(classOf(element).toLowerCase())
}
