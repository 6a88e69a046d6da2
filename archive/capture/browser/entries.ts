import { X509Certificate } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { TlsFacts } from '../../model/snapshot.ts'
import type { FetchResponse, FetchTimings } from '../../ports/fetcher.ts'
import type { HarEntry } from '../har-types.ts'
import { harEntry } from '../har.ts'
import { headerOf, type HeaderLines } from '../headers.ts'
import type { ResourceKind } from '../request-headers.ts'
import { errorText } from '../visit.ts'
import type { CdpResponse, ResourceTiming, SecurityDetails } from './protocol.ts'
import type { Hop } from './recording.ts'
import type { Destination, Tunnel } from './tunnel.ts'

/** What the tunnel and the certificates know that the browser does not say with its answers. */
export interface WireFacts {
  readonly tunnel: Pick<Tunnel, 'destination' | 'failure'>
  /** SHA-256 of the certificate by origin. */
  readonly fingerprints: ReadonlyMap<string, string>
}

const KINDS: Readonly<Record<string, ResourceKind>> = {
  Stylesheet: 'style',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  Script: 'script',
}

/** What a request was for, in the http engine's words. */
function kindOf(hop: Hop, mainFrameId: string | null): ResourceKind {
  if (hop.kind === 'Document') return hop.frameId === mainFrameId ? 'document' : 'frame'
  return KINDS[hop.kind] ?? 'other'
}

export function hostPortOf(url: string): string {
  const { hostname, port, protocol } = new URL(url)
  return `${hostname}:${port || (/^(?:https|wss):$/.test(protocol) ? '443' : '80')}`
}

/** Header values of several lines come joined by line feeds; HTTP/2's own fields begin with a colon. */
function lines(headers: Readonly<Record<string, string>>): HeaderLines {
  return Object.entries(headers).flatMap(([name, value]) =>
    value.split('\n').map(line => [name, line] as const),
  )
}

function duration(start: number, end: number): number {
  return start >= 0 && end >= start ? end - start : -1
}

/** HAR 1.2: `ssl` is counted in `connect` too. */
function timingsOf(timing: ResourceTiming | undefined, finishedAt: number | null): FetchTimings {
  if (!timing) return { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 }
  const starts = [timing.dnsStart, timing.connectStart, timing.sendStart].filter(at => at >= 0)
  const receivedAt = timing.requestTime * 1000 + timing.receiveHeadersEnd
  return {
    blocked: starts.length > 0 ? Math.min(...starts) : -1,
    dns: duration(timing.dnsStart, timing.dnsEnd),
    connect: duration(timing.connectStart, timing.connectEnd),
    ssl: duration(timing.sslStart, timing.sslEnd),
    send: Math.max(0, duration(timing.sendStart, timing.sendEnd)),
    wait: Math.max(0, duration(timing.sendEnd, timing.receiveHeadersEnd)),
    receive: finishedAt === null ? 0 : Math.max(0, finishedAt * 1000 - receivedAt),
  }
}

const VERSIONS: Readonly<Record<string, string>> = {
  'http/0.9': 'HTTP/0.9',
  'http/1.0': 'HTTP/1.0',
  'http/1.1': 'HTTP/1.1',
  h2: 'HTTP/2',
  h3: 'HTTP/3',
}

function isoSeconds(seconds: number): string | null {
  return seconds > 0 ? new Date(seconds * 1000).toISOString() : null
}

function tlsOf(details: SecurityDetails | undefined, fingerprint: string | null): TlsFacts | null {
  if (!details) return null
  return {
    protocol: details.protocol.replace(/^TLS (?=\d)/, 'TLSv') || null,
    cipher: details.cipher || null,
    subject: details.subjectName ? `CN=${details.subjectName}` : null,
    issuer: details.issuer ? `CN=${details.issuer}` : null,
    validFrom: isoSeconds(details.validFrom),
    validTo: isoSeconds(details.validTo),
    fingerprint256: fingerprint,
  }
}

/** SHA-256 of a certificate in DER, 64 hex digits. */
export function fingerprintOf(base64: string): string | null {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64')).fingerprint256.replaceAll(':', '').toLowerCase()
  } catch {
    return null
  }
}

function wireBytesOf(hop: Hop, headers: HeaderLines, size: number): number {
  const declared = Number(headerOf(headers, 'content-length') ?? Number.NaN)
  if (!Number.isNaN(declared)) return declared
  // Of an answer in pieces the browser counts all bytes, those of the headers among them.
  return Math.min(size, hop.wireBytes && hop.wireBytes > 0 ? hop.wireBytes : size)
}

/** The answer of a hop in the shape in which the http engine hands its answers over. The body is not in it. */
export function answerOf(hop: Hop, facts: WireFacts, size: number): FetchResponse | null {
  const { response, taken } = hop
  // An answer that the browser keeps from the page (an error page where a picture should be) is not announced.
  const status = response?.status ?? hop.receivedStatus
  if (status === null) return null
  const headers = taken?.headers ?? lines(hop.receivedHeaders ?? response?.headers ?? {})
  const destination: Destination | null = facts.tunnel.destination(hostPortOf(hop.url))
  const kept = headers.filter(([name]) => !name.startsWith(':'))
  return {
    url: hop.url,
    status,
    statusText: response?.statusText ?? STATUS_CODES[status] ?? '',
    httpVersion: VERSIONS[response?.protocol?.toLowerCase() ?? ''] ?? 'HTTP/1.1',
    headers: kept,
    requestHeaders: lines(hop.sentHeaders ?? hop.plainHeaders),
    body: new Uint8Array(0),
    wireBytes: wireBytesOf(hop, kept, size),
    cut: taken?.body.skipped ? 'too-large' : (taken?.body.cut ?? null),
    remoteAddress: destination?.address ?? null,
    remotePort: destination?.port ?? null,
    tls: tlsOf(response?.securityDetails, facts.fingerprints.get(new URL(hop.url).origin) ?? null),
    timings: timingsOf(response?.timing, hop.finishedAt),
  }
}

/** Why a hop has no usable answer: `<code>: <words>`; null where it has one. */
function failureOf(hop: Hop, response: CdpResponse | null, facts: WireFacts): string | null {
  const inTunnel = response === null ? facts.tunnel.failure(hostPortOf(hop.url)) : null
  if (inTunnel) return errorText(inTunnel)
  if (hop.error !== null && !(hop.taken?.body.ref || hop.taken?.body.skipped)) {
    return hop.error.startsWith('blocked') ? hop.error : `refused: ${hop.error}`
  }
  if (response === null) return 'timeout: no answer had come when the capture ended.'
  return null
}

/** The HAR entry of one hop. `body` is where the page's own bytes lie, which no sink took. */
export function entryOf(
  hop: Hop,
  facts: WireFacts,
  mainFrameId: string | null,
  page: { readonly path: string; readonly sha256: string; readonly bytes: number } | null,
): HarEntry {
  const body = page ?? hop.taken?.body.ref ?? null
  const size = body?.bytes ?? 0
  const response = answerOf(hop, facts, size)
  return harEntry({
    url: hop.url.split('#', 1)[0]!,
    method: hop.method,
    startedAt: hop.startedAt,
    kind: kindOf(hop, mainFrameId),
    initiator: hop.initiator,
    requestHeaders: lines(hop.sentHeaders ?? hop.plainHeaders),
    postData: hop.postData,
    response,
    error: failureOf(hop, hop.response, facts),
    body,
    bodyBytes: size,
  })
}
