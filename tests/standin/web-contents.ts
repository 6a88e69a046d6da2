import { randomUUID } from 'node:crypto'
import type { CDPSession, Page, Request as PageRequest } from 'playwright-core'
import { record } from './control.ts'
import { decodeInNode, encodeInNode } from './codec.ts'
import { Debugger } from './debugger.ts'
import { ipcMain, type FrameSeen } from './ipc-main.ts'
import { SentPorts, type MessagePortMain, type PortMessage } from './ports.ts'
import { toChromium, toElectron } from './schemes.ts'
import { sessionOf, type Session } from './session.ts'
import { knownOptions, strict, StrictEmitter, UnknownElectronApi, words } from './strict.ts'
import { worldSources } from './world-source.ts'

const EVENTS = words(
  'did-finish-load did-fail-load dom-ready did-start-loading did-stop-loading destroyed ' +
    'will-navigate will-frame-navigate will-redirect did-navigate did-navigate-in-page ' +
    'will-attach-webview render-process-gone unresponsive responsive before-input-event ' +
    'context-menu will-prevent-unload select-bluetooth-device login certificate-error ' +
    'select-client-certificate did-create-window page-title-updated preload-error focus ' +
    'blur console-message devtools-opened zoom-changed',
)

const PREFERENCES = words(
  'preload sandbox contextIsolation nodeIntegration nodeIntegrationInWorker webSecurity ' +
    'nodeIntegrationInSubFrames javascript partition session webviewTag spellcheck ' +
    'plugins navigateOnDragDrop safeDialogs disableDialogs backgroundThrottling ' +
    'additionalArguments images webgl experimentalFeatures allowRunningInsecureContent ' +
    'enableWebSQL devTools autoplayPolicy defaultEncoding enableBlinkFeatures ' +
    'disableBlinkFeatures v8CacheOptions',
)

export interface WebPreferences {
  readonly preload?: string
  readonly sandbox?: boolean
  readonly contextIsolation?: boolean
  readonly nodeIntegration?: boolean
  readonly javascript?: boolean
  readonly partition?: string
  readonly session?: Session
  readonly webSecurity?: boolean
  readonly additionalArguments?: readonly string[]
}

const PDF_OPTIONS = words(
  'landscape displayHeaderFooter printBackground scale pageSize margins pageRanges headerTemplate ' +
    'footerTemplate preferCSSPageSize generateTaggedPDF generateDocumentOutline',
)

interface PdfOptions {
  readonly pageSize?: { readonly width: number; readonly height: number }
  readonly margins?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', number>>>
}

type OpenHandler = (details: object) => { readonly action: 'allow' | 'deny' }
type FromPreload =
  | PortMessage
  | { readonly type: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly type: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown[] }
  | { readonly type: 'unknown'; readonly message: string }

/** Makes a window of a page that another page opened; set by `browser-window.ts`, which knows windows. */
let makeWindow: (opener: WebContents, page: Page) => object = () => {
  throw new UnknownElectronApi('windows that pages open')
}

export function useWindows(make: typeof makeWindow): void {
  makeWindow = make
}

const all = new Map<number, WebContents>()
let nextId = 1

/** A Chromium page as main sees it. Everything asked of it waits until the page is there. */
export class WebContents extends StrictEmitter {
  readonly id = nextId++
  readonly session: Session
  readonly mainFrame: FrameSeen
  readonly debugger: Debugger
  _page: Page | null = null
  /** The address main itself asked for, while it loads. */
  _loading: string | null = null
  _cdp: CDPSession | null = null
  _world: number | null = null
  _secret = `stet${randomUUID().replaceAll('-', '')}`
  _ports = new SentPorts(message => void this._toWorld(message))
  _preferences: WebPreferences
  _openHandler: OpenHandler | null = null
  /** Windows that main let the page open and that are not there yet. */
  _mayOpen = 0
  _ready: Promise<Page>
  _destroyed = false
  /** It was asked to close, which takes a moment. */
  _closing = false
  /** Something was loaded, be it an empty page. */
  _hasDocument = false
  _dark: boolean | null = null
  _zoom = 1

