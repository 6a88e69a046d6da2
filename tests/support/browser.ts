import { type Browser, chromium } from 'playwright-core'
import { ensureBrowser } from '../../scripts/browser.ts'

/** A Chromium that asks nobody for anything by itself. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export { ensureBrowser }
