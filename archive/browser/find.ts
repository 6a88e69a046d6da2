import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** Programs that are looked for on the PATH. A headless shell comes first: it needs a third of the processor time. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'headless_shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
] as const

function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env['HOME'] ?? '', 'Applications')]
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return folders.flatMap(folder => apps.map(app => join(folder, `${app}.app/Contents/MacOS/${app}`)))
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      folder => folder !== undefined,
    )
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return folders.flatMap(folder => programs.map(program => join(folder, program)))
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

const HEADLESS_ONLY = /headless[-_]shell/i

/** Programs that may be there, the best first. */
function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  const onPath = platform === 'win32' ? [] : NAMES.flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, ...usualPlaces(platform, env)]
}

async function firstToRun(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await canRun(path)) return path
  return null
}

/**
 * Path of a browser that speaks the DevTools protocol, or null. `STET_BROWSER` names one, and then no other is
 * looked for; `none` stands for no browser at all.
 */
export async function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> {
  const named = env['STET_BROWSER']
  if (named) return named !== 'none' && (await canRun(named)) ? named : null
  return firstToRun(candidates(env, platform))
}

/** The same of a browser that can show a window. Where the one that is named cannot, another may. */
export async function findBrowserWithWindow(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> {
  const named = env['STET_BROWSER']
  if (named && !HEADLESS_ONLY.test(named)) return findBrowser(env, platform)
  return firstToRun(candidates(env, platform).filter(path => !HEADLESS_ONLY.test(path)))
}
