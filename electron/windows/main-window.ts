import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { RestartPause } from '../core/restart-pause.ts'
import { readKept, writeKept } from '../kept-json.ts'
import { APP_URL } from '../security/urls.ts'
import { MIN_SIZE, parseWindowState, placeWindow, type WindowState } from './window-state.ts'

const PRELOAD_FILE = join(import.meta.dirname, '..', 'preload', 'preload.cjs')
/** `--paper` of the renderer's tokens: no white flash before the first paint. */
const PAPER = { light: '#fbf9f5', dark: '#16181a' } as const

const paper = (): string => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light)
const stateFile = (): string => join(app.getPath('userData'), 'window.json')

let mainWindow: BrowserWindow | null = null

/** The app's window; null while there is none. */
export const getMainWindow = (): BrowserWindow | null => mainWindow

function workAreas() {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(display => display.id !== primary.id)
  return [primary, ...others].map(display => display.workArea)
}

function createMainWindow(): BrowserWindow {
  const { maximized, ...bounds } = placeWindow(parseWindowState(readKept(stateFile())), workAreas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Stet',
    show: false,
    backgroundColor: paper(),
    webPreferences: {
      preload: PRELOAD_FILE,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium would fetch its dictionaries from somewhere else.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    writeKept(stateFile(), state)
  })
  window.on('closed', () => {
    mainWindow = null
    // Pages that are being captured are windows too, and keep no app running that nobody sees.
    if (process.platform !== 'darwin') app.quit()
  })
  // Nothing is lost with the renderer: what it shows comes from the core, and it is loaded again.
  const pause = new RestartPause()
  let loadedAt = Date.now()
  window.webContents.on('render-process-gone', () => {
    const wait = pause.next(Date.now() - loadedAt)
    setTimeout(() => {
      loadedAt = Date.now()
      if (!window.isDestroyed()) window.reload()
    }, wait)
  })
  void window.loadURL(APP_URL)
  return window
}

/** Brings the window to the front; makes it where there is none. */
export function showMainWindow(): void {
  if (!mainWindow) {
    mainWindow = createMainWindow()
    return
  }
  if (mainWindow.isMinimized()) mainWindow.restore()
  mainWindow.show()
  mainWindow.focus()
}

/** The first window, and when there is one again. */
export function setupWindows(): void {
  nativeTheme.on('updated', () => mainWindow?.setBackgroundColor(paper()))
  app.on('activate', showMainWindow)
  // Without a listener Electron would quit, also where the app goes on without a window.
  app.on('window-all-closed', () => {})
  showMainWindow()
}
