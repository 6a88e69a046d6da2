import type { StetError } from '../errors.ts'
import type { CdpObject, CdpSession } from './browser.ts'

/** A command as it goes over the line; `sessionId` is empty for the line's own target. */
export interface CdpCommand {
  readonly id: number
  readonly sessionId: string
  readonly method: string
  readonly params: CdpObject
}

interface Pending {
  readonly sessionId: string
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

type Listener = (params: CdpObject) => void

/** Many sessions over one line to a browser, whatever the line is: who has one gives it `post`, and tells it what came. */
export class CdpSessions {
  readonly #post: (command: CdpCommand) => void
  readonly #onListen: (event: string) => void
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<string, Map<string, Set<Listener>>>()
  readonly #gone = new AbortController()
  #lastId = 0

  /** `onListen` is told of each event that somebody listens to, whenever somebody does. */
  constructor(post: (command: CdpCommand) => void, onListen: (event: string) => void = () => {}) {
    this.#post = post
    this.#onListen = onListen
  }

  /** The session of the line's own target. */
  get root(): CdpSession {
    return this.#session('')
  }

  get gone(): AbortSignal {
    return this.#gone.signal
  }

  answered(id: number, result: CdpObject): void {
    this.#settle(id)?.resolve(result)
  }

  /** `words` are the browser's own. */
  failed(id: number, words: string): void {
    const pending = this.#settle(id)
    pending?.reject(new Error(`${pending.method}: ${words}`))
  }

  happened(sessionId: string, method: string, params: CdpObject): void {
    for (const listener of this.#listeners.get(sessionId)?.get(method) ?? []) listener(params)
    const detached = method === 'Target.detachedFromTarget' ? params['sessionId'] : undefined
    if (typeof detached === 'string') this.#forget(detached)
  }

  /** The line is at its end: so is everything that waits. */
  end(reason: StetError): void {
    if (this.#gone.signal.aborted) return
    this.#gone.abort(reason)
    for (const { reject } of this.#pending.values()) reject(reason)
    this.#pending.clear()
    this.#listeners.clear()
  }

  #session(sessionId: string): CdpSession {
    return {
      gone: this.#gone.signal,
      child: id => this.#session(id),
      send: <T>(method: string, params: CdpObject = {}) =>
        this.#send(sessionId, method, params) as Promise<T>,
      // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as the port has it
      on: <T>(event: string, listener: (params: T) => void) =>
        this.#on(sessionId, event, listener as unknown as Listener),
    }
  }

  #send(sessionId: string, method: string, params: CdpObject): Promise<unknown> {
    if (this.#gone.signal.aborted) return Promise.reject(this.#gone.signal.reason as StetError)
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { sessionId, method, resolve, reject })
      this.#post({ id, sessionId, method, params })
    })
  }

  #on(sessionId: string, event: string, listener: Listener): () => void {
    this.#onListen(event)
    let events = this.#listeners.get(sessionId)
    if (!events) this.#listeners.set(sessionId, (events = new Map()))
    let listeners = events.get(event)
    if (!listeners) events.set(event, (listeners = new Set()))
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id)
    this.#pending.delete(id)
    return pending
  }

  /** A session is over: its target was closed or went away. The browser answers nothing that was asked of it. */
  #forget(sessionId: string): void {
    for (const listener of this.#listeners.get(sessionId)?.get('Inspector.detached') ?? []) listener({})
    this.#listeners.delete(sessionId)
    for (const [id, { sessionId: of, method, reject }] of this.#pending) {
      if (of !== sessionId) continue
      this.#pending.delete(id)
      reject(new Error(`${method}: the target is gone`))
    }
  }
}
