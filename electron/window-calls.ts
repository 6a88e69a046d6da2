import { shell, type WebContents } from 'electron'
import type { CoreProcess } from './core/core-process.ts'
import { CHANNELS } from './ipc/channels.ts'
import type { OwnIpc } from './ipc/own.ts'
import { openExternal } from './security/setup-security.ts'
import { isSnapshotId } from './security/urls.ts'

async function showFolder(core: CoreProcess, snapshotId: unknown): Promise<void> {
  if (snapshotId !== null && !isSnapshotId(snapshotId))
    throw new Error('That is not the id of a snapshot. No folder was opened.')
  const dir = await core.folderOf(snapshotId)
  const problem = await shell.openPath(dir)
  if (problem !== '') throw new Error(`${dir} could not be shown: ${problem}`)
}

async function showExport(core: CoreProcess, fileName: unknown): Promise<void> {
  if (typeof fileName !== 'string')
    throw new Error('That is not the name of an export. No folder was opened.')
  shell.showItemInFolder(await core.exportedFile(fileName))
}

function print(contents: WebContents): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: true }, (done, reason) => {
      // Somebody who closes the print dialogue knows that nothing was printed.
      if (done || /cancel/i.test(reason)) resolve()
      else reject(new Error(`The window was not printed: ${reason}.`))
    })
  })
}

export interface WindowCallsOptions {
  readonly core: CoreProcess
  readonly contents: () => WebContents | null
  readonly openArchive: () => Promise<void>
  /** The app was loaded, or loaded anew: what lay over its window belongs to a screen that is gone. */
  readonly onLoaded: () => void
}

/** What the app asks of its window; the rest it asks of the core, over a port of its own. */
export function setupWindowCalls(
  ipc: OwnIpc,
  { core, contents, openArchive, onLoaded }: WindowCallsOptions,
): void {
  ipc.on(CHANNELS.connect, sender => {
    onLoaded()
    core.connect(sender)
  })
  ipc.handle(CHANNELS.showFolder, snapshotId => showFolder(core, snapshotId))
  ipc.handle(CHANNELS.showExport, fileName => showExport(core, fileName))
  ipc.handle(CHANNELS.openExternal, openExternal)
  ipc.handle(CHANNELS.openArchive, openArchive)
  ipc.handle(CHANNELS.print, async () => {
    const shown = contents()
    if (shown) await print(shown)
  })
}
