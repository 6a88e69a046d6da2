import { Client } from 'undici'
import type { LookupFunction } from 'node:net'
import { createConnector, type ConnectionFacts } from './connector.ts'

export interface ConnectionsOptions {
  readonly connectionsPerOrigin: number
  readonly connectTimeoutMs: number
  readonly keepAliveMs: number
  readonly extraRoots: readonly string[]
  readonly lookup: LookupFunction | null
}

/** A client with one socket of its own, so that the facts of the socket are the facts of each exchange on it. */
export interface Connection {
  readonly client: Client
  facts: ConnectionFacts | null
  /** Exchanges under way. More than one only over HTTP/2. */
  active: number
}

const MAX_HEADER_BYTES = 64 * 1024
const STREAMS_PER_CONNECTION = 64

/** The connections to one origin under one address rule. */
export class Pool {
  readonly #origin: string
  readonly #allowPrivate: boolean
  readonly #options: ConnectionsOptions
  readonly #open = new Set<Connection>()
  readonly #waiting: ((connection: Connection) => void)[] = []

  constructor(origin: string, allowPrivate: boolean, options: ConnectionsOptions) {
    this.#origin = origin
    this.#allowPrivate = allowPrivate
    this.#options = options
  }

  #free(): Connection | null {
    for (const connection of this.#open) {
      const room = connection.facts?.http2 ? STREAMS_PER_CONNECTION : 1
      if (connection.active < room) return connection
    }
    return null
  }

  #create(): Connection {
    const client = new Client(this.#origin, {
      connect: createConnector({
        ...this.#options,
        allowPrivate: this.#allowPrivate,
        onConnected: facts => (connection.facts = facts),
      }),
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: this.#options.keepAliveMs,
      keepAliveMaxTimeout: this.#options.keepAliveMs,
      maxHeaderSize: MAX_HEADER_BYTES,
    })
    const connection: Connection = { client, facts: null, active: 0 }
    // An idle connection that the other side closed holds nothing worth keeping.
    client.on('disconnect', () => {
      if (connection.active === 0) this.#open.delete(connection)
    })
    this.#open.add(connection)
    return connection
  }

  #take(): Connection | null {
    const mayOpen = this.#open.size < this.#options.connectionsPerOrigin
    const connection = this.#free() ?? (mayOpen ? this.#create() : null)
    if (connection) connection.active++
    return connection
  }

  /** A connection to use now, or when one is free. Hand it back with `release`. */
  acquire(stop: AbortSignal): Promise<Connection> {
    const ready = this.#take()
    if (ready) return Promise.resolve(ready)
    return new Promise((resolve, reject) => {
      const give = (connection: Connection): void => {
        stop.removeEventListener('abort', leave)
        resolve(connection)
      }
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(give), 1)
        reject(stop.reason)
      }
      stop.addEventListener('abort', leave, { once: true })
      this.#waiting.push(give)
    })
  }

  release(connection: Connection, broken: boolean): void {
    connection.active--
    if (broken || connection.client.destroyed) {
      this.#open.delete(connection)
      void connection.client.destroy()
    }
    while (this.#waiting.length > 0) {
      const next = this.#take()
      if (!next) return
      this.#waiting.shift()!(next)
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map(connection => connection.client.destroy()))
    this.#open.clear()
  }
}

/** Keep-alive connections by origin. A connection made under one address rule never serves the other. */
export class Connections {
  readonly #pools = new Map<string, Pool>()
  readonly #options: ConnectionsOptions

  constructor(options: ConnectionsOptions) {
    this.#options = options
  }

  pool(origin: string, allowPrivate: boolean): Pool {
    const key = `${origin} ${allowPrivate}`
    let pool = this.#pools.get(key)
    if (!pool) this.#pools.set(key, (pool = new Pool(origin, allowPrivate, this.#options)))
    return pool
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map(pool => pool.close()))
    this.#pools.clear()
  }
}
