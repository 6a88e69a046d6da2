import type { Service } from '../../archive/service/index.ts'
import type { FromCore, ToCore } from '../core/messages.ts'
import { snapshotUrl } from '../security/urls.ts'
import { messageOf } from './message-of.ts'

type PageRequest = Extract<ToCore, { readonly type: 'page' }>
type Reader = ReadableStreamDefaultReader<Uint8Array>

/** Answers main's requests of archived pages, a piece at a time, as fast as they are taken. */
export class PageAnswers {
  readonly #service: Pick<Service, 'pageResponse'>
  readonly #send: (message: FromCore) => void
  readonly #open = new Map<number, Reader>()

  constructor(service: Pick<Service, 'pageResponse'>, send: (message: FromCore) => void) {
    this.#service = service
    this.#send = send
  }

  async begin({ ask, snapshotId, path, range }: PageRequest): Promise<void> {
    try {
      const { status, headers, body } = await this.#service.pageResponse(snapshotId, path, {
        range,
        // Frames inside the page are of the same snapshot.
        frameAncestors: snapshotUrl(snapshotId).slice(0, -1),
      })
      const reader = new Response(body).body?.getReader()
      if (reader) this.#open.set(ask, reader)
      this.#send({ type: 'head', ask, status, headers: Object.fromEntries(new Headers(headers)) })
    } catch (error) {
      this.#send({ type: 'refused', ask, message: messageOf(error) })
    }
  }

  async pull(ask: number): Promise<void> {
    try {
      const piece = await this.#open.get(ask)?.read()
      if (piece && !piece.done) return this.#send({ type: 'chunk', ask, bytes: piece.value })
      this.#open.delete(ask)
      this.#send({ type: 'end', ask })
    } catch (error) {
      this.#open.delete(ask)
      this.#send({ type: 'refused', ask, message: messageOf(error) })
    }
  }

  async cancel(ask: number): Promise<void> {
    const reader = this.#open.get(ask)
    this.#open.delete(ask)
    // What ends early has nobody left to hear why.
    await reader?.cancel().catch(() => undefined)
  }
}
