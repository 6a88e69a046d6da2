/** Where Chromium is, and how it is started for tests. */
export const CHROMIUM = process.env['STET_BROWSER'] ?? '/usr/bin/chromium'

export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
