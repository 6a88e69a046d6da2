import { join } from 'node:path'
import { session, type Session } from 'electron'
import { APP_SCHEME, SNAPSHOT_SCHEME } from '../../archive/contract/desktop.ts'
import type { CoreProcess } from '../core/core-process.ts'
import { answerApp } from './app-files.ts'
import { answerSnapshot } from './snapshot-pages.ts'

/** Beside `out/main`, where this runs from. */
const RENDERER_DIR = join(import.meta.dirname, '..', 'renderer')

/** Session of archived pages: without `persist:` it lives in memory only. */
const PAGES_PARTITION = 'archived-pages'

export const pagesSession = (): Session => session.fromPartition(PAGES_PARTITION, { cache: false })

/** The app's own files in the app's session, archived pages in theirs; neither knows the other's scheme. */
export function setupProtocols(core: CoreProcess): void {
  session.defaultSession.protocol.handle(APP_SCHEME, request => answerApp(RENDERER_DIR, request))
  pagesSession().protocol.handle(SNAPSHOT_SCHEME, request => answerSnapshot(core, request))
}
