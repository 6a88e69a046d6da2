import type { MessagePortMain } from 'electron'
import { StetError } from '../../archive/errors.ts'
import type { CdpSession } from '../../archive/ports/browser.ts'
import { CdpSessions } from '../../archive/ports/cdp-sessions.ts'
import type { FromPage, ToPage } from '../capture/messages.ts'

/** A page is lost, for a reason that stands in the middle of a sentence. */
function lostPage(why: string): StetError {
  return new StetError(
    'io',
    `The window that showed the page ${why}. Nothing that was saved is affected; try again.`,
    { reason: 'browser-gone' },
  )
}

/** The sessions of one page and its frames and workers, over the port that main gave for it. */
export class PageSessions {
  readonly #port: MessagePortMain
  readonly #sessions: CdpSessions
  readonly #heard = new Set<string>()
  /** The person closes the window. */
  readonly leaving: Promise<void>
  readonly #onLeaving: () => void

  constructor(port: MessagePortMain) {
    this.#port = port
    this.#sessions = new CdpSessions(
      command => this.#post({ type: 'command', ...command }),
      event => this.#hear(event),
    )
    const { promise, resolve } = Promise.withResolvers<void>()
    this.leaving = promise
    this.#onLeaving = resolve
    port.on('message', ({ data }) => this.#take(data as FromPage))
    port.on('close', () => this.#end('was closed'))
    port.start()
  }

  /** The page itself. */
  get root(): CdpSession {
    return this.#sessions.root
  }

  /** Closes the page; resolves when it is closed. */
  close(): Promise<void> {
    const signal = this.#sessions.gone
    if (signal.aborted) return Promise.resolve()
    return new Promise(resolve => {
      signal.addEventListener('abort', () => resolve(), { once: true })
      this.#post({ type: 'close' })
    })
  }

  #hear(event: string): void {
    if (this.#heard.has(event)) return
    this.#heard.add(event)
    this.#post({ type: 'hear', event })
  }

  #post(message: ToPage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    this.#port.postMessage(message)
  }

  #take(message: FromPage): void {
    switch (message.type) {
      case 'answer':
        return this.#sessions.answered(message.id, message.result)
      case 'failed':
        return this.#sessions.failed(message.id, message.message)
      case 'event':
        return this.#sessions.happened(message.sessionId, message.method, message.params)
      case 'leaving':
        return this.#onLeaving()
      case 'gone':
        return this.#end(message.why)
    }
  }

  #end(why: string): void {
    if (this.#sessions.gone.aborted) return
    this.#sessions.end(lostPage(why))
    this.#port.close()
  }
}
