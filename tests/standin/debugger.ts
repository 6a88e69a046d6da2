import { CdpSocket } from './cdp-socket.ts'
import { StrictEmitter, UnknownElectronApi } from './strict.ts'
import type { WebContents } from './web-contents.ts'

let endpoint = ''

/** Where the running Chromium listens for the DevTools protocol. */
export function useEndpoint(address: string): void {
  endpoint = address
}

/** `webContents.debugger`: the DevTools protocol for the page, its frames and its workers. */
export class Debugger extends StrictEmitter {
  _contents: WebContents
  _socket: Promise<CdpSocket> | null = null

  constructor(contents: WebContents) {
    super('debugger', ['message', 'detach'])
    this._contents = contents
  }

  attach(version?: string): void {
    if (this._socket) throw new Error('Debugger is already attached to the target')
    if (version !== undefined && version !== '1.3')
      throw new Error('Requested protocol version is not supported')
    this._socket = this._attach()
    // Whoever sends a command hears of it.
    this._socket.catch(() => undefined)
  }

  async _attach(): Promise<CdpSocket> {
    const page = await this._contents._ready
    const session = await page.context().newCDPSession(page)
    const { targetInfo } = await session.send('Target.getTargetInfo')
    await session.detach()
    return CdpSocket.attach(endpoint, targetInfo.targetId, {
      message: (method, params, sessionId) => this.emit('message', {}, method, params, sessionId),
      closed: () => this._closed(),
    })
  }

  isAttached(): boolean {
    return this._socket !== null
  }

  async sendCommand(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    if (!this._socket) throw new Error('No target available')
    if (sessionId === '') throw new Error('Empty session id is not allowed')
    if (!this._contents._hasDocument) {
      throw new UnknownElectronApi('commands before the first document, which Electron may never answer')
    }
    // Parts of the protocol that are Chrome's or the headless shell's, not Electron's.
    if (/^(?:Browser|HeadlessExperimental)\.|^Page\.printToPDF$/.test(method))
      throw new Error(`'${method}' wasn't found`)
    const socket = await this._socket
    return socket.send(method, params, sessionId ?? '')
  }

  detach(): void {
    void this._socket?.then(socket => socket.close()).catch(() => undefined)
  }

  _closed(): void {
    if (!this._socket) return
    this._socket = null
    this.emit('detach', {}, 'target closed')
  }
}