  /** `page` is there already where another page opened it. */
  constructor(preferences: WebPreferences, page: Page | null = null) {
    super('webContents', EVENTS)
    knownOptions('webPreferences', preferences, PREFERENCES)
    if (
      preferences.sandbox === false ||
      preferences.contextIsolation === false ||
      preferences.nodeIntegration
    ) {
      throw new UnknownElectronApi('pages without sandbox and context isolation')
    }
    if (preferences.webSecurity === false) throw new UnknownElectronApi('pages without web security')
    this._preferences = preferences
    this.session = preferences.session ?? sessionOf(preferences.partition ?? '')
    this.session._contents.add(this)
    this.debugger = new Debugger(this)
    const url = () => this.getURL()
    this.mainFrame = strict('webFrameMain', {
      get url() {
        return url()
      },
      get origin() {
        return /^[^:]+:\/\/[^/]*/.exec(url())?.[0] ?? 'null'
      },
      parent: null,
      routingId: this.id,
      processId: this.id,
      frameTreeNodeId: this.id,
      name: '',
      detached: false,
      isDestroyed: () => this._destroyed,
    })
    Object.defineProperty(this.mainFrame, 'top', { value: this.mainFrame })
    all.set(this.id, this)
    this._ready = this._open(page)
    this._ready.catch((error: unknown) => process.stderr.write(`Stand-in: no page: ${String(error)}\n`))
  }

  async _open(opened: Page | null): Promise<Page> {
    const context = await this.session._context(this._preferences.javascript !== false)
    const page = opened ?? (await context.newPage())
    this._page = page
    const cdp = await context.newCDPSession(page)
    this._cdp = cdp
    await cdp.send('Page.enable')
    cdp.on('Page.windowOpen', ({ url }) => this._windowOpen(toElectron(url)))
    if (this._preferences.preload) await this._addPreload(cdp, this._preferences.preload)
    if (this._dark !== null) await page.emulateMedia({ colorScheme: this._dark ? 'dark' : 'light' })
    page.on('close', () => this._gone())
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    page.on('dialog', dialog => void dialog.dismiss().catch(() => undefined))
    page.on('domcontentloaded', () => this.emit('dom-ready'))
    page.on('load', () => {
      this.emit('did-finish-load')
      this.emit('did-stop-loading')
    })
    page.on('framenavigated', frame => {
      if (frame === page.mainFrame()) this.emit('did-navigate', {}, this.getURL(), 200, 'OK')
    })
    // Chromium tells of a page that another one opened once its first answer is there.
    if (opened) this.emit('did-navigate', {}, this.getURL(), 200, 'OK')
    return page
  }

