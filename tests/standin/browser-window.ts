import { app } from './app.ts'
import { record, type WindowSeen } from './control.ts'
import { knownOptions, strict, StrictEmitter, words } from './strict.ts'
import type { Page } from 'playwright-core'
import { useWindows, WebContents, type WebPreferences } from './web-contents.ts'

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const EVENTS = words(
  'ready-to-show show hide close closed focus blur resize resized move moved maximize ' +
    'unmaximize minimize restore enter-full-screen leave-full-screen unresponsive ' +
    'responsive page-title-updated session-end query-session-end app-command swipe',
)

const OPTIONS = words(
  'width height x y minWidth minHeight show title icon backgroundColor center ' +
    'webPreferences autoHideMenuBar titleBarStyle titleBarOverlay useContentSize ' +
    'fullscreenable trafficLightPosition fullscreen resizable darkTheme ' +
    'paintWhenInitiallyHidden focusable skipTaskbar',
)

interface WindowOptions extends Partial<Rectangle> {
  readonly show?: boolean
  readonly title?: string
  readonly webPreferences?: WebPreferences
}

/** A view with a page of its own: in the stand-in a page beside the window's, not over it. */
export class WebContentsView extends StrictEmitter {
  readonly webContents: WebContents
  _bounds: Rectangle = { x: 0, y: 0, width: 0, height: 0 }
  _visible = true

  constructor(options: { readonly webPreferences?: WebPreferences } = {}) {
    super('WebContentsView', ['bounds-changed'])
    knownOptions('WebContentsView', options, ['webPreferences'])
    this.webContents = createContents(options.webPreferences ?? {})
  }

  setBounds(bounds: Rectangle): void {
    this._bounds = { ...bounds }
    record('view.setBounds', bounds)
    const { width, height } = bounds
    if (width < 1 || height < 1) return
    void this.webContents._ready
      .then(page => page.setViewportSize({ width: Math.round(width), height: Math.round(height) }))
      .catch(() => undefined)
  }
  getBounds(): Rectangle {
    return this._bounds
  }
  setVisible(visible: boolean): void {
    this._visible = visible
    record('view.setVisible', visible)
  }
  getVisible(): boolean {
    return this._visible
  }
  setBackgroundColor(_color: string): void {}
  setBorderRadius(_radius: number): void {}
}

function createContents(preferences: WebPreferences, page: Page | null = null): WebContents {
  const contents = new WebContents(preferences, page)
  app.emit('web-contents-created', {}, contents)
  return contents
}

const windows = new Map<number, BrowserWindow>()
let nextId = 1

export class BrowserWindow extends StrictEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows.values()].find(window => window._focused) ?? null
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows.values()].find(window => window.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null
  }

  readonly id = nextId++
  readonly webContents: WebContents
  readonly contentView: object
  autoHideMenuBar = false
  title = ''
  _bounds: Rectangle
  _views: WebContentsView[] = []
  _visible: boolean
  _focused = true
  _maximized = false
  _minimized = false
  _fullScreen = false
  _destroyed = false

  constructor(options: WindowOptions = {}, opened: Page | null = null) {
    super('BrowserWindow', EVENTS)
    knownOptions('BrowserWindow', options, OPTIONS)
    this._bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    }
    this._visible = options.show ?? true
    this.title = options.title ?? ''
    this.webContents = createContents(options.webPreferences ?? {}, opened)
    const views = this._views
    this.contentView = strict('window.contentView', {
      get children() {
        return [...views]
      },
      addChildView: (view: WebContentsView) => void views.push(view),
      removeChildView: (view: WebContentsView) => {
        const at = views.indexOf(view)
        if (at >= 0) views.splice(at, 1)
      },
      getBounds: () => ({ ...this._bounds, x: 0, y: 0 }),
    })
    windows.set(this.id, this)
    app._windows.add(this)
    void this.webContents._ready.then(page => {
      page.on('load', () => {
        if (!this._destroyed) this.emit('ready-to-show')
      })
      return page.setViewportSize({ width: this._bounds.width, height: this._bounds.height })
    })
    this.webContents.on('destroyed', () => this._closed())
    app.emit('browser-window-created', {}, this)
  }

  async loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  close(): void {
    if (this._destroyed) return
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    if (prevented) app._stay()
    else this.destroy()
  }
  destroy(): void {
    this.webContents.close()
    this._closed()
  }
  _closed(): void {
    if (this._destroyed) return
    this._destroyed = true
    windows.delete(this.id)
    for (const view of this._views) view.webContents.close()
    this.emit('closed')
    app._windowClosed(this)
  }
  isDestroyed(): boolean {
    return this._destroyed
  }
  show(): void {
    this._visible = true
    this.emit('show')
  }
  showInactive(): void {
    this.show()
  }
  hide(): void {
    this._visible = false
    this.emit('hide')
  }
  isVisible(): boolean {
    return this._visible
  }
  focus(): void {
    this._focused = true
    this.emit('focus')
  }
  blur(): void {
    this._focused = false
    this.emit('blur')
  }
  isFocused(): boolean {
    return this._focused
  }
  minimize(): void {
    this._minimized = true
    this.emit('minimize')
  }
  restore(): void {
    this._minimized = false
    this.emit('restore')
  }
  isMinimized(): boolean {
    return this._minimized
  }
  maximize(): void {
    this._maximized = true
    this.emit('maximize')
  }
  unmaximize(): void {
    this._maximized = false
    this.emit('unmaximize')
  }
  isMaximized(): boolean {
    return this._maximized
  }
  setFullScreen(on: boolean): void {
    this._fullScreen = on
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen')
  }
  isFullScreen(): boolean {
    return this._fullScreen
  }
  getBounds(): Rectangle {
    return this._bounds
  }
  getNormalBounds(): Rectangle {
    return this._bounds
  }
  getContentBounds(): Rectangle {
    return this._bounds
  }
  getSize(): [number, number] {
    return [this._bounds.width, this._bounds.height]
  }
  getContentSize(): [number, number] {
    return this.getSize()
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this._bounds = { ...this._bounds, ...bounds }
  }
  setMinimumSize(_width: number, _height: number): void {}
  setBackgroundColor(color: string): void {
    record('window.setBackgroundColor', color)
  }
  setTitle(title: string): void {
    this.title = title
  }
  getTitle(): string {
    return this.title
  }
  removeMenu(): void {}
  setMenuBarVisibility(_on: boolean): void {}
  setAutoHideMenuBar(_on: boolean): void {}
  setProgressBar(progress: number): void {
    record('window.setProgressBar', progress)
  }
  flashFrame(_on: boolean): void {}
  setRepresentedFilename(_path: string): void {}
  setDocumentEdited(_edited: boolean): void {}
  setTitleBarOverlay(_options: object): void {}
  setIcon(_icon: unknown): void {}
  moveTop(): void {}
  center(): void {}
}

export function windowsSeen(): readonly WindowSeen[] {
  return [...windows.values()].map(window => ({
    url: window.webContents.getURL(),
    title: window.title,
    isVisible: window._visible,
  }))
}

export function windowAt(url: string): BrowserWindow {
  const found = [...windows.values()].find(window => window.webContents.getURL() === url)
  if (!found) throw new Error(`No window shows ${url}: ${JSON.stringify(windowsSeen())}`)
  return found
}

// As Electron does by default: with the opener's preferences but its preload, and closed with it.
useWindows((opener, page) => {
  const { preload: _ours, ...webPreferences } = opener._preferences
  const window = new BrowserWindow({ webPreferences: { ...webPreferences, session: opener.session } }, page)
  opener.once('destroyed', () => window.destroy())
  return window
})
