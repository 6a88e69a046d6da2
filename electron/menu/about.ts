import { app } from 'electron'
import packageJson from '../../package.json' with { type: 'json' }
import { en } from '../words/en.ts'

export function setupAbout(): void {
  app.setAboutPanelOptions({
    applicationName: 'Stet',
    applicationVersion: packageJson.version,
    copyright: packageJson.license,
    credits: en.aboutText,
  })
}
