import { join, resolve } from 'node:path'
import { app, dialog } from 'electron'
import envPaths from 'env-paths'
import { readKept, writeKept } from '../kept-json.ts'
import { getMainWindow } from '../windows/main-window.ts'
import type { Words } from '../words/en.ts'
import { parseRecents, withRecent } from './recents.ts'

const recentsFile = (): string => join(app.getPath('userData'), 'recents.json')

/** Archives opened on this computer, the last one first. */
export const recentArchives = (): readonly string[] => parseRecents(readKept(recentsFile()))

export function rememberArchive(dir: string): void {
  writeKept(recentsFile(), { archives: withRecent(recentArchives(), dir) })
}

/** The archive to begin with: $STET_ARCHIVE as for the command, else the last one, else the person's own. */
export function firstArchive(): string {
  return resolve(process.env['STET_ARCHIVE'] ?? recentArchives()[0] ?? envPaths('Stet', { suffix: '' }).data)
}

/** Lets the person choose a folder; null when they think better of it. */
export async function chooseArchive(words: Words): Promise<string | null> {
  const window = getMainWindow()
  const options: Electron.OpenDialogOptions = {
    title: words.chooseArchive,
    buttonLabel: words.openArchive,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}
