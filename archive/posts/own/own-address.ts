import { parseUrl } from '../../model/url.ts'
import { addressOf, addressOn, type Address } from '../address.ts'
import { ruleOf } from '../platforms/registry.ts'

/** Sites that show posts of another one under its paths. What they show is their own account of it. */
const MIRRORS: ReadonlySet<string> = new Set([
  'vxtwitter.com',
  'fxtwitter.com',
  'fixupx.com',
  'ddinstagram.com',
])

/** Shapes of path that nothing but a post has, whatever the host. */
const SHAPES = [
  { platform: 'x', path: /^\/\w{1,50}\/status(?:es)?\/\d{15,20}(?:\/|$)/ },
  { platform: 'bluesky', path: /^\/profile\/[^/]+\/post\/[2-7a-z]{13}\/?$/ },
  { platform: 'tiktok', path: /^\/@[\w.-]+\/(?:video|photo)\/\d{15,25}\/?$/ },
  { platform: 'facebook', path: /^\/[\w.]+\/posts\/\d{15,25}\/?$/ },
  { platform: 'reddit', path: /^\/r\/\w+\/comments\/\w{5,10}(?:\/|$)/ },
] as const
/** Shapes that a story may have on a public host, and nobody but a copy of the platform on a host of one's own. */
const LOCAL_SHAPES = [
  { platform: 'bluesky', path: /^\/profile\/[^/]+\/post\/\w{10,20}\/?$/ },
  { platform: 'threads', path: /^\/@[\w.]+\/post\/[\w-]{8,30}\/?$/ },
  { platform: 'instagram', path: /^\/(?:p|reel)\/(?=[\w-]*\d)(?=[\w-]*[A-Z]|\d{15})[\w-]{9,20}\/?$/ },
] as const

/** A server of this computer or of a test: nobody gives such a host to the public. */
function isLocal({ hostname, port }: URL): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    port !== '' ||
    /^[\d.]+$|^\[/.test(hostname)
  )
}

function byShape(url: URL): Address | null {
  const local = isLocal(url)
  const shape = [...SHAPES, ...(local ? LOCAL_SHAPES : [])].find(({ path }) => path.test(url.pathname))
  const found = shape ? addressOn(shape.platform, url.href) : null
  if (!found) return null
  const address = { ...found, url: url.origin + url.pathname.replace(/\/$/, '') }
  // On a public host of its own it is not that platform, only something built like it.
  return local ? address : { ...address, platform: 'other' }
}

/**
 * The post whose own page an address is, by the address alone: on the platforms' hosts, Mastodon's shape on any,
 * and shapes that nothing but a post has. Null for everything else. `url` is the address the source is known by:
 * the same for every way in which the platform writes it.
 */
export function ownAddressOf(text: string): Address | null {
  const url = parseUrl(text)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const found = MIRRORS.has(url.hostname.replace(/^www\./, '')) ? null : addressOf(url.href, { use: 'link' })
  if (!found || found.platform === 'other') return byShape(url)
  return { platform: found.platform, postId: found.postId, handle: found.handle, url: sourceUrlOf(found) }
}

/** A permalink as the source is known by it. */
export function sourceUrlOf(address: Address): string | null {
  const url = address.url === null ? null : parseUrl(address.url)
  if (!url) return address.url
  const { sourceUrl } = ruleOf(address.platform)
  const id = address.postId ?? ''
  const known = ruleOf(address.platform).hosts.some(
    host => url.hostname === host || url.hostname.endsWith(`.${host}`),
  )
  return known && sourceUrl ? sourceUrl({ url, id, handle: address.handle }) : url.href
}
