import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { PORT_MESSAGE } from '../../archive/contract/desktop.ts'
import { CALLS_PATH } from '../../archive/contract/door.ts'
import { desktop } from './desktop.ts'

/** Calls go over HTTP to the browser host, or over a port that the desktop hands out. */
export function createLink(): ClientLink<ClientContext> {
  if (!desktop) return new FetchLink({ url: new URL(CALLS_PATH, location.href).href })
  return new ReplaceablePort(() => desktop?.connect())
}

/**
 * The core can be started anew under a window; a new port comes then. A call waits for the first port; one that
 * was under way on an old port fails, and whoever made it decides whether to ask again.
 */
class ReplaceablePort implements ClientLink<ClientContext> {
  #link: Promise<PortLink<ClientContext>>
  #arrived: (link: PortLink<ClientContext>) => void = () => {}
  #port: MessagePort | null = null

  constructor(connect: () => void) {
    this.#link = new Promise(resolve => (this.#arrived = resolve))
    window.addEventListener('message', event => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return
      this.#use(port)
    })
    connect()
  }

  #use(port: MessagePort): void {
    // A port hears nothing of its own closing; without this, calls under way on it would wait for ever.
    this.#port?.dispatchEvent(new Event('close'))
    this.#port?.close()
    this.#port = port
    const link = new PortLink({ port })
    port.start()
    this.#arrived(link)
    this.#link = Promise.resolve(link)
  }

  async call(...args: Parameters<PortLink<ClientContext>['call']>): Promise<unknown> {
    return (await this.#link).call(...args)
  }
}
