import { APP_SCHEME, SNAPSHOT_SCHEME } from '../../archive/contract/desktop.ts'

/** Host of the app's own files: `app://stet/`. */
const APP_HOST = 'stet'
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

export function isAppUrl(text: string): boolean {
  const url = parsed(text)
  return url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST
}

/** What the person's browser may be given: an address of the web, without a name and password in it. */
export function externalUrl(text: unknown): string | null {
  const url = typeof text === 'string' ? parsed(text) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return url && isWeb && url.username === '' && url.password === '' ? url.href : null
}

/**
 * The page of a snapshot is at `snapshot://s<id>/`. An id can be digits alone, and Chromium reads such a host
 * as an IPv4 address (URL Standard, "ends in a number"); the letter before it keeps it a name.
 */
export function snapshotUrl(snapshotId: string): string {
  return `${SNAPSHOT_SCHEME}://s${snapshotId}/`
}

export interface SnapshotPlace {
  readonly snapshotId: string
  /** Without the slash before it, percent-encoding as sent. */
  readonly path: string
}

export function snapshotPlace(text: string): SnapshotPlace | null {
  const url = parsed(text)
  const snapshotId = /^s([0-9a-f]{16})$/.exec(url?.host ?? '')?.[1]
  if (url?.protocol !== `${SNAPSHOT_SCHEME}:` || snapshotId === undefined) return null
  return { snapshotId, path: url.pathname.replace(/^\//, '') }
}

/** Ids come from the renderer: 16 hex digits (`archive/model/ids.ts`), or they are refused. */
export function isSnapshotId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)
}
