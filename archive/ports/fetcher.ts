import type { TlsFacts } from '../model/snapshot.ts'

export interface FetchRequest {
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Refuse private, loopback and link-local addresses at the moment of connecting (DNS rebinding). */
  readonly allowPrivate: boolean
  /** Most bytes of decoded body to take; the rest is cut and `cut` says so. */
  readonly maxBytes: number
  /** Ceiling for the whole exchange, in milliseconds. */
  readonly timeoutMs: number
  /** Told of every piece of body that arrives, in bytes on the wire. */
  readonly onBytes?: ((bytes: number) => void) | undefined
}

/** HAR 1.2 phases in milliseconds; -1 where a phase did not happen or is not known. */
export interface FetchTimings {
  readonly blocked: number
  readonly dns: number
  readonly connect: number
  readonly ssl: number
  readonly send: number
  readonly wait: number
  readonly receive: number
}

/** One HTTP exchange. Redirects are answers like any other: following them is the caller's work. */
export interface FetchResponse {
  readonly url: string
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  /** Header lines in order, as received. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The request's header lines as they were sent. */
  readonly requestHeaders: readonly (readonly [name: string, value: string])[]
  /** Content codings undone. */
  readonly body: Uint8Array
  /** Bytes of body on the wire. */
  readonly wireBytes: number
  /** Why the body is not whole; null where it is. */
  readonly cut: 'too-large' | 'timeout' | 'broken' | null
  readonly remoteAddress: string | null
  readonly remotePort: number | null
  readonly tls: TlsFacts | null
  readonly timings: FetchTimings
}

/**
 * Does one HTTP exchange. Throws `StetError` code `network` (`data.reason`: `dns`, `tls`, `refused`, `offline`
 * or `timeout`), `private-address`, or `cancelled`.
 */
export interface Fetcher {
  fetch(request: FetchRequest, signal: AbortSignal): Promise<FetchResponse>
  close(): Promise<void>
}
