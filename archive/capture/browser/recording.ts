import type { BodyRef } from '../../model/captured.ts'
import type { CdpSession } from '../../ports/browser.ts'
import type { HeaderLines } from '../headers.ts'
import type {
  CdpResponse,
  ExtraInfo,
  LoadingFailed,
  LoadingFinished,
  RequestWillBeSent,
  ResponseReceived,
} from './protocol.ts'

/** A body that was taken, or why it was not. */
export interface TakenBody {
  readonly ref: BodyRef | null
  readonly skipped: 'too-large' | 'too-much' | null
  /** Why only its beginning came; null: it is whole, or was not taken. */
  readonly cut: 'too-large' | 'timeout' | 'broken' | null
}

/** An answer that was held up on its way into the page. */
export interface Taken {
  readonly url: string
  /** Header lines one by one, as received. */
  readonly headers: HeaderLines
  readonly body: TakenBody
}

/** One request and its answer; a redirected request is several of these. */
export interface Hop {
  readonly requestId: string
  readonly url: string
  readonly method: string
  readonly kind: string
  readonly loaderId: string
  readonly frameId: string | null
  readonly initiator: string | null
  readonly startedAt: string
  /** Seconds of the browser's monotonic clock. */
  readonly timestamp: number
  /** `performance.now()` when it was first heard of. */
  readonly heardAt: number
  readonly plainHeaders: Readonly<Record<string, string>>
  /** What was sent with it. */
  readonly postData: string | null
  sentHeaders: Readonly<Record<string, string>> | null
  response: CdpResponse | null
  receivedHeaders: Readonly<Record<string, string>> | null
  /** As the wire had it, where the browser kept the answer from the page. */
  receivedStatus: number | null
  taken: Taken | null
  finishedAt: number | null
  wireBytes: number | null
  error: string | null
}

function initiatorOf({ initiator }: RequestWillBeSent): string | null {
  const url = initiator.url ?? initiator.stack?.callFrames.find(frame => /^https?:/.test(frame.url))?.url
  return url && /^https?:/.test(url) ? url : null
}

/** Requests that may stay open for good: a page is quiet although they wait. */
const PATIENT = new Set(['XHR', 'Fetch', 'EventSource', 'WebSocket', 'Ping', 'Other'])
/** How long an open request keeps a page from being called quiet, in milliseconds. */
const PATIENCE_MS = 3_000
const IMPATIENCE_MS = 10_000

/** Everything one page asked for, in order, whichever frame or worker asked. */
export class Recording {
  readonly #hops: Hop[] = []
  readonly #open = new Map<string, Hop>()
  readonly #hopsById = new Map<string, Hop[]>()
  /** What the wire says of a request may come before the request itself is announced. */
  readonly #sent = new Map<string, ExtraInfo[]>()
  readonly #received = new Map<string, ExtraInfo[]>()
  readonly #taken = new Map<string, Taken[]>()
  readonly #left = new Set<string>()
  readonly #onChange: (done: number, wanted: number) => void
  #lastActivity = performance.now()
  #keptAt = Infinity

  constructor(onChange: (done: number, wanted: number) => void) {
    this.#onChange = onChange
  }

  get hops(): readonly Hop[] {
    return this.#hops
  }

  /** `performance.now()` when something last began or ended. */
  get lastActivity(): number {
    return this.#lastActivity
  }

  /** Whether nothing is under way that is worth waiting for. */
  isIdle(now: number): boolean {
    for (const { kind, heardAt } of this.#open.values()) {
      if (now - heardAt < (PATIENT.has(kind) ? PATIENCE_MS : IMPATIENCE_MS)) return false
    }
    return true
  }

  /** The document of that loader is gone: what it had asked for is not waited for, and not missing. */
  leave(loaderId: string): void {
    this.#left.add(loaderId)
    for (const [requestId, hop] of this.#open) {
      if (hop.loaderId === loaderId) this.#open.delete(requestId)
    }
  }

  wasLeft({ loaderId }: Hop): boolean {
    return this.#left.has(loaderId)
  }

  /**
   * The page is kept as it is now. For the picture its window is resized, and a page with a choice of pictures may ask
   * for others then: those are no part of it, and where they fail nothing is missing.
   */
  pageKept(): void {
    this.#keptAt = performance.now()
  }

