import ipaddr from 'ipaddr.js'

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address belongs to the public internet. Everything else is refused by default: loopback,
 * private, link-local, carrier-grade NAT, multicast, reserved, unspecified, and IPv6 forms that carry an IPv4
 * address inside (mapped, NAT64) when that inner address is not public. Tunnels (6to4, Teredo) are refused
 * whole, because where they end cannot be told. Sources: IANA special-purpose registries (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (!(parsed instanceof ipaddr.IPv6)) return range === 'unicast'
  if (range === 'ipv4Mapped') return isPublicAddress(parsed.toIPv4Address().toString())
  if (range === 'rfc6052')
    return isPublicAddress(ipaddr.fromByteArray(parsed.toByteArray().slice(-4)).toString())
  return range === 'unicast' && parsed.match(GLOBAL_UNICAST_V6)
}

/** A URL's host without the brackets of an IPv6 literal. */
export function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
}

const LOCAL_SUFFIXES = [
  '.localhost',
  '.local',
  '.internal',
  '.intranet',
  '.lan',
  '.home.arpa',
  '.corp',
  '.home',
]

/**
 * Whether a host is local by its very spelling: an IP address that is not public, a name without a dot, or a
 * name under a suffix reserved for local use (RFC 6761, 6762, 8375). A person who typed such a host meant it;
 * a public-looking name that turns out to lead inside is a trap (DNS rebinding).
 */
export function isLocalHost(hostname: string): boolean {
  const host = bareHost(hostname).toLowerCase()
  if (ipaddr.isValid(host)) return !isPublicAddress(host)
  return !host.includes('.') || LOCAL_SUFFIXES.some(suffix => host.endsWith(suffix))
}
