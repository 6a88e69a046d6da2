import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** Under which name the app is known to the system, and where it keeps what belongs to this computer only. */
export function setupIdentity(): void {
  app.setName('Stet')
  // Windows shows no notification of an app whose id it does not know; the same as in electron-builder.yml.
  if (process.platform === 'win32') app.setAppUserModelId('org.stet.desktop')
  // Not "Stet": on a Mac that is the folder of the archive itself.
  const dir = join(app.getPath('appData'), 'Stet Desktop')
  mkdirSync(dir, { recursive: true })
  app.setPath('userData', dir)
}
