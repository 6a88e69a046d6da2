import type { MessagePortMain } from 'electron'
import { StetError } from '../../archive/errors.ts'
import type { CdpObject, CdpSession } from '../../archive/ports/browser.ts'
import type { FromPage, ToPage } from '../capture/messages.ts'

interface Pending {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

type Listener = (params: CdpObject) => void

/** A page is lost, for a reason that stands in the middle of a sentence. */
export function lostPage(why: string): StetError {
  return new StetError(
    'io',
    `The window that showed the page ${why}. Nothing that was saved is affected; try again.`,
    { reason: 'browser-gone' },
  )
}

/** The sessions of one page and its frames and workers, over the port that main gave for it. */
export class PageSessions {
  readonly #port: MessagePortMain
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<string, Map<string, Set<Listener>>>()
  readonly #heard = new Set<string>()
  readonly #gone = new AbortController()
  /** The person closes the window. */
  readonly leaving: Promise<void>
  readonly #onLeaving: () => void
  #lastId = 0

  constructor(port: MessagePortMain) {
    this.#port = port
    const { promise, resolve } = Promise.withResolvers<void>()
    this.leaving = promise
    this.#onLeaving = resolve
    port.on('message', ({ data }) => this.#take(data as FromPage))
    port.on('close', () => this.#end('was closed'))
    port.start()
  }

  /** The page itself. */
  get root(): CdpSession {
    return this.#session('')
  }

  /** Closes the page; resolves when it is closed. */
  close(): Promise<void> {
    const { signal } = this.#gone
    if (signal.aborted) return Promise.resolve()
    return new Promise(resolve => {
      signal.addEventListener('abort', () => resolve(), { once: true })
      this.#post({ type: 'close' })
    })
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
      this.#pending.set(id, { method, resolve, reject })
      this.#post({ type: 'command', id, method, params, sessionId })
    })
  }

  #on(sessionId: string, event: string, listener: Listener): () => void {
    if (!this.#heard.has(event)) {
      this.#heard.add(event)
      this.#post({ type: 'hear', event })
    }
    let events = this.#listeners.get(sessionId)
    if (!events) this.#listeners.set(sessionId, (events = new Map()))
    let listeners = events.get(event)
    if (!listeners) events.set(event, (listeners = new Set()))
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  #post(message: ToPage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    this.#port.postMessage(message)
  }

  #take(message: FromPage): void {
    if (message.type === 'event') return this.#tell(message)
    if (message.type === 'gone') return this.#end(message.why)
    if (message.type === 'leaving') return this.#onLeaving()
    const pending = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.type === 'answer') pending?.resolve(message.result)
    else pending?.reject(new Error(`${pending.method}: ${message.message}`))
  }

  #tell({ method, params, sessionId }: Extract<FromPage, { type: 'event' }>): void {
    for (const listener of this.#listeners.get(sessionId)?.get(method) ?? []) listener(params)
    // The session is over: nobody will hear of it again.
    const detached = method === 'Target.detachedFromTarget' ? params['sessionId'] : undefined
    if (typeof detached === 'string') this.#listeners.delete(detached)
  }

  #end(why: string): void {
    if (this.#gone.signal.aborted) return
    const reason = lostPage(why)
    this.#gone.abort(reason)
    for (const { reject } of this.#pending.values()) reject(reason)
    this.#pending.clear()
    this.#listeners.clear()
    this.#port.close()
  }
}
