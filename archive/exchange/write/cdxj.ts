import { type IndexedRequest, queriedUri } from './request-query.ts'

/** What the index of a WACZ says of one record. */
export interface CdxjEntry {
  readonly uri: string
  /** WARC-Date. */
  readonly date: string
  readonly mime: string
  readonly status: number | null
  readonly digest: string
  /** Where it was asked for otherwise than by GET. */
  readonly request: IndexedRequest | null
  readonly offset: number
  readonly length: number
  readonly filename: string
}

/**
 * The sort-friendly form of an address: the host turned round, no scheme, no `www.`, lower case, parameters in order
 * and otherwise as they were written. What is no web address stays as it is.
 */
export function surt(uri: string): string {
  const url = /^https?:/i.test(uri)
    ? URL.parse(uri.toLowerCase().replace(/^(https?:\/\/)www\d*\./, '$1'))
    : null
  if (!url) return uri
  const host = url.hostname.split('.').toReversed().join(',')
  const query = url.search === '' ? '' : `?${url.search.slice(1).split('&').toSorted().join('&')}`
  return `${host}${url.port ? `:${url.port}` : ''})${url.pathname}${query}`
}

/** One line of a CDXJ index: key, 14 digits of time, JSON. Source: WACZ 1.1.1, section 5.2; the CDXJ of pywb. */
export function cdxjLine(entry: CdxjEntry): string {
  const { uri, date, mime, status, digest, request, offset, length, filename } = entry
  const timestamp = date.replaceAll(/\D/g, '').slice(0, 14).padEnd(14, '0')
  const facts = {
    url: uri,
    digest,
    mime,
    offset: String(offset),
    length: String(length),
    ...(status === null ? {} : { status: String(status) }),
    filename,
    ...(request ? { method: request.method } : {}),
    ...(request?.query ? { requestBody: request.query } : {}),
  }
  return `${surt(request ? queriedUri(uri, request) : uri).replaceAll(' ', '%20')} ${timestamp} ${JSON.stringify(facts)}`
}