  async _addPreload(cdp: CDPSession, file: string): Promise<void> {
    const binding = `stet${randomUUID().replaceAll('-', '')}`
    const world = 'Electron Isolated Context'
    const sources = worldSources(file, {
      secret: this._secret,
      binding,
      platform: process.platform,
      argv: this._preferences.additionalArguments ?? [],
      versions: { electron: process.versions['electron'] ?? '', node: process.versions.node },
      suffix: '-scheme.invalid',
    })
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === world) this._world = context.id
    })
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this._world) this._leaveWorld()
    })
    cdp.on('Runtime.executionContextsCleared', () => this._leaveWorld())
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === binding) this._fromPreload(decodeInNode(payload) as FromPreload)
    })
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: binding, executionContextName: world })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: sources.main })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: sources.preload, worldName: world })
  }

  _leaveWorld(): void {
    this._world = null
    this._ports.closeAll()
  }

  _fromPreload(message: FromPreload): void {
    if (message.type === 'port-data' || message.type === 'port-close') return this._ports.from(message)
    if (message.type === 'unknown') {
      process.stderr.write(`${message.message}\n`)
      this.emit('preload-error', {}, this._preferences.preload, new Error(message.message))
      return
    }
    if (message.type === 'send') return ipcMain._send(this, message.channel, message.args)
    ipcMain._invoke(this, message.channel, message.args).then(
      data => this._toWorld({ type: 'answer', id: message.id, data, error: null }),
      (error: unknown) => {
        const text = `Error invoking remote method '${message.channel}': ${String(error)}`
        return this._toWorld({ type: 'answer', id: message.id, data: null, error: text })
      },
    )
  }

  async _toWorld(message: object): Promise<void> {
    const contextId = this._world
    if (contextId === null || !this._cdp) return
    const expression = `globalThis[${JSON.stringify(this._secret)}](${JSON.stringify(encodeInNode(message))})`
    await this._cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined)
  }

  _mayNavigate(url: string, request: PageRequest): boolean {
    const isMain = request.frame() === this._page?.mainFrame()
    if (isMain && this._loading === url) return true
    let prevented = false
    const details = {
      url,
      isMainFrame: isMain,
      isSameDocument: false,
      initiator: this.mainFrame,
      frame: this.mainFrame,
      preventDefault: () => (prevented = true),
    }
    if (isMain) this.emit('will-navigate', details, url)
    this.emit('will-frame-navigate', details)
    return !prevented
  }

  _windowOpen(url: string): void {
    const answer = this._openHandler?.({ url, frameName: '', features: '', disposition: 'new-window' })
    record('webContents.windowOpen', url, answer?.action ?? 'allow')
    if (answer?.action !== 'deny') this._mayOpen++
  }

  /** The page opened another one; whether that may stay. */
  _opened(page: Page): boolean {
    if (this._mayOpen === 0) return false
    this._mayOpen--
    this.emit('did-create-window', makeWindow(this, page), {})
    return true
  }

  _gone(): void {
    if (this._destroyed) return
    this._destroyed = true
    this._leaveWorld()
    this.session._contents.delete(this)
    all.delete(this.id)
    this.emit('destroyed')
  }

  /** Never answers: nothing is left to do so. */
  _crash(): void {
    this._cdp?.send('Page.crash').catch(() => undefined)
  }

  async loadURL(url: string): Promise<void> {
    const page = await this._ready
    this._loading = /^[a-z]+:\/\/[^/]+$/i.test(url) ? `${url}/` : url
    const asked = toElectron(toChromium(this._loading)).replace(/^[^:]+:\/\/[^/]*/, host =>
      host.toLowerCase(),
    )
    this._loading = asked
    try {
      await page.goto(toChromium(url), { waitUntil: 'load' })
      this._hasDocument = true
    } catch (error) {
      this.emit('did-fail-load', {}, -2, 'ERR_FAILED', url, true)
      throw new Error(`ERR_FAILED (-2) loading '${url}'`, { cause: error })
    } finally {
      this._loading = null
    }
  }

  getURL(): string {
    return this._page ? toElectron(this._page.url()).replace(/^about:blank$/, '') : ''
  }
  isLoading(): boolean {
    return this._loading !== null
  }
  isDestroyed(): boolean {
    return this._destroyed
  }
  isCrashed(): boolean {
    return false
  }
  isFocused(): boolean {
    return true
  }
  focus(): void {}
  getTitle(): string {
    return ''
  }
  send(channel: string, ...args: unknown[]): void {
    this._post(channel, args, [])
  }
  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    this._post(channel, [message], transfer)
  }
  _post(channel: string, args: readonly unknown[], transfer: readonly MessagePortMain[]): void {
    // Electron clones at once: what cannot be cloned must fail here, not later.
    encodeInNode(args)
    const ports = this._ports.send(transfer)
    void this._ready.then(() => this._toWorld({ type: 'ipc', channel, args, ports }))
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this._openHandler = handler
  }
  close(): void {
    this._closing = true
    void this._ready.then(page => page.close()).catch(() => undefined)
  }
  reload(): void {
    void this._ready.then(page => {
      this._loading = this.getURL()
      return page.reload().finally(() => (this._loading = null))
    })
  }
  stop(): void {}
  print(options: object = {}, callback?: (ok: boolean, reason: string) => void): void {
    record('webContents.print', options)
    callback?.(true, '')
  }
  async printToPDF(options: PdfOptions): Promise<Buffer> {
    knownOptions('webContents.printToPDF', options, PDF_OPTIONS)
    await this._ready
    const { pageSize, margins, ...same } = options
    const answer = await this._cdp?.send('Page.printToPDF', {
      ...same,
      ...(pageSize && { paperWidth: pageSize.width, paperHeight: pageSize.height }),
      ...(margins && {
        marginTop: margins.top,
        marginBottom: margins.bottom,
        marginLeft: margins.left,
        marginRight: margins.right,
      }),
    })
    return Buffer.from(answer?.data ?? '', 'base64')
  }
  getZoomFactor(): number {
    return this._zoom
  }
  setZoomFactor(factor: number): void {
    this._zoom = factor
  }
  getZoomLevel(): number {
    return Math.log(this._zoom) / Math.log(1.2)
  }
  setZoomLevel(level: number): void {
    this._zoom = 1.2 ** level
  }
  async setVisualZoomLevelLimits(): Promise<void> {}
  setAudioMuted(_muted: boolean): void {}
  setIgnoreMenuShortcuts(_ignore: boolean): void {}
  setWebRTCIPHandlingPolicy(_policy: string): void {}
  setBackgroundThrottling(_on: boolean): void {}
  toggleDevTools(): void {
    record('webContents.toggleDevTools')
  }
  getType(): string {
    return 'window'
  }
}

export const webContents = strict('webContents', {
  getAllWebContents: () => [...all.values()],
  fromId: (id: number) => all.get(id),
  getFocusedWebContents: () => [...all.values()][0] ?? null,
})
