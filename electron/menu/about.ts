import { app } from 'electron'
import { en } from '../words/en.ts'

export function setupAbout(): void {
  app.setAboutPanelOptions({
    applicationName: 'Stet',
    applicationVersion: app.getVersion(),
    copyright: 'MIT',
    credits: en.aboutText,
  })
}
