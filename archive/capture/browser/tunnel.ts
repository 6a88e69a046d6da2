import { lookup as systemLookup } from 'node:dns'
import { connect, createServer, isIP, type AddressInfo, type LookupFunction, type Socket } from 'node:net'
import type { StetError } from '../../errors.ts'
import { isPublicAddress } from '../fetch/address.ts'
import { privateAddress, publicOnly } from '../fetch/connector.ts'
import { networkError, toNetworkError } from '../fetch/network-errors.ts'

export interface TunnelOptions {
  /** Whether a host and port, as in `example.org:443`, may be a private address. */
  readonly mayBePrivate: (host: string, port: number) => boolean
  readonly connectTimeoutMs: number
  /** Resolves names, in the form of `dns.lookup`; null for the system's own. */
  readonly lookup: LookupFunction | null
  /** Told of every piece that comes from outside, in bytes. */
  readonly onBytes: (bytes: number) => void
}

/** Where the connections to one host and port led. */
export interface Destination {
  readonly address: string
  readonly port: number
}

/** The only way out for one captured page: a SOCKS5 server on loopback. */
export interface Tunnel {
  /** For the browser: `socks5://127.0.0.1:<port>`. */
  readonly url: string
  /** By host and port as in a URL (`example.org:443`); null where no connection was made. */
  destination(hostPort: string): Destination | null
  /** Why the last connection to a host and port failed; null where it did not. */
  failure(hostPort: string): StetError | null
  /** How long nothing has come from outside, in milliseconds. */
  idleMs(): number
  /** Breaks off the connections there are; others may be made. */
  hangUp(): void
  /** Breaks off the connections there are, and makes no more. */
  shut(): void
  /** Ends all connections. */
  close(): Promise<void>
}

const VERSION = 5
const CONNECT = 1
const SUCCEEDED = 0
const NOT_ALLOWED = 2
const HOST_UNREACHABLE = 4

interface Target {
  readonly host: string
  readonly port: number
}

/** The target of a SOCKS5 request (RFC 1928, section 4), or null where more bytes are needed; throws where it is none. */
function readRequest(bytes: Buffer): { target: Target; length: number } | null {
  if (bytes.length < 5) return null
  const [version, command, , type, first = 0] = bytes
  if (version !== VERSION || command !== CONNECT) throw new Error('not a CONNECT request')
  const size = type === 1 ? 4 : type === 4 ? 16 : type === 3 ? first + 1 : Number.NaN
  if (Number.isNaN(size)) throw new Error('an unknown kind of address')
  const length = 4 + size + 2
  if (bytes.length < length) return null
  const raw = bytes.subarray(4, 4 + size)
  const host =
    type === 3
      ? raw.subarray(1).toString('latin1')
      : type === 1
        ? raw.join('.')
        : Array.from({ length: 8 }, (_, i) => raw.readUInt16BE(2 * i).toString(16)).join(':')
  return { target: { host, port: bytes.readUInt16BE(length - 2) }, length }
}

function reply(code: number): Buffer {
  return Buffer.from([VERSION, code, 0, 1, 0, 0, 0, 0, 0, 0])
}

function hostPortOf({ host, port }: Target): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/**
 * Opens the way out for one page. Every connection the page makes, of whatever kind (requests, WebSockets,
 * preconnects), comes through here, names are looked up here, and private addresses are refused here, at the moment
 * of connecting, as the http engine refuses them: a check before the request could be fooled by a name that
 * changes its address in between.
 */
export async function openTunnel(options: TunnelOptions): Promise<Tunnel> {
  const destinations = new Map<string, Destination>()
  const failures = new Map<string, StetError>()
  const sockets = new Set<Socket>()
  let lastBytesAt = performance.now()
  let isShut = false

  function hangUp(): void {
    for (const socket of sockets) socket.destroy()
  }

  function track(socket: Socket): void {
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }

  function connectTo(target: Target, client: Socket): void {
    const { host, port } = target
    const key = hostPortOf(target)
    const open = options.mayBePrivate(host, port)
    const refuse = (code: number, error: StetError): void => {
      failures.set(key, error)
      client.end(reply(code))
    }
    if (!open && isIP(host) && !isPublicAddress(host)) return refuse(NOT_ALLOWED, privateAddress(host, host))
    const inner = options.lookup ?? systemLookup
    const server = connect({ host, port, lookup: open ? inner : publicOnly(inner, host) })
    track(server)
    const seconds = options.connectTimeoutMs / 1000
    const timer = setTimeout(
      () =>
        server.destroy(
          networkError('timeout', key, `no connection within ${seconds} seconds. Try again later`),
        ),
      options.connectTimeoutMs,
    )
    const fail = (error: Error): void => {
      clearTimeout(timer)
      refuse(HOST_UNREACHABLE, toNetworkError(error, key))
    }
    server.once('error', fail)
    client.once('close', () => {
      clearTimeout(timer)
      server.destroy()
    })
    server.once('connect', () => {
      clearTimeout(timer)
      server.off('error', fail)
      const address = server.remoteAddress ?? null
      if (address === null || (!open && !isPublicAddress(address))) {
        server.destroy()
        return refuse(NOT_ALLOWED, privateAddress(host, address ?? 'an unknown address'))
      }
      failures.delete(key)
      destinations.set(key, { address, port: server.remotePort ?? port })
      server.on('data', (piece: Buffer) => {
        lastBytesAt = performance.now()
        options.onBytes(piece.byteLength)
      })
      server.once('error', () => client.destroy())
      server.once('close', () => client.destroy())
      client.write(reply(SUCCEEDED))
      client.pipe(server)
      server.pipe(client)
    })
  }

  function serve(client: Socket): void {
    if (isShut) return void client.destroy()
    track(client)
    client.on('error', () => client.destroy())
    let bytes = Buffer.alloc(0)
    let greeted = false
    const onData = (piece: Buffer): void => {
      bytes = Buffer.concat([bytes, piece])
      try {
        if (!greeted) {
          if (bytes[0] !== VERSION) throw new Error('not SOCKS5')
          const length = 2 + (bytes[1] ?? 255)
          if (bytes.length < length) return
          greeted = true
          bytes = bytes.subarray(length)
          client.write(Buffer.from([VERSION, 0]))
        }
        const request = readRequest(bytes)
        if (!request) return
        client.off('data', onData)
        client.pause()
        if (bytes.length > request.length) client.unshift(bytes.subarray(request.length))
        connectTo(request.target, client)
      } catch {
        client.destroy()
      }
    }
    client.on('data', onData)
  }

  const server = createServer(serve)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`,
    destination: hostPort => destinations.get(hostPort) ?? null,
    failure: hostPort => failures.get(hostPort) ?? null,
    idleMs: () => performance.now() - lastBytesAt,
    hangUp,
    shut() {
      isShut = true
      hangUp()
    },
    close() {
      hangUp()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
