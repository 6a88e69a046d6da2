import type { Platform } from '../model/post.ts'
import { parseUrl } from '../model/url.ts'
import type { AddressRule, PlatformRule } from './platform-rule.ts'
import { PLATFORM_RULES, ruleOf } from './platforms/registry.ts'
import { NOT_POSTS } from './words/not-posts.ts'

/** Where a post lives. */
export interface Address {
  readonly platform: Platform
  readonly postId: string | null
  /** Permalink, absolute, without tracking parameters. */
  readonly url: string | null
  readonly handle: string | null
  /** The address or id as it was written, before it was made a permalink. */
  readonly written?: string
}

/** `link`: something people click on. `frame`: something a page loads in place, where players count too. */
export type AddressUse = 'link' | 'frame'

const MAX_LENGTH = 4096
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(?=https?:)/i
const AT_URI = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)$/
/** Parameters in which proxies and plug-ins carry the address of what they show. */
const CARRIERS = ['href', 'url', 'src', 'u', 'uri', 'link', 'embed', 'post', 'permalink', 'show'] as const

function hostMatches(hostname: string, hosts: readonly string[]): boolean {
  return hosts.some(host => host === '*' || hostname === host || hostname.endsWith(`.${host}`))
}

/** The absolute address `text` stands for: archive prefixes undone, `//host` and relative forms resolved. */
function parseAddress(text: string, base?: string): URL | null {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > MAX_LENGTH) return null
  const at = AT_URI.exec(trimmed)
  if (at) return parseUrl(`https://bsky.app/profile/${at[1]}/post/${at[2]}`)
  const bare = trimmed.replace(ARCHIVED, '')
  const url = bare.startsWith('//') ? parseUrl(`https:${bare}`) : parseUrl(bare, base)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null
}

function plain(url: URL): string {
  return url.origin + url.pathname
}

function matchRule(rule: AddressRule, url: URL): { id: string | null; handle: string | null } | null {
  const path = rule.path.exec(url.pathname)
  if (!path) return null
  if (!rule.query) return { id: path.groups?.['id'] ?? null, handle: path.groups?.['handle'] ?? null }
  const value = url.searchParams.get(rule.query.name)
  return value !== null && rule.query.value.test(value)
    ? { id: value, handle: path.groups?.['handle'] ?? null }
    : null
}

function onPlatform(platform: PlatformRule, url: URL, use: AddressUse, anyHost: boolean): Address | null {
  if (!anyHost && !hostMatches(url.hostname, platform.hosts)) return null
  for (const rule of platform.addresses) {
    if (rule.use === 'player' && use === 'link') continue
    if (rule.hosts && !hostMatches(url.hostname, rule.hosts)) continue
    const found = matchRule(rule, url)
    if (!found) continue
    const known = hostMatches(url.hostname, platform.hosts)
    const permalink =
      known && rule.permalink ? rule.permalink({ url, id: found.id ?? '', handle: found.handle }) : plain(url)
    return {
      platform: platform.platform,
      postId: found.id,
      url: permalink,
      handle: found.handle?.replace(/^@/, '') || null,
    }
  }
  return null
}

function isRefused(url: URL): boolean {
  return NOT_POSTS.some(rule => hostMatches(url.hostname, rule.hosts) && rule.path.test(url.pathname))
}

/** Whether an address is a platform's own button, page box or helper frame, whatever address it carries along. */
export function isNoPost(text: string, base?: string): boolean {
  const url = parseAddress(text, base)
  return url !== null && isRefused(url)
}

function recognise(url: URL, use: AddressUse): Address | null {
  if (isRefused(url)) return null
  for (const platform of PLATFORM_RULES) {
    const found = onPlatform(platform, url, use, false)
    if (found) return found
  }
  if (use === 'link') return null
  for (const name of CARRIERS) {
    const carried = url.searchParams.get(name)
    if (carried === null || !/^(?:https?:)?\/\//i.test(carried.trim())) continue
    const inner = parseAddress(carried)
    const found = inner && inner.href !== url.href ? recognise(inner, 'frame') : null
    if (found) return found
  }
  return null
}

/**
 * The post that an address leads to, or null. With `use: 'frame'` players, plug-ins and embedding proxies
 * count as well (`youtube.com/embed/…`, `facebook.com/plugins/post.php?href=…`). Never throws.
 */
export function addressOf(text: string, options: { use: AddressUse; base?: string }): Address | null {
  const url = parseAddress(text, options.base)
  const found = url && recognise(url, options.use)
  return found && { ...found, written: text.trim() }
}

/**
 * As `addressOf` where the markup has already told the platform: the host may then be any, for a page may have
 * been rewritten to a mirror, a proxy or a test server.
 */
export function addressOn(platform: Platform, text: string, base?: string): Address | null {
  const url = parseAddress(text, base)
  if (!url) return null
  const known = recognise(url, 'frame')
  if (known && known.platform !== platform && known.platform !== 'mastodon') return null
  const found = known?.platform === platform ? known : onPlatform(ruleOf(platform), url, 'frame', true)
  return found && { ...found, written: text.trim() }
}

/** The address of a bare id of that platform, or null where the value has not the shape of one. */
export function addressOfId(platform: Platform, id: string): Address | null {
  const rule = ruleOf(platform)
  const value = id.trim()
  if (!rule.id.test(value)) return null
  const url = rule.permalinkOfId(value)
  const known = url === null ? null : addressOf(url, { use: 'link' })
  return { platform, postId: known?.postId ?? value, url, handle: known?.handle ?? null, written: value }
}

/** Recognises a post's own URL. Profiles, channels, share buttons and players are none: null. */
export function permalinkOf(url: string): Address | null {
  return addressOf(url, { use: 'link' })
}
