import type { Readable, Writable } from 'node:stream'
import type { StetError } from '../errors.ts'
import type { CdpObject, CdpSession } from '../ports/browser.ts'
import { CdpSessions } from '../ports/cdp-sessions.ts'

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: CdpObject
  readonly result?: CdpObject
  readonly error?: { readonly message: string; readonly data?: string }
}

const END = 0
/** No answer that is of use is longer; text that long could not even be held. In bytes. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024

/**
 * The DevTools protocol over two pipes, as `--remote-debugging-pipe` speaks it: JSON messages, each ended by a zero
 * byte. No port is opened, so no other program can drive the browser.
 */
export class CdpPipe {
  readonly #out: Writable
  readonly #sessions: CdpSessions
  #pieces: Buffer[] = []
  #bytes = 0

  constructor(out: Writable, input: Readable) {
    this.#out = out
    this.#sessions = new CdpSessions(({ sessionId, ...command }) => {
      this.#out.write(JSON.stringify({ ...command, ...(sessionId && { sessionId }) }) + '\0')
    })
    input.on('data', (piece: Buffer) => this.#read(piece))
    // A broken pipe is the end of the browser, which its own exit tells better.
    for (const stream of [out, input]) stream.on('error', () => {})
  }

  /** The browser's own session. */
  get root(): CdpSession {
    return this.#sessions.root
  }

  /** Ends everything that waits. */
  end(reason: StetError): void {
    this.#sessions.end(reason)
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
    this.#sessions.failed(id, 'the answer is too long')
  }

  #take({ id, sessionId = '', method = '', params = {}, result = {}, error }: Message): void {
    if (id === undefined) return this.#sessions.happened(sessionId, method, params)
    if (!error) return this.#sessions.answered(id, result)
    this.#sessions.failed(id, `${error.message}${error.data ? `: ${error.data}` : ''}`)
  }
}