  cameAfterPage({ heardAt }: Hop): boolean {
    return heardAt > this.#keptAt
  }

  /** All hops of a request, the first one first. */
  hopsOf(requestId: string): readonly Hop[] {
    return this.#hopsById.get(requestId) ?? []
  }

  current(requestId: string): Hop | null {
    return this.#hopsById.get(requestId)?.at(-1) ?? null
  }

  listen(session: CdpSession): void {
    session.on<RequestWillBeSent>('Network.requestWillBeSent', event => this.#begin(event))
    session.on<ExtraInfo>('Network.requestWillBeSentExtraInfo', event => this.#extra(this.#sent, event))
    session.on<ExtraInfo>('Network.responseReceivedExtraInfo', event => this.#extra(this.#received, event))
    session.on<ResponseReceived>('Network.responseReceived', ({ requestId, response }) => {
      const hop = this.current(requestId)
      if (hop) hop.response = response
      this.#touch()
    })
    session.on<LoadingFinished>('Network.loadingFinished', event => {
      const hop = this.#end(event.requestId)
      if (!hop) return
      hop.finishedAt = event.timestamp
      hop.wireBytes = event.encodedDataLength
    })
    session.on<LoadingFailed>('Network.loadingFailed', event => {
      const hop = this.#end(event.requestId)
      if (!hop) return
      hop.finishedAt = event.timestamp
      hop.error = event.blockedReason ? `blocked: ${event.blockedReason}` : event.errorText
    })
  }

  /** Notes what was taken of an answer; it may come before the request is announced. */
  take(requestId: string, taken: Taken): void {
    const known = this.#taken.get(requestId)
    if (known) known.push(taken)
    else this.#taken.set(requestId, [taken])
  }

  #touch(): void {
    this.#lastActivity = performance.now()
    this.#onChange(this.#hops.length - this.#open.size, this.#hops.length)
  }

  #begin(event: RequestWillBeSent): void {
    const { requestId, request } = event
    if (!/^https?:/i.test(request.url)) return
    const before = this.current(requestId)
    if (before && event.redirectResponse) {
      before.response = event.redirectResponse
      before.finishedAt = event.timestamp
      before.wireBytes = event.redirectResponse.encodedDataLength
    }
    // A request that is announced by two sessions, or again after its preflight, is one request.
    if (before && !event.redirectResponse) return
    const hop: Hop = {
      requestId,
      url: request.url,
      method: request.method,
      kind: event.type ?? 'Other',
      loaderId: event.loaderId,
      frameId: event.frameId ?? null,
      initiator: initiatorOf(event),
      startedAt: new Date(event.wallTime * 1000).toISOString(),
      timestamp: event.timestamp,
      heardAt: performance.now(),
      plainHeaders: request.headers,
      postData: request.postData ?? null,
      sentHeaders: null,
      response: null,
      receivedHeaders: null,
      receivedStatus: null,
      taken: null,
      finishedAt: null,
      wireBytes: null,
      error: null,
    }
    this.#hops.push(hop)
    const siblings = this.#hopsById.get(requestId)
    if (siblings) siblings.push(hop)
    else this.#hopsById.set(requestId, [hop])
    this.#open.set(requestId, hop)
    this.#touch()
  }

  #extra(where: Map<string, ExtraInfo[]>, event: ExtraInfo): void {
    const known = where.get(event.requestId)
    if (known) known.push(event)
    else where.set(event.requestId, [event])
  }

  #end(requestId: string): Hop | null {
    this.#open.delete(requestId)
    this.#touch()
    return this.current(requestId)
  }

  /** Joins what the wire said with the requests it belongs to; hops of one request come in the same order. */
  settle(): void {
    for (const [requestId, hops] of this.#hopsById) {
      const sent = this.#sent.get(requestId) ?? []
      const received = this.#received.get(requestId) ?? []
      for (const [i, hop] of hops.entries()) {
        if (sent.length === hops.length) hop.sentHeaders = sent[i]!.headers
        if (received.length === hops.length) {
          hop.receivedHeaders = received[i]!.headers
          hop.receivedStatus = received[i]!.statusCode ?? null
        }
        hop.taken = this.#taken.get(requestId)?.findLast(one => one.url === hop.url) ?? null
      }
    }
  }
}
