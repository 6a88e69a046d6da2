import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { ensureBrowser } from '../support/browser.ts'
import type { FromHost, MenuItemSeen, Recorded, ToHost, WindowSeen } from './control.ts'

const HOST = fileURLToPath(new URL('host.ts', import.meta.url))

export interface LaunchOptions {
  /** The built main bundle. */
  readonly mainFile: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Folder that stands for the person's home: userData and the rest lie in it. */
  readonly profileDir: string
  /** Ceiling for the first window, in milliseconds. */
  readonly timeoutMs?: number
}

export interface Standin {
  /** The app's window, once it has loaded. */
  readonly page: Page
  /** The page a `WebContentsView` shows: the one whose scheme this is; null while there is none. */
  pageOf(scheme: string): Page | null
  /** The page of any window that shows an address; null where none does. */
  pageAt(url: string): Page | null
  windows(): Promise<readonly WindowSeen[]>
  /** Closes the window that shows an address, as its close button does. */
  closeWindow(url: string): Promise<void>
  /** Ends the process that shows an address, as a crash does. */
  crash(url: string): Promise<void>
  /** What main asked the desktop for: dialogues, the browser, notifications. */
  readonly recorded: readonly Recorded[]
  menu(): readonly MenuItemSeen[]
  clickMenu(...path: readonly string[]): Promise<void>
  answerDialog(answer: unknown): Promise<void>
  emitApp(event: string, ...args: readonly unknown[]): Promise<void>
  setDark(dark: boolean): Promise<void>
  /** Ends the newest utility process as the kernel would. */
  killUtility(): number
  utilityPids(): readonly number[]
  /** What main and its children wrote. */
  output(): string
  /** Quits as from the menu and waits for the end. */
  quit(): Promise<number | null>
  /** Ends everything at once. */
  kill(): Promise<void>
}

/** Starts a built desktop app on the stand-in and waits for its window. */
export async function launchStandin(options: LaunchOptions): Promise<Standin> {
  const { mainFile, args = [], env = {}, profileDir, timeoutMs = 30_000 } = options
  const browserFile = await ensureBrowser()
  const child = fork(HOST, [mainFile, ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      ...env,
      STET_STANDIN_PROFILE: profileDir,
      STET_BROWSER: browserFile,
    },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const recorded: Recorded[] = []
  const utilities: number[] = []
  const waiting = new Map<number, (error: string | null, data: unknown) => void>()
  let menu: readonly MenuItemSeen[] = []
  let browserPid = 0
  let next = 1
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  const endpoint = new Promise<string>((resolve, reject) => {
    child.on('message', (message: FromHost) => {
      if (message.type === 'browser') {
        browserPid = message.pid
        resolve(message.wsEndpoint)
      } else if (message.type === 'utility') utilities.push(message.pid)
      else if (message.type === 'recorded') recorded.push(message.recorded)
      else if (message.type === 'menu') menu = message.items
      else waiting.get(message.id)?.(message.error, message.data)
    })
    void ended.then(code => reject(new Error(`Main ended with ${code} before its window.\n${output}`)))
  })
  const question = (message: ToHost) =>
    new Promise<unknown>((resolve, reject) => {
      const id = next++
      waiting.set(id, (error, data) => (error === null ? resolve(data) : reject(new Error(error))))
      child.send({ ...message, id })
    })
  const ask = async (message: ToHost): Promise<void> => void (await question(message))

  const kill = async () => {
    child.kill('SIGKILL')
    for (const pid of [...utilities, -browserPid]) {
      if (pid === 0) continue
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended before.
      }
    }
    await ended
  }

  let browser: Browser
  let page: Page
  try {
    browser = await chromium.connectOverCDP(await endpoint)
    page = await firstWindow(browser, ended, timeoutMs, () => output)
  } catch (error) {
    await kill()
    throw error
  }
  const pages = () => browser.contexts().flatMap(context => context.pages())

  return {
    page,
    pageOf: scheme => pages().find(one => one.url().includes(`.${scheme}-scheme.invalid/`)) ?? null,
    pageAt: url => pages().find(one => one.url() === url) ?? null,
    windows: async () => (await question({ type: 'windows' })) as readonly WindowSeen[],
    closeWindow: url => ask({ type: 'close-window', url }),
    crash: url => ask({ type: 'crash', url }),
    recorded,
    menu: () => menu,
    clickMenu: (...path) => ask({ type: 'menu-click', path }),
    answerDialog: answer => ask({ type: 'dialog', answer }),
    emitApp: (event, ...rest) => ask({ type: 'emit-app', event, args: rest }),
    setDark: dark => ask({ type: 'dark', dark }),
    killUtility() {
      const pid = utilities.at(-1)
      if (pid === undefined) throw new Error('There is no utility process.')
      process.kill(pid, 'SIGKILL')
      return pid
    },
    utilityPids: () => [...utilities],
    output: () => output,
    async quit() {
      ask({ type: 'quit' }).catch(() => undefined)
      const code = await ended
      await browser.close().catch(() => undefined)
      return code
    },
    async kill() {
      await kill()
      await browser.close().catch(() => undefined)
    },
  }
}

async function firstWindow(
  browser: Browser,
  ended: Promise<unknown>,
  timeoutMs: number,
  output: () => string,
): Promise<Page> {
  const over = new AbortController()
  void ended.then(() => over.abort())
  const until = Date.now() + timeoutMs
  while (Date.now() < until && !over.signal.aborted) {
    for (const page of browser.contexts().flatMap(context => context.pages())) {
      if (!/\.app-scheme\.invalid\//.test(page.url())) continue
      await page.waitForLoadState('load', { timeout: timeoutMs })
      return page
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`No window of the app within ${timeoutMs} ms.\n${output()}`)
}
