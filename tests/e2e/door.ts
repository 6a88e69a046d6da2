import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron as electron, type Browser, type Frame, type Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { launchStandin, type Standin } from '../standin/launch.ts'
import { ensureBuilt, OUT, ROOT } from './built.ts'

export type DoorKind = 'browser' | 'standin' | 'electron'

/** One running app with an archive, whatever host it runs in. */
export interface Door {
  readonly kind: DoorKind
  /** The app as it runs now; another one after `restart()`. */
  readonly page: Page
  /** The archived page that is shown, once it is there: a frame in the browser, a view on the desktop. */
  archivedPage(): Promise<Page | Frame>
  /** What the hosting processes wrote, for a failed test's message. */
  output(): string
  /** Ends the app as a person would, and opens it again on the same archive. */
  restart(): Promise<void>
  /** Ends the process that holds the archive as the kernel would; answers with its id. */
  killCore(): number
  close(): Promise<void>
}

export interface DoorOptions {
  readonly archiveDir: string
  /** Of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number }
}

const ELECTRON_BINARY = join(ROOT, 'node_modules/electron/path.txt')

/** Why this door cannot be opened here, in words; null where it can. */
export function whyNot(kind: DoorKind): string | null {
  if (kind !== 'electron' || existsSync(ELECTRON_BINARY)) return null
  return "Electron's binary is not installed: these specs ran on the stand-in instead (tests/README.md)"
}

/** The doors that a spec runs through, with the reason where one is skipped. */
export const DOORS = (['browser', 'standin', 'electron'] as const).map(kind => {
  const reason = whyNot(kind)
  return { kind, skip: reason !== null, name: reason === null ? kind : `${kind} — SKIPPED: ${reason}` }
})

const SIZE = { width: 1280, height: 860 }

export async function openDoor(kind: DoorKind, { archiveDir, size = SIZE }: DoorOptions): Promise<Door> {
  await ensureBuilt()
  if (kind === 'browser') return openBrowser(archiveDir, size)
  if (kind === 'standin') return openStandin(archiveDir, size)
  return openElectron(archiveDir, size)
}

interface Size {
  readonly width: number
  readonly height: number
}

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url))

async function openBrowser(archiveDir: string, viewport: Size): Promise<Door> {
  let output = ''
  let host: ChildProcess
  let page: Page
  const browser: Browser = await launchBrowser()

  const open = async (): Promise<void> => {
    host = fork(SERVE, [archiveDir, join(OUT, 'renderer')], {
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [host.stdout, host.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
    }
    const url = await new Promise<string>((resolve, reject) => {
      host.once('message', message => resolve((message as { url: string }).url))
      host.once('exit', code => reject(new Error(`The server ended with ${code}.\n${output}`)))
    })
    const context = await browser.newContext({ viewport })
    page = await context.newPage()
    await page.goto(url)
  }
  const end = async (): Promise<void> => {
    if (host.exitCode !== null || host.signalCode !== null) return
    const ended = new Promise(resolve => host.once('exit', resolve))
    host.send('end')
    await ended
  }
  await open()
  return {
    kind: 'browser',
    get page() {
      return page
    },
    archivedPage: () =>
      until('the archived page in its frame', () => {
        const [frame] = page.mainFrame().childFrames()
        return frame?.url().startsWith('http://127.0.0.1:') ? frame : null
      }),
    output: () => output,
    async restart() {
      await page.context().close()
      await end()
      await open()
    },
    killCore() {
      host.kill('SIGKILL')
      return host.pid ?? 0
    },
    async close() {
      await browser.close()
      await end()
    },
  }
}

async function openStandin(archiveDir: string, size: Size): Promise<Door> {
  const profileDir = await mkdtemp(join(tmpdir(), 'stet-profile-'))
  let app: Standin
  const open = async (): Promise<void> => {
    const env = { STET_ARCHIVE: archiveDir }
    app = await launchStandin({ mainFile: join(OUT, 'main/main.js'), profileDir, env })
    await app.page.setViewportSize(size)
  }
  await open()
  return {
    kind: 'standin',
    get page() {
      return app.page
    },
    archivedPage: () => until('the view of the archived page', () => app.pageOf('snapshot')),
    output: () => app.output(),
    async restart() {
      const code = await app.quit()
      if (code !== 0) throw new Error(`The app ended with ${code}.\n${app.output()}`)
      await open()
    },
    killCore: () => app.killUtility(),
    async close() {
      await app.kill()
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
      const [unknown] = /The stand-in for Electron does not know.*/.exec(app.output()) ?? []
      if (unknown !== undefined) throw new Error(unknown)
    },
  }
}

async function openElectron(archiveDir: string, size: Size): Promise<Door> {
  const profileDir = await mkdtemp(join(tmpdir(), 'stet-profile-'))
  const open = async () => {
    const args = [join(OUT, 'main/main.js'), '--no-sandbox']
    const env = { ...(process.env as Record<string, string>), STET_ARCHIVE: archiveDir, HOME: profileDir }
    const app = await electron.launch({ args, env })
    const page = await app.firstWindow()
    await page.setViewportSize(size)
    return { app, page }
  }
  let running = await open()
  return {
    kind: 'electron',
    get page() {
      return running.page
    },
    archivedPage: () =>
      until('the view of the archived page', () => {
        const pages = running.app.windows()
        return pages.find(one => one.url().startsWith('snapshot://')) ?? null
      }),
    output: () => '',
    async restart() {
      await running.app.close()
      running = await open()
    },
    killCore() {
      throw new Error('Playwright does not tell the core’s process id; this part runs on the stand-in.')
    },
    async close() {
      await running.app.close()
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Asks until there is an answer; 20 seconds at the most. */
export async function until<T>(what: string, ask: () => T | null | Promise<T | null>): Promise<T> {
  const end = Date.now() + 20_000
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > end) throw new Error(`Waited 20 seconds in vain for ${what}.`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
