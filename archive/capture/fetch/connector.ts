import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net'
import { connect as connectTls, rootCertificates, TLSSocket } from 'node:tls'
import type { buildConnector } from 'undici'
import { StetError } from '../../errors.ts'
import type { TlsFacts } from '../../model/snapshot.ts'
import { bareHost, isPublicAddress } from './address.ts'
import { networkError } from './network-errors.ts'
import { tlsFactsOf } from './tls-facts.ts'

/** One connection as it was made. Times are `performance.now()` readings in milliseconds. */
export interface ConnectionFacts {
  readonly remoteAddress: string | null
  readonly remotePort: number | null
  readonly tls: TlsFacts | null
  readonly http2: boolean
  readonly startedAt: number
  /** Equal to `startedAt` where no name had to be looked up. */
  readonly resolvedAt: number
  readonly connectedAt: number
  /** Null on a plain connection. */
  readonly securedAt: number | null
}

export interface ConnectorOptions {
  readonly allowPrivate: boolean
  readonly connectTimeoutMs: number
  /** More roots to trust, in PEM, besides the ones Node brings. */
  readonly extraRoots: readonly string[]
  readonly lookup: LookupFunction | null
  readonly onConnected: (facts: ConnectionFacts) => void
}

/** The error of a name or address that leads inside. */
export function privateAddress(host: string, address: string): StetError {
  return new StetError(
    'private-address',
    `${host} leads to ${address}, an address inside a private network or this machine. Nothing was fetched from it; ` +
      'allow private addresses if that is what you want.',
    { host, address },
  )
}

/** A lookup that gives only addresses of the public internet, so that a socket never gets to another one. */
export function publicOnly(inner: LookupFunction, host: string): LookupFunction {
  return (hostname, options, callback) => {
    inner(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, [])
      const all: LookupAddress[] = Array.isArray(found)
        ? found
        : [{ address: found, family: family ?? isIP(found) }]
      const open = all.filter(entry => isPublicAddress(entry.address))
      const first = open[0]
      if (!first) return callback(privateAddress(host, all[0]?.address ?? 'nowhere'), [])
      if (options.all) callback(null, open)
      else callback(null, first.address, first.family)
    })
  }
}

function openSocket(target: buildConnector.Options, options: ConnectorOptions): Socket | TLSSocket {
  const host = bareHost(target.hostname)
  const inner = options.lookup ?? systemLookup
  const lookup = options.allowPrivate ? inner : publicOnly(inner, host)
  if (target.protocol !== 'https:') return connectTcp({ host, port: Number(target.port) || 80, lookup })
  return connectTls({
    host,
    port: Number(target.port) || 443,
    lookup,
    servername: isIP(host) ? '' : host,
    ALPNProtocols: ['h2', 'http/1.1'],
    ...(options.extraRoots.length > 0 ? { ca: [...rootCertificates, ...options.extraRoots] } : {}),
  })
}

/**
 * Makes the connections of one pool and reports the facts of each. The private-address rule is checked here,
 * at the last moment: literal addresses before connecting, looked-up ones as they are handed to the socket,
 * and once more on the address the socket really got to. So neither a redirect nor a name that changes its
 * address between two lookups (DNS rebinding) gets past it.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  return (target, done) => {
    const host = bareHost(target.hostname)
    if (!options.allowPrivate && isIP(host) && !isPublicAddress(host))
      return done(privateAddress(host, host), null)
    const startedAt = performance.now()
    let resolvedAt = startedAt
    let connectedAt = startedAt
    const socket = openSocket(target, options)
    socket.setNoDelay(true)
    const timer = setTimeout(() => {
      const seconds = options.connectTimeoutMs / 1000
      socket.destroy(
        networkError('timeout', host, `no connection within ${seconds} seconds. Try again later`),
      )
    }, options.connectTimeoutMs)
    const fail = (error: Error): void => {
      clearTimeout(timer)
      done(error, null)
    }
    const secure = target.protocol === 'https:'
    socket.once('lookup', () => (resolvedAt = performance.now()))
    socket.once('connect', () => (connectedAt = performance.now()))
    socket.once('error', fail)
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      socket.off('error', fail)
      const remote = socket.remoteAddress ?? null
      if (!options.allowPrivate && (remote === null || !isPublicAddress(remote))) {
        const error = privateAddress(host, remote ?? 'an unknown address')
        socket.destroy()
        return done(error, null)
      }
      options.onConnected({
        remoteAddress: remote,
        remotePort: socket.remotePort ?? null,
        tls: socket instanceof TLSSocket ? tlsFactsOf(socket) : null,
        http2: socket instanceof TLSSocket && socket.alpnProtocol === 'h2',
        startedAt,
        resolvedAt,
        connectedAt,
        securedAt: secure ? performance.now() : null,
      })
      done(null, socket)
    })
  }
}
