/**
 * The process in which main runs: `node host.ts <main bundle> [arguments]`. Starts a Chromium, puts the
 * stand-in in Electron's place and runs the bundle. The test steers it over the IPC channel (`control.ts`).
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { report, type Asked } from './control.ts'

const ELECTRON = new URL('electron.ts', import.meta.url).href
const CHROMIUM_ARGS = (
  '--headless=new --no-sandbox --disable-gpu --no-first-run --disable-sync --mute-audio ' +
  '--disable-background-networking --disable-component-update --disable-dev-shm-usage ' +
  '--disable-extensions --hide-scrollbars --remote-debugging-port=0 ' +
  '--force-color-profile=srgb'
).split(' ')

async function startChromium(): Promise<{ wsEndpoint: string; pid: number }> {
  const file = process.env['STET_BROWSER']
  if (!file) throw new Error('STET_BROWSER has to name a Chromium.')
  const profile = mkdtempSync(join(process.env['STET_STANDIN_PROFILE'] ?? tmpdir(), 'chromium-'))
  const child = spawn(file, [...CHROMIUM_ARGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const pid = child.pid ?? 0
  process.on('exit', () => {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It ended before.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  })
  const wsEndpoint = await new Promise<string>((found, failed) => {
    let text = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const [, address] = /listening on (ws:\S+)/.exec(text) ?? []
      if (address) found(address)
    })
    child.on('exit', code => failed(new Error(`Chromium ended with ${code} before it listened: ${text}`)))
    child.on('error', failed)
  })
  return { wsEndpoint, pid }
}

const [mainFile, ...args] = process.argv.slice(2)
if (!mainFile) throw new Error('host.ts needs the main bundle to run.')
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0))

const { wsEndpoint, pid } = await startChromium()
report({ type: 'browser', wsEndpoint, pid })
const running = await chromium.connectOverCDP(wsEndpoint)

Object.defineProperty(process.versions, 'electron', { value: '45.0.0-standin' })
Object.defineProperty(process.versions, 'chrome', { value: running.version() })
process.env['STET_STANDIN_CHROME'] = running.version()

const { useBrowser } = await import('./session.ts')
const { useEndpoint } = await import('./debugger.ts')
const { app } = await import('./app.ts')
const { clickMenu } = await import('./menu.ts')
const { windowAt, windowsSeen } = await import('./browser-window.ts')
const { answerDialog, nativeTheme } = await import('./desktop.ts')
useBrowser(running)
useEndpoint(wsEndpoint)

Object.defineProperty(process, 'type', { value: 'browser' })
Object.defineProperty(process, 'resourcesPath', { value: process.cwd(), writable: true })
process.argv = [process.execPath, resolve(mainFile), ...args]

process.on('message', (asked: Asked) => {
  let error: string | null = null
  let data: unknown = null
  try {
    if (asked.type === 'dialog') answerDialog(asked.answer)
    else if (asked.type === 'menu-click') clickMenu(asked.path)
    else if (asked.type === 'windows') data = windowsSeen()
    else if (asked.type === 'close-window') windowAt(asked.url).close()
    else if (asked.type === 'crash') windowAt(asked.url).webContents._crash()
    else if (asked.type === 'dark') nativeTheme._system(asked.dark)
    else if (asked.type === 'emit-app')
      app.emit(asked.event, { preventDefault: () => undefined }, ...asked.args)
    else app.quit()
  } catch (problem) {
    error = String(problem)
  }
  report({ type: 'answer', id: asked.id, error, data })
})

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: ELECTRON, shortCircuit: true }
      : next(specifier, context),
})

// Electron is ready only after main's first turn: what must come before `ready` can.
setTimeout(() => app._start(), 50)
await import(pathToFileURL(resolve(mainFile)).href)
