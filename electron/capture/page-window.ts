import { BrowserWindow, type Session } from 'electron'

/** What no page of the web gets, seen or not: a preload, anything of Node, webviews, dictionaries from elsewhere. */
const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
} as const

/** Electron would keep a page where it is, without asking anybody, where the page does not want to be left. */
function letLeave({ webContents }: BrowserWindow): void {
  webContents.on('will-prevent-unload', event => event.preventDefault())
}

/** A window for one captured page that is never shown. Only `destroy` closes it: a page's own script must not. */
export function openHiddenWindow(room: Session): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    paintWhenInitiallyHidden: true,
    focusable: false,
    skipTaskbar: true,
    width: 1280,
    height: 800,
    webPreferences: {
      ...PREFERENCES,
      session: room,
      disableDialogs: true,
      autoplayPolicy: 'document-user-activation-required',
      // Frames are drawn although nobody looks; without them there is no screenshot and no lazy picture.
      backgroundThrottling: false,
    },
  })
  window.on('close', event => event.preventDefault())
  letLeave(window)
  const { webContents } = window
  webContents.setAudioMuted(true)
  // UDP would not come through the capture's own door.
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  return window
}

/** Whose page it is comes first in the title: a page can look like anything. */
function showAddress(window: BrowserWindow, words: string): void {
  const { webContents } = window
  const show = (): void => {
    const { origin } = new URL(webContents.getURL() || 'about:blank')
    window.setTitle(origin === 'null' ? words : `${origin} – ${words}`)
  }
  window.on('page-title-updated', event => event.preventDefault())
  webContents.on('did-navigate', show)
  show()
}

/**
 * A window in which the person signs in. It shows whose page it is, and has no menu; windows that the page opens (to
 * sign in through somebody else) are of the same kind. `words` tell the person what to do.
 */
export function openSignInWindow(room: Session, words: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1000,
    height: 800,
    title: words,
    // A page that asks again and again can be told to stop.
    webPreferences: { ...PREFERENCES, session: room, safeDialogs: true },
  })
  const dress = (one: BrowserWindow): void => {
    one.removeMenu()
    letLeave(one)
    showAddress(one, words)
    one.webContents.on('did-create-window', dress)
  }
  dress(window)
  return window
}
