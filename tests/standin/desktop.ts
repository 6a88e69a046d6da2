import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { EventEmitter } from 'node:events'
import { record } from './control.ts'
import { registerScheme } from './schemes.ts'
import { sessionOf } from './session.ts'
import { knownOptions, strict, StrictEmitter, UnknownElectronApi, words } from './strict.ts'
import { webContents } from './web-contents.ts'

const answers: unknown[] = []

/** The answer to the next dialogue; without one, a dialogue fails the test. */
export function answerDialog(answer: unknown): void {
  answers.push(answer)
}

const ask =
  (name: string) =>
  async (...args: readonly object[]): Promise<unknown> => {
    const options = args.at(-1)
    record(`dialog.${name}`, options)
    if (answers.length === 0) throw new UnknownElectronApi(`an answer to dialog.${name}: give it one first`)
    return answers.shift()
  }

export const dialog = strict('dialog', {
  showOpenDialog: ask('showOpenDialog'),
  showSaveDialog: ask('showSaveDialog'),
  showMessageBox: ask('showMessageBox'),
  showErrorBox: (title: string, content: string) => record('dialog.showErrorBox', title, content),
})

export const shell = strict('shell', {
  openExternal: async (url: string) => record('shell.openExternal', url),
  openPath: async (path: string) => {
    record('shell.openPath', path)
    return ''
  },
  showItemInFolder: (path: string) => record('shell.showItemInFolder', path),
  beep: () => record('shell.beep'),
})

class NativeTheme extends StrictEmitter {
  shouldUseHighContrastColors = false
  shouldUseInvertedColorScheme = false
  inForcedColorsMode = false
  prefersReducedTransparency = false
  _dark = false
  _source: 'system' | 'light' | 'dark' = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }
  get themeSource(): 'system' | 'light' | 'dark' {
    return this._source
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    this._source = source
    this._tell()
  }
  get shouldUseDarkColors(): boolean {
    return this._source === 'system' ? this._dark : this._source === 'dark'
  }
  /** The system turns dark or light. */
  _system(dark: boolean): void {
    this._dark = dark
    this._tell()
  }
  _tell(): void {
    const dark = this.shouldUseDarkColors
    for (const contents of webContents.getAllWebContents()) {
      contents._dark = dark
      void contents._ready
        .then(page => page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' }))
        .catch(() => undefined)
    }
    this.emit('updated')
  }
}
export const nativeTheme = new NativeTheme()

export class Notification extends StrictEmitter {
  static isSupported(): boolean {
    return true
  }
  _options: object
  constructor(options: object) {
    super('Notification', ['click', 'close', 'show', 'failed', 'action', 'reply'])
    knownOptions('Notification', options, ['title', 'body', 'silent', 'icon', 'urgency', 'timeoutType'])
    this._options = options
  }
  show(): void {
    record('notification.show', this._options)
    this.emit('show')
  }
  close(): void {}
}

const DISPLAY = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  workAreaSize: { width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
  scaleFactor: 1,
}
export const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), {
    getAllDisplays: () => [DISPLAY],
    getPrimaryDisplay: () => DISPLAY,
    getDisplayMatching: () => DISPLAY,
    getDisplayNearestPoint: () => DISPLAY,
  }),
)

interface CustomScheme {
  readonly scheme: string
  readonly privileges?: object
}
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]) => {
    for (const { scheme, privileges = {} } of schemes) {
      knownOptions(
        'scheme privileges',
        privileges,
        words('standard secure bypassCSP allowServiceWorkers supportFetchAPI corsEnabled stream codeCache'),
      )
      if (!(privileges as { standard?: boolean }).standard) {
        throw new UnknownElectronApi(`the scheme ${scheme} without "standard"`)
      }
      registerScheme(scheme)
    }
  },
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    (sessionOf('').protocol as { handle(...args: unknown[]): void }).handle(scheme, handler),
  isProtocolHandled: (scheme: string) => sessionOf('')._handlers.has(scheme),
})

export const net = strict('net', {
  fetch: async (url: string) => {
    if (!url.startsWith('file:')) throw new UnknownElectronApi(`net.fetch of ${url}`)
    return new Response(await readFile(fileURLToPath(url)))
  },
  isOnline: () => true,
})

export const nativeImage = strict('nativeImage', {
  createFromPath: (path: string) => strict('NativeImage', { path, isEmpty: () => false }),
})
