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

/** A page that is out of sight (a menu stood over it, it was scrolled away) is kept so long, as it was read. */
const KEEP_HIDDEN_MS = 60_000

/** The archived page that lies over the window: no script, no preload, no network, a session of its own. */
export class PageView {
  #shown: ShownPage | null = null
  #forget: NodeJS.Timeout | undefined
  readonly #window: () => BrowserWindow | null
  readonly #onClosed = (): void => this.clear()

  constructor(window: () => BrowserWindow | null) {
    this.#window = window
  }

  show(sent: unknown): void {
    const place = parsePagePlace(sent)
    const window = this.#window()
    if (place === null || !window) return this.#hide()
    if (place.snapshotId !== this.#shown?.snapshotId) this.clear()
    clearTimeout(this.#forget)
    this.#shown ??= this.#create(window, place.snapshotId)
    const { view } = this.#shown
    if (!window.contentView.children.includes(view)) window.contentView.addChildView(view)
    const { width, height } = window.getContentBounds()
    view.setBounds(toWindowPixels(place.bounds, window.webContents.getZoomFactor(), { width, height }))
  }

  /** Takes the page away: the app is loaded anew, or shows another archive. */
  clear(): void {
    clearTimeout(this.#forget)
    if (!this.#shown) return
    const { view, window } = this.#shown
    this.#shown = null
    window.off('closed', this.#onClosed)
    if (!window.isDestroyed()) window.contentView.removeChildView(view)
    // A view outlives its window, and is not freed before its contents are closed.
    view.webContents.close()
    void pagesSession().clearStorageData()
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
    window.once('closed', this.#onClosed)
    passFocus(window.webContents, view.webContents)
    // A page that cannot be loaded shows why by itself; a view that was taken away needs nothing.
    view.webContents.loadURL(snapshotUrl(snapshotId)).catch(() => undefined)
    return { snapshotId, view, window, blocked: 0 }
  }

  #hide(): void {
    if (!this.#shown) return
    const { view, window } = this.#shown
    if (!window.isDestroyed()) window.contentView.removeChildView(view)
    clearTimeout(this.#forget)
    this.#forget = setTimeout(() => this.clear(), KEEP_HIDDEN_MS).unref()
  }
}

export function setupPageView(ipc: OwnIpc, page: PageView): void {
  ipc.handle(CHANNELS.showPage, async sent => page.show(sent))
}
