import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'
import type { WebContents } from './web-contents.ts'

export interface FrameSeen {
  readonly url: string
  readonly origin: string
}

type Handler = (event: object, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  _handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this._handlers.has(channel)) throw new Error(`There is already a handler for '${channel}'.`)
    this._handlers.set(channel, handler)
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => (this.removeHandler(channel), handler(event, ...args)))
  }
  removeHandler(channel: string): void {
    this._handlers.delete(channel)
  }

  _event(sender: WebContents, more: object): object {
    return strict('the IPC event', {
      sender,
      senderFrame: sender.mainFrame,
      processId: sender.id,
      frameId: sender.id,
      ports: [],
      type: 'frame',
      ...more,
    })
  }
  _send(sender: WebContents, channel: string, args: readonly unknown[]): void {
    const reply = (to: string, ...rest: unknown[]) => sender.send(to, ...rest)
    this.emit(channel, this._event(sender, { reply }), ...args)
  }
  async _invoke(sender: WebContents, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this._handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(this._event(sender, {}), ...args)
  }
}

export const ipcMain = strict('ipcMain', new IpcMain())
