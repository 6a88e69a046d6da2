import { EventEmitter } from 'node:events'
import type { PortMessage } from './ports.ts'

// Runs before the script of a utility process and gives it what Electron gives: `process.parentPort`.

const send = (message: object) => process.send?.(message, undefined, undefined, () => undefined)
// Electron's utility process has no Node IPC channel: whatever looks for one must not find this.
const ipc = process

class ChildPort extends EventEmitter {
  private waiting: unknown[] = []
  private started = false
  private readonly id: number

  constructor(id: number) {
    super()
    this.id = id
  }

  start(): void {
    this.started = true
    for (const data of this.waiting.splice(0)) this.emit('message', { data, ports: [] })
  }

  postMessage(data: unknown): void {
    send({ type: 'port-data', id: this.id, data })
  }

  close(): void {
    ports.delete(this.id)
    send({ type: 'port-close', id: this.id })
  }

  receive(data: unknown): void {
    if (this.started) this.emit('message', { data, ports: [] })
    else this.waiting.push(data)
  }
}

class ParentPort extends EventEmitter {
  private waiting: object[] = []

  constructor() {
    super()
    this.on('newListener', event => {
      if (event === 'message') setImmediate(() => this.flush())
    })
  }

  postMessage(data: unknown): void {
    send({ type: 'message', data })
  }

  receive(event: object): void {
    this.waiting.push(event)
    if (this.listenerCount('message') > 0) this.flush()
  }

  private flush(): void {
    for (const event of this.waiting.splice(0)) this.emit('message', event)
  }
}

const ports = new Map<number, ChildPort>()
const parentPort = new ParentPort()

type FromMain = PortMessage | { readonly type: 'message'; readonly data: unknown; readonly ports: number[] }

ipc.on('message', (message: FromMain) => {
  if (message.type === 'port-data') ports.get(message.id)?.receive(message.data)
  else if (message.type === 'port-close') {
    const port = ports.get(message.id)
    ports.delete(message.id)
    port?.emit('close')
  } else {
    const arrived = message.ports.map(id => {
      const port = new ChildPort(id)
      ports.set(id, port)
      return port
    })
    parentPort.receive({ data: message.data, ports: arrived })
  }
})
// Electron ends its utility processes with the app.
ipc.on('disconnect', () => process.exit(0))

Object.defineProperty(process, 'parentPort', { value: parentPort })
Object.defineProperty(process, 'type', { value: 'utility' })
Object.defineProperty(process.versions, 'chrome', { value: process.env['STET_STANDIN_CHROME'] })
