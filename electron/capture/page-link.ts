import type { MessagePortMain, WebContents } from 'electron'
import type { CdpObject } from '../../archive/ports/browser.ts'
import type { FromPage, ToPage } from './messages.ts'
import { pdfOptions } from './print-to-pdf.ts'

/** What ends a session, or a page: told without being asked for. */
const ALWAYS_HEARD = ['Target.detachedFromTarget', 'Inspector.targetCrashed'] as const
/** What goes beyond the page; `Browser.close` would end the app. */
const BEYOND = /^(?:Browser|Tethering|SystemInfo)\.|^Target\.(?!setAutoAttach$|closeTarget$)/

export interface PageLinkOptions {
  readonly contents: WebContents
  readonly port: MessagePortMain
  /** The core has no use for the page any more, or is gone itself. */
  readonly onClose: () => void
  /** The page is lost. Words for the middle of a sentence. */
  readonly onGone: (why: string) => void
}

export interface PageLink {
  send(message: FromPage): void
  /** Lets go of both sides. */
  end(): void
}

async function run(contents: WebContents, message: Extract<ToPage, { type: 'command' }>): Promise<CdpObject> {
  const { method, params, sessionId } = message
  if (BEYOND.test(method)) throw new Error('not allowed for a page')
  // Electron has printing of its own, and the protocol's not.
  if (method === 'Page.printToPDF') {
    const pdf = await contents.printToPDF(pdfOptions(params))
    return { data: pdf.toString('base64') }
  }
  // An empty id is refused by Electron; none is the page itself.
  const named = sessionId === '' ? [] : [sessionId]
  return (await contents.debugger.sendCommand(method, params, ...named)) as CdpObject
}

/**
 * Carries the core's commands to a page's debugger, and answers and events back. Main does not look into them: a body
 * passes as the string it came as. Events nobody listens to (each piece of data that arrives is one) end here.
 */
export function linkPage({ contents, port, onClose, onGone }: PageLinkOptions): PageLink {
  const heard = new Set<string>(ALWAYS_HEARD)
  let ended = false
  const send = (message: FromPage): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    if (!ended) port.postMessage(message)
  }

  contents.debugger.on('message', (_event, method, params: CdpObject, sessionId) => {
    if (heard.has(method)) send({ type: 'event', method, params, sessionId })
  })
  contents.debugger.on('detach', (_event, reason) => onGone(`was lost (${reason})`))
  contents.on('render-process-gone', () => {
    send({ type: 'event', method: 'Inspector.targetCrashed', params: {}, sessionId: '' })
  })
  contents.once('destroyed', () => onGone('was closed'))

  port.on('message', ({ data }) => {
    const message = data as ToPage
    if (message.type === 'hear') return void heard.add(message.event)
    if (message.type === 'close') return onClose()
    const { id } = message
    run(contents, message).then(
      result => send({ type: 'answer', id, result }),
      (error: unknown) => send({ type: 'failed', id, message: (error as Error).message }),
    )
  })
  port.on('close', onClose)
  port.start()

  return {
    send,
    end() {
      if (ended) return
      ended = true
      port.close()
    },
  }
}
