import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { record, report } from './control.ts'
import { electronUserAgent } from './session.ts'
import { strict, StrictEmitter, UnknownElectronApi, words } from './strict.ts'

const EVENTS = words(
  'ready will-finish-launching window-all-closed before-quit will-quit quit activate ' +
    'open-url open-file second-instance web-contents-created browser-window-created ' +
    'render-process-gone child-process-gone browser-window-focus browser-window-blur ' +
    'login certificate-error select-client-certificate continue-activity session-created ' +
    'accessibility-support-changed did-become-active gpu-info-update',
)

interface ClosableWindow {
  close(): void
  isDestroyed(): boolean
}

const PROFILE = process.env['STET_STANDIN_PROFILE'] ?? join(tmpdir(), 'stet-standin')

class App extends StrictEmitter {
  readonly name = 'Stet'
  isPackaged = false
  /** macOS only. */
  dock = undefined
  accessibilitySupportEnabled = false
  applicationMenu = null
  get userAgentFallback(): string {
    return electronUserAgent()
  }
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value?: string) =>
      record('app.commandLine.appendSwitch', name, value ?? null),
    appendArgument: (value: string) => record('app.commandLine.appendArgument', value),
    hasSwitch: (_name: string) => false,
    getSwitchValue: (_name: string) => '',
  })
  _paths: Record<string, string> = {
    userData: join(PROFILE, 'userData'),
    sessionData: join(PROFILE, 'userData'),
    logs: join(PROFILE, 'logs'),
    temp: tmpdir(),
    home: PROFILE,
    appData: PROFILE,
    documents: join(PROFILE, 'Documents'),
    downloads: join(PROFILE, 'Downloads'),
    desktop: join(PROFILE, 'Desktop'),
    exe: process.execPath,
  }
  _windows = new Set<ClosableWindow>()
  _ready = false
  _quitting = false

  constructor() {
    super('app', EVENTS)
  }

  async whenReady(): Promise<void> {
    if (!this._ready) await new Promise<void>(resolve => this.once('ready', () => resolve()))
  }
  isReady(): boolean {
    return this._ready
  }
  getPath(name: string): string {
    const path = this._paths[name]
    if (!path) throw new UnknownElectronApi(`the path "${name}" of app`)
    mkdirSync(path === process.execPath ? PROFILE : path, { recursive: true })
    return path
  }
  setPath(name: string, path: string): void {
    this._paths[name] = path
  }
  getName(): string {
    return this.name
  }
  setName(name: string): void {
    record('app.setName', name)
  }
  getVersion(): string {
    return '0.0.0-standin'
  }
  getAppPath(): string {
    return process.cwd()
  }
  getLocale(): string {
    return 'en-GB'
  }
  getSystemLocale(): string {
    return 'en-GB'
  }
  getPreferredSystemLanguages(): readonly string[] {
    return ['en-GB']
  }
  /** Always given: two instances at a time are not emulated. */
  requestSingleInstanceLock(_data?: unknown): boolean {
    return process.env['STET_STANDIN_SECOND'] === undefined
  }
  releaseSingleInstanceLock(): void {}
  hasSingleInstanceLock(): boolean {
    return true
  }
  enableSandbox(): void {
    record('app.enableSandbox')
  }
  disableHardwareAcceleration(): void {}
  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id)
  }
  setAsDefaultProtocolClient(scheme: string, ...rest: unknown[]): boolean {
    record('app.setAsDefaultProtocolClient', scheme, ...rest)
    return true
  }
  isDefaultProtocolClient(_scheme: string): boolean {
    return false
  }
  setAboutPanelOptions(options: object): void {
    record('app.setAboutPanelOptions', options)
  }
  showAboutPanel(): void {
    record('app.showAboutPanel')
  }
  addRecentDocument(path: string): void {
    record('app.addRecentDocument', path)
  }
  clearRecentDocuments(): void {}
  setBadgeCount(count?: number): boolean {
    record('app.setBadgeCount', count ?? null)
    return true
  }
  focus(_options?: object): void {}
  show(): void {}
  hide(): void {}
  isAccessibilitySupportEnabled(): boolean {
    return false
  }
  setSecureKeyboardEntryEnabled(_on: boolean): void {}

  /** As Electron: before-quit, every window closed, will-quit, quit; each step can be held up. */
  quit(): void {
    let prevented = false
    this.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (prevented) return
    this._quitting = true
    const open = [...this._windows]
    if (open.length === 0) return this._willQuit()
    for (const window of open) window.close()
  }
  _willQuit(): void {
    let prevented = false
    this.emit('will-quit', { preventDefault: () => (prevented = true) })
    if (prevented) {
      this._quitting = false
      return
    }
    this.exit(0)
  }
  _windowClosed(window: ClosableWindow): void {
    this._windows.delete(window)
    if (this._windows.size > 0) return
    if (this._quitting) return this._willQuit()
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
  /** A window refused to close. */
  _stay(): void {
    this._quitting = false
  }
  exit(code = 0): void {
    this.emit('quit', {}, code)
    process.exit(code)
  }
  relaunch(options?: object): void {
    record('app.relaunch', options ?? null)
  }
  _start(): void {
    this._ready = true
    this.emit('will-finish-launching')
    this.emit('ready', {}, {})
    report({ type: 'menu', items: [] })
  }
}

export const app = new App()
