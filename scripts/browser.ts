import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { ROOT } from './build.ts'

// The Chromium that tests drive: `node scripts/browser.ts` finds or installs one and prints where it is.

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const KNOWN_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
/** With fonts, or pages in other scripts are boxes. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-liberation', 'fonts-noto-core']

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A Chromium or Chrome on this computer: the one `$STET_BROWSER` names, else any that is known; null where there is none. */
export function findBrowser(): string | null {
  const named = process.env['STET_BROWSER']
  if (named) {
    if (canRun(named)) return named
    throw new Error(`$STET_BROWSER names ${named}, which cannot be run. Correct it, or unset it.`)
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const inPath = NAMES.flatMap(name => folders.map(folder => join(folder, name)))
  return (
    [...inPath, ...KNOWN_PLACES, chromium.executablePath()].find(path => path !== '' && canRun(path)) ?? null
  )
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // What installers say belongs beside the path on standard output, not into it.
    const child = spawn(command, args, {
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.on('error', reject)
    child.on('close', status =>
      status === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${status}.`)),
    )
  })
}

async function install(): Promise<void> {
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/etc/debian_version')) {
    await run('apt-get', ['update', '-qq'])
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES])
    return
  }
  await run(process.execPath, [join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
}

/** Path of a Chromium, which is installed where there is none. Throws where that fails; the message says what to do. */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser()
  if (found !== null) return found
  process.stderr.write('No Chromium for the browser tests: installing one …\n')
  const help = 'Install Chromium or Chrome, or name one in $STET_BROWSER, and run the tests again.'
  await install().catch((cause: unknown) => {
    throw new Error(`Chromium could not be installed. ${help}`, { cause })
  })
  const installed = findBrowser()
  if (installed === null) throw new Error(`Chromium was installed but is not found. ${help}`)
  return installed
}

if (import.meta.main) {
  try {
    console.log(await ensureBrowser())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
