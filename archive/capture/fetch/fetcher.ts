import type { LookupFunction } from 'node:net'
import { StetError } from '../../errors.ts'
import type { Fetcher, FetchRequest, FetchResponse, FetchTimings } from '../../ports/fetcher.ts'
import type { ConnectionFacts } from './connector.ts'
import { Connections, type Connection, type Pool } from './connections.ts'
import { decodeBody } from './decode-body.ts'
import { exchange, type HeaderLines, type WireAnswer } from './exchange.ts'
import { networkError, toNetworkError } from './network-errors.ts'

export interface FetcherOptions {
  /** Connections kept to one origin at a time (one that speaks HTTP/2 carries many exchanges). */
  readonly connectionsPerOrigin: number
  /** Ceiling for making one connection, name and TLS included, in milliseconds. */
  readonly connectTimeoutMs: number
  /** How long an idle connection stays open, in milliseconds. */
  readonly keepAliveMs: number
  /** Root certificates to trust besides Node's own, in PEM: a company's proxy, say. */
  readonly extraRoots: readonly string[]
  /** Resolves names, in the form of `dns.lookup`; null for the system's own. */
  readonly lookup: LookupFunction | null
}

export const FETCHER_DEFAULTS: FetcherOptions = Object.freeze({
  connectionsPerOrigin: 8,
  connectTimeoutMs: 10_000,
  keepAliveMs: 10_000,
  extraRoots: Object.freeze([]),
  lookup: null,
})

/** Failures of a kept-alive connection that the other side had closed meanwhile: the request was never read. */
const STALE = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

function isStale(error: unknown): boolean {
  return error instanceof Error && 'code' in error && STALE.has(String(error.code))
}

/** HAR 1.2: `ssl` is counted in `connect` too. Phases of a connection that was there already are -1. */
function timingsOf(startedAt: number, facts: ConnectionFacts | null, answer: WireAnswer): FetchTimings {
  const own = facts && facts.startedAt >= startedAt ? facts : null
  const ready = own ? (own.securedAt ?? own.connectedAt) : 0
  return {
    blocked: own ? own.startedAt - startedAt : answer.sentAt - startedAt,
    dns: own ? own.resolvedAt - own.startedAt : -1,
    connect: own ? ready - own.resolvedAt : -1,
    ssl: own?.securedAt ? own.securedAt - own.connectedAt : -1,
    send: own ? Math.max(0, answer.sentAt - ready) : 0,
    wait: answer.answeredAt - answer.sentAt,
    receive: answer.endedAt - answer.answeredAt,
  }
}

/** What undici writes itself, before the caller's own lines. */
function sentHeaders(request: FetchRequest, http2: boolean): HeaderLines {
  const { host } = new URL(request.url)
  const own: HeaderLines = http2
    ? [[':authority', host]]
    : [
        ['host', host],
        ['connection', 'keep-alive'],
      ]
  return [...own, ...request.headers]
}

function headerValue(headers: HeaderLines, name: string): string {
  return headers
    .filter(([key]) => key.toLowerCase() === name)
    .map(([, value]) => value)
    .join(', ')
}

/** One signal for the caller's wish to stop and for the time limit, with a reason that tells them apart. */
function stopSignal(request: FetchRequest, signal: AbortSignal): { stop: AbortSignal; clear: () => void } {
  const controller = new AbortController()
  const cancel = (): void =>
    controller.abort(StetError.from(signal.reason, 'cancelled', `${request.url}: stopped.`))
  const timer = setTimeout(() => {
    const detail = `no whole answer within ${request.timeoutMs / 1000} seconds. Try again later, or allow more time`
    controller.abort(networkError('timeout', request.url, detail))
  }, request.timeoutMs)
  if (signal.aborted) cancel()
  else signal.addEventListener('abort', cancel, { once: true })
  const clear = (): void => {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
  }
  return { stop: controller.signal, clear }
}

async function send(pool: Pool, request: FetchRequest, stop: AbortSignal): Promise<[Connection, WireAnswer]> {
  const connection = await pool.acquire(stop)
  const reused = connection.facts !== null
  try {
    const answer = await exchange(connection, request, stop)
    pool.release(connection, answer.cut !== null && !connection.facts?.http2)
    return [connection, answer]
  } catch (error) {
    pool.release(connection, !(stop.aborted && connection.facts?.http2))
    // An old connection may have been closed by the other side before the request was read: ask once more.
    if (reused && isStale(error) && !stop.aborted) return send(pool, request, stop)
    throw error
  }
}

/**
 * A `Fetcher` over undici: HTTP/1.1, and HTTP/2 where the server offers it; keep-alive; gzip, deflate, brotli
 * and zstd undone within `maxBytes`. Addresses outside the public internet are refused at the moment of
 * connecting unless the request allows them. Close it to let the process end at once.
 */
export function createFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const connections = new Connections({ ...FETCHER_DEFAULTS, ...options })
  return {
    async fetch(request: FetchRequest, signal: AbortSignal): Promise<FetchResponse> {
      const startedAt = performance.now()
      const { stop, clear } = stopSignal(request, signal)
      try {
        stop.throwIfAborted()
        const pool = connections.pool(new URL(request.url).origin, request.allowPrivate)
        const [{ facts }, answer] = await send(pool, request, stop)
        const decoded = await decodeBody(
          answer.wire,
          headerValue(answer.headers, 'content-encoding'),
          request.maxBytes,
        )
        return {
          url: request.url,
          status: answer.status,
          statusText: answer.statusText,
          httpVersion: facts?.http2 ? 'HTTP/2' : 'HTTP/1.1',
          headers: answer.headers,
          requestHeaders: sentHeaders(request, facts?.http2 ?? false),
          body: decoded.body,
          wireBytes: answer.wire.byteLength,
          cut: answer.cut ?? decoded.cut,
          remoteAddress: facts?.remoteAddress ?? null,
          remotePort: facts?.remotePort ?? null,
          tls: facts?.tls ?? null,
          timings: timingsOf(startedAt, facts, answer),
        }
      } catch (error) {
        throw toNetworkError(error, request.url)
      } finally {
        clear()
      }
    },
    close: () => connections.close(),
  }
}
