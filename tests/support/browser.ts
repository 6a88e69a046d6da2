import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { ensureBrowser } from '../../scripts/browser.ts'

/** A Chromium that asks nobody for anything by itself. Close it when done. */
export async function launchBrowser(options: Pick<LaunchOptions, 'proxy'> = {}): Promise<Browser> {
  return chromium.launch({
    ...options,
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
