import { protocol } from 'electron'
import { APP_SCHEME, SNAPSHOT_SCHEME } from '../../archive/contract/desktop.ts'

/** Tells Chromium what our schemes are. Has to happen before the app is ready. */
export function setupSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    // Fonts are fetched with CORS, and a sandboxed page has no origin of its own to be the same as.
    {
      scheme: SNAPSHOT_SCHEME,
      privileges: { standard: true, secure: true, stream: true, corsEnabled: true },
    },
  ])
}
