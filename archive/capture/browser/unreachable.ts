import { StetError } from '../../errors.ts'
import { networkError, type NetworkReason } from '../fetch/network-errors.ts'
import type { StreamedBody } from './body-stream.ts'
import { hostPortOf } from './entries.ts'
import type { Tunnel } from './tunnel.ts'

/** The browser's words for a failure, which kind of failure they mean, and what a person is told. */
const REASONS: readonly (readonly [RegExp, NetworkReason, string])[] = [
  [/NAME_NOT_RESOLVED|DNS/, 'dns', 'no address was found for this host. Check the spelling of the address'],
  [
    /CERT|SSL/,
    'tls',
    'no secure connection could be made; the certificate or the protocol was not acceptable',
  ],
  [/TIMED_OUT/, 'timeout', 'the server did not answer in time. Try again later, or allow more time'],
  [
    /INTERNET_DISCONNECTED|NETWORK/,
    'offline',
    'the network cannot be reached. Check the connection and try again',
  ],
  [/TOO_MANY_REDIRECTS/, 'refused', 'the redirects go in a circle'],
  [/ended its tab/, 'refused', 'the browser could not hold the page'],
]

/** Why a page gave no answer: the way out knows it best, else the browser's own words are told. */
export function unreachable(url: string, words: string, tunnel: Tunnel): StetError {
  const known = tunnel.failure(hostPortOf(url))
  if (known) {
    const message = known.message.replace(`${hostPortOf(url)}:`, `${url}:`)
    return new StetError(known.code, message, { ...known.data, url }, known)
  }
  const [, reason, told] = REASONS.find(([pattern]) => pattern.test(words)) ?? [
    null,
    'refused' as const,
    'the server refused or broke the connection',
  ]
  return networkError(reason, url, `${told} (${words})`)
}

/** A page that broke off before its end is no page; as the http engine has it. */
export function brokeOff(url: string, cut: StreamedBody['cut']): StetError {
  const reason = cut === 'timeout' ? 'timeout' : 'refused'
  return networkError(reason, url, 'the page broke off before its end. Nothing was kept; try again')
}
