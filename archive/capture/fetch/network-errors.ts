import { networkInterfaces } from 'node:os'
import { StetError } from '../../errors.ts'

export type NetworkReason = 'dns' | 'tls' | 'refused' | 'offline' | 'timeout'

const REASON_BY_CODE: Readonly<Record<string, NetworkReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_NONAME: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  ECONNABORTED: 'refused',
  EPIPE: 'refused',
  EACCES: 'refused',
  EPERM: 'refused',
  EADDRNOTAVAIL: 'refused',
  UND_ERR_SOCKET: 'refused',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EHOSTUNREACH: 'offline',
  EHOSTDOWN: 'offline',
  ENONET: 'offline',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  EPROTO: 'tls',
}

const TLS_CODE =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CRL_|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL)/

const IN_WORDS: Readonly<Record<NetworkReason, string>> = {
  dns: 'no address was found for this host. Check the spelling of the address',
  tls: 'no secure connection could be made; the certificate or the protocol was not acceptable',
  refused: 'the server refused or broke the connection',
  offline: 'the network cannot be reached. Check the connection and try again',
  timeout: 'the server did not answer in time. Try again later, or allow more time',
}

/** Whether this machine has any network but its own loopback. */
function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some(list => list?.some(address => !address.internal))
}

function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const inner = Array.isArray(errors) ? errors.flatMap(e => codesOf(e, depth + 1)) : []
  return [...(typeof code === 'string' ? [code] : []), ...codesOf(cause, depth + 1), ...inner]
}

function reasonOf(codes: readonly string[]): NetworkReason {
  for (const code of codes) {
    const reason = TLS_CODE.test(code) ? 'tls' : REASON_BY_CODE[code]
    if (reason === 'dns' && !hasNetwork()) return 'offline'
    if (reason) return reason
  }
  return 'refused'
}

/** A `network` error with its reason code in `data.reason`. */
export function networkError(reason: NetworkReason, url: string, detail: string, cause?: unknown): StetError {
  return new StetError('network', `${url}: ${detail}.`, { reason, url }, cause)
}

/**
 * What a failed exchange becomes: `StetError` of code `network` with `data.reason`, or the error itself where
 * it is one already. A failure of an unknown kind counts as `refused`, and its own words are kept.
 */
export function toNetworkError(error: unknown, url: string): StetError {
  if (error instanceof StetError) return error
  const codes = codesOf(error)
  const reason = reasonOf(codes)
  const said = error instanceof Error && error.message ? error.message : String(error)
  return networkError(reason, url, `${IN_WORDS[reason]} (${codes[0] ?? 'unknown'}: ${said})`, error)
}
