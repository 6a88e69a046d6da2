import { app, session, type Session, shell, type WebContents } from 'electron'
import { pagesSession } from '../protocols/setup-protocols.ts'
import {
  type ContentsKind,
  mayDownload,
  mayNavigate,
  mayOpenWindow,
  mayRedirect,
  mayRequest,
  mayUse,
} from './decisions.ts'
import { externalUrl } from './urls.ts'

export interface SecurityOptions {
  /** A request of an archived page was cancelled. */
  readonly onBlocked: () => void
}

/** Nothing listens there: a page's preconnects and name look-ups, which no request filter sees, end here. */
const NOWHERE = 'socks5://127.0.0.1:9'

/** What a session's contents are for. A session that is none of these is kept as closely as the app's. */
const kinds = new WeakMap<Session, ContentsKind>()

/** Every rule about what pages may do, in one place; the decisions themselves are in `decisions.ts`. */
export function setupSecurity({ onBlocked }: SecurityOptions): void {
  guardSession(session.defaultSession, 'app')
  guardSession(pagesSession(), 'page', onBlocked)
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, kinds.get(contents.session) ?? 'app'),
  )
  // Electron would hand over the first certificate there is, and with it the person's name.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
}

/** Before anything is loaded in the session; its way out, which is none at first, may be set afterwards. */
export function guardSession(guarded: Session, kind: ContentsKind, onBlocked: () => void = () => {}): void {
  kinds.set(guarded, kind)
  void guarded.setProxy({ proxyRules: NOWHERE, proxyBypassRules: '<-loopback>' })
  guarded.setPermissionRequestHandler((contents, permission, decide) =>
    decide(mayUse(kind, permission, contents.getURL())),
  )
  guarded.setPermissionCheckHandler((_contents, permission, origin) => mayUse(kind, permission, origin))
  guarded.setDevicePermissionHandler(() => false)
  guarded.on('will-download', (event, item) => {
    if (!mayDownload(kind, item.getURL())) event.preventDefault()
  })
  guarded.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !mayRequest(kind, url)
    if (cancel) onBlocked()
    answer({ cancel })
  })
}

function guardContents(contents: WebContents, kind: ContentsKind): void {
  contents.on('will-frame-navigate', event => {
    const { url: to, isMainFrame } = event
    if (!mayNavigate({ kind, from: contents.getURL(), to, isMainFrame })) event.preventDefault()
  })
  contents.on('will-redirect', event => {
    if (!mayRedirect(kind, event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenWindow(kind, url)) return { action: 'allow' }
    // A link of the app that asks for a new window is meant for the person's browser.
    if (kind === 'app') openExternal(url).catch(() => undefined)
    return { action: 'deny' }
  })
}

/** Hands a web address to the person's browser; anything else is refused. */
export async function openExternal(address: unknown): Promise<void> {
  const url = externalUrl(address)
  if (url === null)
    throw new Error(`${String(address)} was not opened: only http and https addresses leave Stet.`)
  await shell.openExternal(url)
}
