import { EventEmitter } from 'node:events'
import { UnknownElectronApi } from './strict.ts'

/** One end of a channel: a port held in this process, or one that was sent elsewhere. */
export interface End {
  receive(data: unknown): void
  closed(): void
}

/** Two ends; what one sends the other receives. */
export class Channel {
  readonly ends: [End, End]
  private open = true

  constructor(make: (channel: Channel, side: 0 | 1) => End) {
    this.ends = [make(this, 0), make(this, 1)]
  }

  send(from: 0 | 1, data: unknown): void {
    if (this.open) this.ends[from === 0 ? 1 : 0].receive(data)
  }

  close(from: 0 | 1): void {
    if (!this.open) return
    this.open = false
    this.ends[from === 0 ? 1 : 0].closed()
  }
}

/** As Electron's: nothing is delivered before `start()`. */
export class MessagePortMain extends EventEmitter implements End {
  private waiting: unknown[] = []
  private started = false
  private sentAway = false
  private readonly channel: Channel
  private readonly side: 0 | 1

  constructor(channel: Channel, side: 0 | 1) {
    super()
    this.channel = channel
    this.side = side
  }

  start(): void {
    this.started = true
    for (const data of this.waiting.splice(0)) this.emit('message', { data, ports: [] })
  }

  postMessage(data: unknown, ports: readonly unknown[] = []): void {
    if (this.sentAway) throw new Error('The port was sent away; it cannot be used here any more.')
    if (ports.length > 0) throw new UnknownElectronApi('ports sent over ports')
    const copy: unknown = structuredClone(data)
    setImmediate(() => this.channel.send(this.side, copy))
  }

  close(): void {
    this.channel.close(this.side)
    setImmediate(() => this.emit('close'))
  }

  receive(data: unknown): void {
    if (this.started) this.emit('message', { data, ports: [] })
    else this.waiting.push(data)
  }

  closed(): void {
    this.emit('close')
  }

  /** Replaces this port by one elsewhere; answers with how that one sends. */
  sendAway(end: End): { send(data: unknown): void; close(): void } {
    if (this.sentAway) throw new Error('The port was already sent away.')
    this.sentAway = true
    this.channel.ends[this.side] = end
    for (const data of this.waiting.splice(0)) end.receive(data)
    return {
      send: data => this.channel.send(this.side, data),
      close: () => this.channel.close(this.side),
    }
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const { ends } = new Channel((channel, side) => new MessagePortMain(channel, side))
    this.port1 = ends[0] as MessagePortMain
    this.port2 = ends[1] as MessagePortMain
  }
}

/** Ports that went to one other process or page, by number. */
export class SentPorts {
  private next = 1
  private readonly ways = new Map<number, { send(data: unknown): void; close(): void }>()
  private readonly post: (message: PortMessage) => void

  constructor(post: (message: PortMessage) => void) {
    this.post = post
  }

  send(ports: readonly MessagePortMain[]): number[] {
    return ports.map(port => {
      if (!(port instanceof MessagePortMain)) throw new TypeError('Only a MessagePortMain can be sent.')
      const id = this.next++
      this.ways.set(
        id,
        port.sendAway({
          receive: data => this.post({ type: 'port-data', id, data }),
          closed: () => {
            this.ways.delete(id)
            this.post({ type: 'port-close', id })
          },
        }),
      )
      return id
    })
  }

  /** Something came from the other side. */
  from(message: PortMessage): void {
    const way = this.ways.get(message.id)
    if (!way) return
    if (message.type === 'port-data') way.send(message.data)
    else {
      this.ways.delete(message.id)
      way.close()
    }
  }

  /** The other side is gone. */
  closeAll(): void {
    for (const way of this.ways.values()) way.close()
    this.ways.clear()
  }
}

export type PortMessage =
  | { readonly type: 'port-data'; readonly id: number; readonly data: unknown }
  | { readonly type: 'port-close'; readonly id: number }
