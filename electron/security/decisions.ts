import { isAppUrl, snapshotPlace } from './urls.ts'

/**
 * What a page's contents are for: the app itself, an archived page, a page that is being captured, or one where the
 * person signs in.
 */
export type ContentsKind = 'app' | 'page' | 'capture' | 'sign-in'

export interface Navigation {
  readonly kind: ContentsKind
  readonly from: string
  readonly to: string
  readonly isMainFrame: boolean
}

/** Addresses of the web, and documents that pages of the web make themselves; none of them leads to a file or to us. */
const OPEN_WEB: readonly string[] = ['https:', 'http:', 'about:', 'blob:', 'data:']

const isOpenWeb = (kind: ContentsKind): boolean => kind === 'capture' || kind === 'sign-in'
const isOneOf = (schemes: readonly string[], url: string): boolean =>
  URL.canParse(url) && schemes.includes(new URL(url).protocol)

/**
 * What a document may navigate to by itself. The app may load itself again; a frame inside an archived page may
 * show another part of the same snapshot; a page of the web may go anywhere on the web; everything else is refused.
 */
export function mayNavigate({ kind, from, to, isMainFrame }: Navigation): boolean {
  if (isOpenWeb(kind)) return isOneOf(OPEN_WEB, to)
  if (kind === 'app') return isMainFrame && isAppUrl(to)
  const shown = snapshotPlace(from)
  return !isMainFrame && shown !== null && snapshotPlace(to)?.snapshotId === shown.snapshotId
}

/** Servers may send a page of the web on, and nothing else: the app's answers and archived pages never redirect. */
export function mayRedirect(kind: ContentsKind, to: string): boolean {
  return isOpenWeb(kind) && isOneOf(OPEN_WEB, to)
}

/** Signing in through somebody else opens a window; whatever else opens one, nobody would see it. */
export function mayOpenWindow(kind: ContentsKind, url: string): boolean {
  return kind === 'sign-in' && isOneOf(['https:', 'http:', 'about:'], url)
}

/** Schemes of requests the app's own session answers; none of them leads to a network. */
const APP_REQUESTS: readonly string[] = ['app:', 'blob:', 'data:', 'devtools:']

export function mayRequest(kind: ContentsKind, url: string): boolean {
  if (isOpenWeb(kind)) return isOneOf([...OPEN_WEB, 'wss:', 'ws:'], url)
  if (kind === 'page') return snapshotPlace(url) !== null || url.startsWith('data:')
  return APP_REQUESTS.some(scheme => url.startsWith(scheme))
}

/** Everything is denied but writing text to the clipboard, by the app itself, after a click. */
export function mayUse(kind: ContentsKind, permission: string, url: string): boolean {
  return kind === 'app' && permission === 'clipboard-sanitized-write' && isAppUrl(url)
}

/** The app may save what it made itself (a file of a snapshot, as a blob); the person is asked where. */
export function mayDownload(kind: ContentsKind, url: string): boolean {
  return kind === 'app' && url.startsWith('blob:') && isAppUrl(url.slice('blob:'.length))
}
