import { StetError } from '../errors.ts'
import type { BodyRef } from '../model/captured.ts'
import type { Clock } from '../ports/clock.ts'
import type { Fetcher, FetchResponse } from '../ports/fetcher.ts'
import { CookieJar } from './cookies.ts'
import { bareHost, isLocalHost } from './fetch/address.ts'
import { headersOf, retryAfterMs } from './headers.ts'
import { harEntry } from './har.ts'
import type { HarEntry } from './har-types.ts'
import type { HostQueue } from './host-queue.ts'
import type { CaptureOptions } from './options.ts'
import { requestHeaders, type ResourceKind } from './request-headers.ts'

export interface CaptureDeps {
  readonly fetcher: Fetcher
  readonly queue: HostQueue
  readonly clock: Clock
  /** Stops the capture: what is under way is broken off, and the capture rejects with `cancelled`. */
  readonly signal?: AbortSignal
  /** Told of every piece of body that arrives, in bytes on the wire. */
  readonly onBytes?: (bytes: number) => void
}

/** What all requests of one capture share. */
export interface CaptureContext {
  readonly options: CaptureOptions
  readonly jar: CookieJar
  /** `performance.now()` by which the capture must be done. */
  readonly endsAt: number
  /** Host the person typed where it is a local one: it may be asked even though it is private. */
  readonly typedHost: string | null
}

export interface Ask {
  readonly url: URL
  readonly kind: ResourceKind
  readonly referer: string | null
  readonly initiator: string | null
  /** Asked when it is the request's turn. Where nothing is left, nothing is sent. */
  readonly maxBytes: () => number
}

/** One exchange, ready to be written down once it is known where its body lies. */
export type Visit = (
  | { readonly response: FetchResponse; readonly error: null }
  | { readonly response: null; readonly error: StetError }
) & { readonly entry: (body: Pick<BodyRef, 'path' | 'sha256'> | null) => HarEntry }

export function createContext(options: CaptureOptions, url: URL): CaptureContext {
  return {
    options,
    jar: new CookieJar(),
    endsAt: performance.now() + options.captureTimeoutMs,
    typedHost: options.typed && isLocalHost(bareHost(url.hostname)) ? url.host : null,
  }
}

/** What ends a capture early. */
export interface CaptureStop {
  readonly signal: AbortSignal
  /** Ends it for a reason of the caller's own. */
  readonly abort: (reason: unknown) => void
  readonly clear: () => void
}

/**
 * A signal that stops with the person's wish or at the end of the time allowed. Both come as `StetError`s, of code
 * `cancelled` and `network` (reason `timeout`). Call `clear` when done.
 */
export function captureSignal(context: CaptureContext, wish?: AbortSignal): CaptureStop {
  const controller = new AbortController()
  const cancel = (): void =>
    controller.abort(StetError.from(wish?.reason, 'cancelled', 'The capture was stopped.'))
  const seconds = context.options.captureTimeoutMs / 1000
  const timer = setTimeout(
    () => {
      const message = `The capture took longer than ${seconds} seconds. What had arrived by then is kept.`
      controller.abort(new StetError('network', message, { reason: 'timeout' }))
    },
    Math.max(0, context.endsAt - performance.now()),
  )
  if (wish?.aborted) cancel()
  else wish?.addEventListener('abort', cancel, { once: true })
  const clear = (): void => {
    clearTimeout(timer)
    wish?.removeEventListener('abort', cancel)
  }
  return { signal: controller.signal, abort: reason => controller.abort(reason), clear }
}

/** `<code>: <words>` for the HAR; the reason code stands in for `network`. */
export function errorText(error: StetError): string {
  const reason = error.data['reason']
  return `${typeof reason === 'string' ? reason : error.code}: ${error.message}`
}

async function visitOnce(
  context: CaptureContext,
  deps: CaptureDeps,
  ask: Ask,
  signal: AbortSignal,
): Promise<Visit> {
  const { options, jar } = context
  const maxBytes = ask.maxBytes()
  if (maxBytes <= 0) throw new StetError('too-large', `${ask.url.href}: no bytes are left for it.`)
  const url = ask.url.href.split('#', 1)[0]!
  const headers = requestHeaders(options, {
    kind: ask.kind,
    referer: ask.referer,
    cookie: jar.headerFor(ask.url),
  })
  const startedAt = deps.clock.now()
  const record = { url, startedAt, kind: ask.kind, initiator: ask.initiator, requestHeaders: headers }
  const allowPrivate = options.allowPrivate || ask.url.host === context.typedHost
  const request = {
    url,
    headers,
    allowPrivate,
    maxBytes,
    timeoutMs: options.timeoutMs,
    onBytes: deps.onBytes,
  }
  try {
    const response = await deps.fetcher.fetch(request, signal)
    for (const line of headersOf(response.headers, 'set-cookie'))
      jar.set(ask.url, line, Date.parse(startedAt))
    return { response, error: null, entry: body => harEntry({ ...record, response, error: null, body }) }
  } catch (thrown) {
    const error = StetError.from(thrown, 'internal', `${url}: ${String(thrown)}`)
    if (error.code === 'cancelled') throw error
    return {
      response: null,
      error,
      entry: body => harEntry({ ...record, response: null, error: errorText(error), body }),
    }
  }
}

/**
 * Asks for one address when it is its host's turn, and again after a Retry-After (`earlier` holds the answers that
 * asked for patience). Never follows redirects. Throws only where the person stopped the capture, or where its time
 * ran out while waiting for a turn (`network`), or where no bytes are left for the answer (`too-large`).
 */
export async function visit(
  context: CaptureContext,
  deps: CaptureDeps,
  ask: Ask,
  signal: AbortSignal,
): Promise<{ readonly last: Visit; readonly earlier: readonly Visit[] }> {
  const { maxRetries, maxRetryAfterMs } = context.options
  const earlier: Visit[] = []
  for (;;) {
    const last = await deps.queue.run(ask.url.host, signal, () => visitOnce(context, deps, ask, signal))
    const now = Date.parse(deps.clock.now())
    const wait = last.response ? retryAfterMs(last.response.status, last.response.headers, now) : null
    if (wait === null || wait > maxRetryAfterMs || earlier.length >= maxRetries) return { last, earlier }
    earlier.push(last)
    deps.queue.holdBack(ask.url.host, wait)
  }
}
