import { isAppUrl, snapshotPlace } from './urls.ts'

/** What a page's contents are for: the app itself, or an archived page. */
export type ContentsKind = 'app' | 'page'

export interface Navigation {
  readonly kind: ContentsKind
  readonly from: string
  readonly to: string
  readonly isMainFrame: boolean
}

/**
 * What a document may navigate to by itself. The app may load itself again; a frame inside an archived page may
 * show another part of the same snapshot; everything else is refused, redirects too.
 */
export function mayNavigate({ kind, from, to, isMainFrame }: Navigation): boolean {
  if (kind === 'app') return isMainFrame && isAppUrl(to)
  const shown = snapshotPlace(from)
  return !isMainFrame && shown !== null && snapshotPlace(to)?.snapshotId === shown.snapshotId
}

/** Schemes of requests the app's own session answers; none of them leads to a network. */
const APP_REQUESTS: readonly string[] = ['app:', 'blob:', 'data:', 'devtools:']

export function mayRequest(kind: ContentsKind, url: string): boolean {
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
