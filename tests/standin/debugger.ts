import type { CDPSession } from 'playwright-core'
import { StrictEmitter } from './strict.ts'
import type { WebContents } from './web-contents.ts'

/** `webContents.debugger`: a CDP session of its own on the page. */
export class Debugger extends StrictEmitter {
  _contents: WebContents
  _session: Promise<CDPSession> | null = null

  constructor(contents: WebContents) {
    super('debugger', ['message', 'detach'])
    this._contents = contents
  }

  attach(_version?: string): void {
    if (this._session) throw new Error('Debugger is already attached to the target')
    this._session = this._contents._ready.then(async page => {
      const session = await page.context().newCDPSession(page)
      session.on('event', ({ method, params }) => this.emit('message', {}, method, params ?? {}, ''))
      return session
    })
  }

  isAttached(): boolean {
    return this._session !== null
  }

  async sendCommand(method: string, params: object = {}): Promise<unknown> {
    if (!this._session) throw new Error('No target available')
    const session = await this._session
    return session.send(method as never, params as never)
  }

  detach(): void {
    const session = this._session
    this._session = null
    void session?.then(one => one.detach()).catch(() => undefined)
    this.emit('detach', {}, 'target closed')
  }
}
