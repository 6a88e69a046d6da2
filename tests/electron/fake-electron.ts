import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

/** Electron's port as far as it is used: nothing before `start`, and both ends hear that one was closed. */
export class Port extends EventEmitter {
  other: Port | null = null
  isClosed = false
  readonly #held: unknown[] = []
  #started = false

  start(): void {
    this.#started = true
    for (const data of this.#held.splice(0)) this.emit('message', { data, ports: [] })
  }
  postMessage(data: unknown): void {
    if (this.isClosed) throw new Error('The port is closed.')
    const copy: unknown = structuredClone(data)
    setImmediate(() => this.other?.receive(copy))
  }
  receive(data: unknown): void {
    if (this.isClosed) return
    if (this.#started) this.emit('message', { data, ports: [] })
    else this.#held.push(data)
  }
  close(): void {
    setImmediate(() => {
      for (const end of [this, this.other]) {
        if (end && !end.isClosed) {
          end.isClosed = true
          end.emit('close')
        }
      }
    })
  }
}

export class Channel {
  readonly port1 = new Port()
  readonly port2 = new Port()
  constructor() {
    this.port1.other = this.port2
    this.port2.other = this.port1
  }
}

export class FakeSession extends EventEmitter {
  readonly partition: string
  readonly proxies: unknown[] = []
  readonly emptied = vi.fn(async () => {})
  readonly webRequest = { onBeforeRequest: vi.fn() }
  readonly setPermissionRequestHandler = vi.fn()
  readonly setPermissionCheckHandler = vi.fn()
  readonly setDevicePermissionHandler = vi.fn()
  userAgent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Stet/0.1.0 Chrome/150.0.7000.1 Electron/45.4.1 Safari/537.36'

  constructor(partition: string) {
    super()
    this.partition = partition
  }
  setProxy = async (proxy: unknown) => void this.proxies.push(proxy)
  setSpellCheckerEnabled = vi.fn()
  getUserAgent = () => this.userAgent
  setUserAgent = (userAgent: string) => void (this.userAgent = userAgent)
  clearStorageData = () => this.emptied()
  closeAllConnections = async () => {}
  clearCache = async () => {}
  clearAuthCache = async () => {}
  clearHostResolverCache = async () => {}
}

export class FakeDebugger extends EventEmitter {
  readonly commands: unknown[][] = []
  attached: string | null = null
  answer: (method: string) => Promise<unknown> = async () => ({})
  attach = (version: string) => void (this.attached = version)
  sendCommand = (...command: [string, ...unknown[]]) => {
    this.commands.push(command)
    return this.answer(command[0])
  }
}

export class FakeContents extends EventEmitter {
  readonly debugger = new FakeDebugger()
  readonly loaded: string[] = []
  url = ''
  setAudioMuted = vi.fn()
  setWebRTCIPHandlingPolicy = vi.fn()
  printToPDF = vi.fn(async (_options: object) => Buffer.from('%PDF-'))
  getURL = () => this.url
  go(url: string): void {
    this.url = url
    this.emit('did-navigate', {}, url)
  }
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = []
  /** What loading does from now on. */
  static load: () => Promise<void> = async () => {}
  readonly webContents = new FakeContents()
  readonly options: { readonly show?: boolean; readonly webPreferences: Record<string, unknown> }
  title = ''
  isHidden: boolean
  gone = false
  removeMenu = vi.fn()

  constructor(options: FakeWindow['options']) {
    super()
    this.options = options
    this.isHidden = options.show === false
    FakeWindow.all.push(this)
  }
  loadURL = async (url: string) => {
    this.webContents.loaded.push(url)
    await FakeWindow.load()
  }
  setTitle = (title: string) => void (this.title = title)
  hide = () => void (this.isHidden = true)
  isDestroyed = () => this.gone
  destroy(): void {
    this.gone = true
    this.webContents.emit('destroyed')
    this.emit('closed')
  }
  /** As the person or a script of the page does it; whether the window may stay. */
  close(): boolean {
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    if (!prevented) this.destroy()
    return prevented
  }
}

export const sessions: FakeSession[] = []

/** For `vi.mock('electron', …)`. */
export const fakeElectron = {
  app: { userAgentFallback: new FakeSession('').userAgent, on: vi.fn() },
  shell: {},
  BrowserWindow: FakeWindow,
  MessageChannelMain: Channel,
  session: {
    defaultSession: new FakeSession(''),
    fromPartition: (partition: string) => {
      const made = new FakeSession(partition)
      sessions.push(made)
      return made
    },
  },
}

/** Lets everything happen that waits for its turn. */
export async function turns(count = 10): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setImmediate(resolve))
}
