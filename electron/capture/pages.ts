import { app, type BrowserWindow, MessageChannelMain, type MessagePortMain } from 'electron'
import type { GivenBrowser, WantBrowser } from './messages.ts'
import { linkPage } from './page-link.ts'
import { openHiddenWindow, openSignInWindow } from './page-window.ts'
import { Rooms, type RoomKind } from './rooms.ts'
import { chromeUserAgent } from './user-agent.ts'

export interface Given {
  readonly given: GivenBrowser
  /** Belongs to the page; for the core. */
  readonly port: MessagePortMain | null
}

const OPENS_WITHIN_MS = 20_000
/** How long a window that the person closed waits for the core to read it. */
const READ_WITHIN_MS = 10_000
/** The door that `archive/capture/browser/tunnel.ts` opens, or one where nobody listens; nothing else is a way out. */
const DOOR = /^socks5:\/\/127\.0\.0\.1:\d{1,5}$/

async function loadBlank(window: BrowserWindow): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('an empty page took too long')), OPENS_WITHIN_MS)
  })
  try {
    // Before its first document a page answers no command.
    await Promise.race([window.loadURL('about:blank'), late])
  } finally {
    clearTimeout(timer)
  }
}

/** The pages that the core is shown. Main opens and closes them; what happens in them is the core's business. */
export class CapturePages {
  readonly #rooms = new Rooms()
  readonly #ends = new Set<() => void>()
  readonly #signInWords: () => string
  /** Counts the cores: a page that was being opened for one that is gone is closed again. */
  #turn = 0

  /** @param signInWords tell the person, in the title of the window, what to do there */
  constructor(signInWords: () => string) {
    this.#signInWords = signInWords
  }

  /** Never rejects. */
  async give(want: WantBrowser): Promise<Given> {
    if (want.kind === 'about') {
      const userAgent = chromeUserAgent(app.userAgentFallback)
      return {
        given: { kind: 'about', product: `Chrome/${process.versions.chrome}`, userAgent },
        port: null,
      }
    }
    try {
      return { given: { kind: 'page' }, port: await this.#open(want) }
    } catch (error) {
      return { given: { kind: 'refused', message: (error as Error).message }, port: null }
    }
  }

  /** The core is gone: nobody needs any page. */
  closeAll(): void {
    this.#turn++
    for (const end of this.#ends) end()
  }

  async #open(want: Exclude<WantBrowser, { kind: 'about' }>): Promise<MessagePortMain> {
    const turn = this.#turn
    const kind: RoomKind = want.kind === 'page' ? 'capture' : 'sign-in'
    if (want.kind === 'page' && !DOOR.test(want.proxy)) throw new Error('its way out is none of ours')
    const room = this.#rooms.take(kind)
    await room.setProxy(
      want.kind === 'page'
        ? // Without the second, loopback addresses would be asked directly.
          { proxyRules: want.proxy, proxyBypassRules: '<-loopback>' }
        : { mode: 'system' },
    )
    const window = want.kind === 'page' ? openHiddenWindow(room) : openSignInWindow(room, this.#signInWords())
    const close = (): void => {
      if (!window.isDestroyed()) window.destroy()
      void this.#rooms.giveBack(kind, room)
    }
    try {
      await loadBlank(window)
      window.webContents.debugger.attach('1.3')
      if (turn !== this.#turn) throw new Error('the archive was closed')
    } catch (error) {
      close()
      throw error
    }
    return this.#link(window, kind, close)
  }

  #link(window: BrowserWindow, kind: RoomKind, close: () => void): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    let ended = false
    const end = (): void => {
      if (ended) return
      ended = true
      this.#ends.delete(end)
      link.end()
      close()
    }
    const link = linkPage({
      contents: window.webContents,
      port: port1,
      onClose: end,
      onGone(why) {
        if (!ended) link.send({ type: 'gone', why })
        end()
      },
    })
    this.#ends.add(end)
    if (kind === 'sign-in') {
      window.on('close', event => {
        event.preventDefault()
        window.hide()
        link.send({ type: 'leaving' })
        setTimeout(end, READ_WITHIN_MS).unref()
      })
    }
    return port2
  }
}
