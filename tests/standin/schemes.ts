/**
 * Chromium knows no `app:` or `snapshot:`, so the stand-in serves them from https hosts that cannot exist
 * (RFC 2606) and intercepts. Inside main the addresses read as in Electron.
 */
const SUFFIX = '-scheme.invalid'
const schemes = new Set<string>()

export function registerScheme(scheme: string): void {
  schemes.add(scheme)
}

export function isRegistered(scheme: string): boolean {
  return schemes.has(scheme)
}

/** `app://stet/x` → `https://stet.app-scheme.invalid/x` */
export function toChromium(url: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? []
  if (!scheme || !schemes.has(scheme)) return url
  return `https://${host}.${scheme}${SUFFIX}${rest || '/'}`
}

/** The way back; other addresses stay as they are. */
export function toElectron(url: string): string {
  const [, host, scheme, rest] =
    /^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)-scheme\.invalid(.*)$/i.exec(url) ?? []
  return scheme && host !== undefined ? `${scheme}://${host}${rest}` : url
}
