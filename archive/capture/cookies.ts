interface Cookie {
  readonly name: string
  readonly value: string
  readonly host: string
  /** Without `Domain` a cookie goes back to its own host only. */
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
}

/** Most cookies one capture keeps; more than a page of good will sets. */
const MAX_COOKIES = 500

function defaultPath(url: URL): string {
  const end = url.pathname.lastIndexOf('/')
  return end <= 0 ? '/' : url.pathname.slice(0, end)
}

function pathMatches(path: string, cookiePath: string): boolean {
  if (path === cookiePath) return true
  return path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/')
}

function domainMatches(host: string, domain: string): boolean {
  return host === domain || host.endsWith('.' + domain)
}

/**
 * Cookies of one capture, in memory: sites hand them out with the page and ask for them with its pictures.
 * They are thrown away with the capture, so no visit can be tied to another. Source: RFC 6265, section 5.
 */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>()

  /** Takes one `Set-Cookie` line of an answer from `url`. `now` is in milliseconds since 1970. */
  set(url: URL, line: string, now: number): void {
    const [pair = '', ...attributes] = line.split(';')
    const cut = pair.indexOf('=')
    const name = pair.slice(0, Math.max(cut, 0)).trim()
    if (name === '') return
    const read = (wanted: string): string | null => {
      const found = attributes.findLast(a => a.split('=', 1)[0]!.trim().toLowerCase() === wanted)
      return found === undefined
        ? null
        : found.slice(found.indexOf('=') < 0 ? found.length : found.indexOf('=') + 1).trim()
    }
    const domain = read('domain')?.replace(/^\./, '').toLowerCase() ?? ''
    // A cookie for a whole top level ("com") would go everywhere.
    if (
      domain !== '' &&
      (!domainMatches(url.hostname, domain) || (!domain.includes('.') && domain !== url.hostname))
    )
      return
    const path = read('path')
    const cookie: Cookie = {
      name,
      value: pair.slice(cut + 1).trim(),
      host: domain || url.hostname,
      hostOnly: domain === '',
      path: path?.startsWith('/') ? path : defaultPath(url),
      secure: read('secure') !== null,
    }
    if (cookie.secure && url.protocol !== 'https:') return
    const key = [cookie.host, cookie.path, cookie.name].join(' ')
    const maxAge = Number(read('max-age') ?? Number.NaN)
    const expires = Date.parse(read('expires') ?? '')
    if (Number.isNaN(maxAge) ? expires <= now : maxAge <= 0) this.#cookies.delete(key)
    else if (this.#cookies.size < MAX_COOKIES) this.#cookies.set(key, cookie)
  }

  /** The `Cookie` header for a request, or null where there is nothing to send. Longer paths come first. */
  headerFor(url: URL): string | null {
    const fitting = [...this.#cookies.values()]
      .filter(c => (c.hostOnly ? url.hostname === c.host : domainMatches(url.hostname, c.host)))
      .filter(c => pathMatches(url.pathname, c.path) && (!c.secure || url.protocol === 'https:'))
      .toSorted((a, b) => b.path.length - a.path.length)
    return fitting.length > 0 ? fitting.map(c => `${c.name}=${c.value}`).join('; ') : null
  }
}
