import type { HeaderLines } from './headers.ts'
import type { CaptureOptions } from './options.ts'

/** What a request is for. It decides the Accept header and what is looked for in the answer. */
export type ResourceKind = 'document' | 'style' | 'image' | 'font' | 'frame' | 'media' | 'script' | 'other'

export type ReferrerPolicy =
  'no-referrer' | 'same-origin' | 'origin' | 'unsafe-url' | 'strict-origin-when-cross-origin'

const ACCEPT_DOCUMENT =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

/** As browsers send it, since servers choose picture formats by it. */
const ACCEPT: Readonly<Record<ResourceKind, string>> = {
  document: ACCEPT_DOCUMENT,
  frame: ACCEPT_DOCUMENT,
  style: 'text/css,*/*;q=0.1',
  image: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  font: '*/*',
  media: '*/*',
  script: '*/*',
  other: '*/*',
}

/** A policy by its name, as a header or a `meta` says it; null for names that ask for nothing special. */
export function referrerPolicyOf(text: string): ReferrerPolicy | null {
  // A list is tried from its end, where authors put what newer browsers know.
  for (const name of text
    .toLowerCase()
    .split(',')
    .map(part => part.trim())
    .toReversed()) {
    if (name === 'no-referrer' || name === 'never') return 'no-referrer'
    if (name === 'same-origin' || name === 'unsafe-url') return name
    if (name === 'always') return 'unsafe-url'
    if (name === 'origin' || name === 'strict-origin') return 'origin'
    if (name === 'strict-origin-when-cross-origin' || name === 'default')
      return 'strict-origin-when-cross-origin'
  }
  return null
}

/** The Referer that a browser would send, or null. Source: W3C Referrer Policy. */
export function refererFor(from: string, to: string, policy: ReferrerPolicy): string | null {
  const source = new URL(from)
  const target = new URL(to)
  if (policy === 'no-referrer' || (source.protocol === 'https:' && target.protocol === 'http:')) return null
  source.hash = ''
  source.username = ''
  source.password = ''
  const same = source.origin === target.origin
  if (policy === 'unsafe-url') return source.href
  if (policy === 'origin') return source.origin + '/'
  if (same) return source.href
  return policy === 'same-origin' ? null : source.origin + '/'
}

export interface RequestFacts {
  readonly kind: ResourceKind
  readonly referer: string | null
  readonly cookie: string | null
}

/** The lines of one request, in the order browsers write them. */
export function requestHeaders(options: CaptureOptions, facts: RequestFacts): HeaderLines {
  const document = facts.kind === 'document' || facts.kind === 'frame'
  return [
    ...(document ? [['upgrade-insecure-requests', '1'] as const] : []),
    ['user-agent', options.userAgent],
    ['accept', ACCEPT[facts.kind]],
    ...(facts.referer ? [['referer', facts.referer] as const] : []),
    ['accept-encoding', 'gzip, deflate, br, zstd'],
    ['accept-language', options.acceptLanguage],
    ...(facts.cookie ? [['cookie', facts.cookie] as const] : []),
  ]
}
