import { type BrowserWindow, WebContentsView } from 'electron'
import { CHANNELS } from '../ipc/channels.ts'
import type { OwnIpc } from '../ipc/own.ts'
import { pagesSession } from '../protocols/setup-protocols.ts'
import { snapshotUrl } from '../security/urls.ts'
import { passFocus } from './pass-focus.ts'
import { parsePagePlace, toWindowPixels } from './page-place.ts'

interface ShownPage {
  readonly snapshotId: string
  readonly view: WebContentsView
  readonly window: BrowserWindow
  blocked: number
}

/** The archived page that lies over the window: no script, no preload, no network, a session of its own. */
export class PageView {
  #shown: ShownPage | null = null
  readonly #window: () => BrowserWindow | null

  constructor(window: () => BrowserWindow | null) {
    this.#window = window
  }

  show(sent: unknown): void {
    const place = parsePagePlace(sent)
    if (place?.snapshotId !== this.#shown?.snapshotId) this.#remove()
    const window = this.#window()
    if (place === null || !window) return
    this.#shown ??= this.#create(window, place.snapshotId)
    const { width, height } = window.getContentBounds()
    this.#shown.view.setBounds(
      toWindowPixels(place.bounds, window.webContents.getZoomFactor(), { width, height }),
    )
  }

  /** Takes the page away: the app is loaded anew, or shows another archive. */
  clear(): void {
    this.#remove()
  }

  /** One more request of the shown page was cancelled. */
  countBlocked(): void {
    if (!this.#shown) return
    const { snapshotId, window } = this.#shown
    const count = ++this.#shown.blocked
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.blocked, { snapshotId, count })
  }

  #create(window: BrowserWindow, snapshotId: string): ShownPage {
    const view = new WebContentsView({
      webPreferences: {
        session: pagesSession(),
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        disableDialogs: true,
        autoplayPolicy: 'document-user-activation-required',
        spellcheck: false,
        devTools: false,
      },
    })
    view.setBackgroundColor('#ffffff')
    window.once('closed', () => this.#remove())
    window.contentView.addChildView(view)
    passFocus(window.webContents, view.webContents)
    // A page that cannot be loaded shows why by itself; a view that was taken away needs nothing.
    view.webContents.loadURL(snapshotUrl(snapshotId)).catch(() => undefined)
    return { snapshotId, view, window, blocked: 0 }
  }

  #remove(): void {
    if (!this.#shown) return
    const { view, window } = this.#shown
    this.#shown = null
    if (!window.isDestroyed()) window.contentView.removeChildView(view)
    // A view outlives its window, and is not freed before its contents are closed.
    view.webContents.close()
    void pagesSession().clearStorageData()
  }
}

export function setupPageView(ipc: OwnIpc, page: PageView): void {
  ipc.handle(CHANNELS.showPage, async sent => page.show(sent))
}
