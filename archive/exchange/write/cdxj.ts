/** What the index of a WACZ says of one record. */
export interface CdxjEntry {
  readonly uri: string
  /** WARC-Date. */
  readonly date: string
  readonly mime: string
  readonly status: number | null
  readonly digest: string
  readonly offset: number
  readonly length: number
  readonly filename: string
}

/**
 * The sort-friendly form of an address: the host turned round, no scheme, no `www.`, lower case, parameters in order.
 * What is no web address stays as it is.
 */
export function surt(uri: string): string {
  const url = /^https?:/i.test(uri) ? URL.parse(uri.toLowerCase()) : null
  if (!url) return uri
  const host = url.hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .toReversed()
    .join(',')
  url.searchParams.sort()
  return `${host}${url.port ? `:${url.port}` : ''})${url.pathname}${url.search}`
}

/** One line of a CDXJ index: key, 14 digits of time, JSON. Source: WACZ 1.1.1, section 5.2; the CDXJ of pywb. */
export function cdxjLine({ uri, date, mime, status, digest, offset, length, filename }: CdxjEntry): string {
  const timestamp = date.replaceAll(/\D/g, '').slice(0, 14).padEnd(14, '0')
  const facts = {
    url: uri,
    digest,
    mime,
    offset: String(offset),
    length: String(length),
    ...(status === null ? {} : { status: String(status) }),
    filename,
  }
  return `${surt(uri).replaceAll(' ', '%20')} ${timestamp} ${JSON.stringify(facts)}`
}
