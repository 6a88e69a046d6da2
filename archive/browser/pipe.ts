import type { Readable, Writable } from 'node:stream'
import type { StetError } from '../errors.ts'
import type { CdpObject, CdpSession } from '../ports/browser.ts'

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: CdpObject
  readonly result?: CdpObject
  readonly error?: { readonly message: string; readonly data?: string }
}

interface Pending {
  readonly sessionId: string
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

type Listener = (params: CdpObject) => void

const END = 0
/** No answer that is of use is longer; text that long could not even be held. In bytes. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024

/**
 * The DevTools protocol over two pipes, as `--remote-debugging-pipe` speaks it: JSON messages, each ended by a zero
 * byte. No port is opened, so no other program can drive the browser.
 */
export class CdpPipe {
  readonly #out: Writable
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<string, Map<string, Set<Listener>>>()
  readonly #gone = new AbortController()
  #pieces: Buffer[] = []
  #bytes = 0
  #lastId = 0

  constructor(out: Writable, input: Readable) {
    this.#out = out
    input.on('data', (piece: Buffer) => this.#read(piece))
    // A broken pipe is the end of the browser, which its own exit tells better.
    for (const stream of [out, input]) stream.on('error', () => {})
  }

  /** The browser's own session. */
  get root(): CdpSession {
    return this.#session('')
  }

  /** Ends everything that waits. */
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
      this.#out.write(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }) + '\0')
    })
  }

  #on(sessionId: string, event: string, listener: Listener): () => void {
    let events = this.#listeners.get(sessionId)
    if (!events) this.#listeners.set(sessionId, (events = new Map()))
    let listeners = events.get(event)
    if (!listeners) events.set(event, (listeners = new Set()))
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  #read(piece: Buffer): void {
    let from = 0
    for (let end = piece.indexOf(END); end >= 0; end = piece.indexOf(END, from)) {
      this.#hold(piece.subarray(from, end))
      const whole = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces)
      const isWhole = this.#bytes === whole.byteLength
      this.#pieces = []
      this.#bytes = 0
      from = end + 1
      if (isWhole) this.#take(JSON.parse(whole.toString('utf8')) as Message)
      else this.#refuse(whole)
    }
    if (from < piece.length) this.#hold(piece.subarray(from))
  }

  /** Of a message that is too long only its beginning is kept. */
  #hold(piece: Buffer): void {
    this.#bytes += piece.byteLength
    if (this.#bytes <= MAX_MESSAGE_BYTES) this.#pieces.push(piece)
    else this.#pieces.length = Math.min(this.#pieces.length, 1)
  }

  /** Who asked for what is too long is told so. The id stands first in every answer. */
  #refuse(beginning: Buffer): void {
    const id = Number(/^\{"id":(\d+)/.exec(beginning.toString('latin1', 0, 40))?.[1])
    const pending = this.#pending.get(id)
    this.#pending.delete(id)
    pending?.reject(new Error(`${pending.method}: the answer is too long`))
  }

  #take(message: Message): void {
    if (message.id !== undefined) {
      const pending = this.#pending.get(message.id)
      this.#pending.delete(message.id)
      if (!pending) return
      const { error } = message
      if (error)
        pending.reject(new Error(`${pending.method}: ${error.message}${error.data ? `: ${error.data}` : ''}`))
      else pending.resolve(message.result ?? {})
      return
    }
    const { sessionId = '', method = '', params = {} } = message
    for (const listener of this.#listeners.get(sessionId)?.get(method) ?? []) listener(params)
    const detached = method === 'Target.detachedFromTarget' ? params['sessionId'] : undefined
    if (typeof detached === 'string') this.#forget(detached)
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
