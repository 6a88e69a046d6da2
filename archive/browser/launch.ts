import { type ChildProcess, spawn } from 'node:child_process'
import { basename } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { StetError } from '../errors.ts'
import type { Browser, CdpSession } from '../ports/browser.ts'
import { FLAGS, sandboxFlags } from './flags.ts'
import { keepWatch } from './heartbeat.ts'
import { openPage } from './open-page.ts'
import { CdpPipe } from './pipe.ts'
import { makeScratchFolder, removeScratchFolder } from './scratch-folder.ts'

const STARTS_WITHIN_MS = 30_000
/** What a browser last complained of, in bytes. */
const COMPLAINT_BYTES = 4_000

export interface RunningBrowser extends Browser {
  /** The browser's own session. */
  readonly root: CdpSession
  /** Aborted when the browser ended, whoever ended it. */
  readonly gone: AbortSignal
  /** Of the browser; null where it never came to have one. */
  readonly pid: number | null
  /** Pages that are open now. */
  readonly openPages: number
  /** Pages it has opened so far. */
  readonly opened: number
  close(): Promise<void>
}

function lost(program: string, words: string): StetError {
  return new StetError(
    'io',
    `The browser (${program}) ${words}. Nothing that was saved is affected; try again.`,
    {
      program,
      reason: 'browser-gone',
    },
  )
}

function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve()
  return new Promise(resolve => void child.once('exit', () => resolve()))
}

async function within<T>(work: Promise<T>, ms: number, late: () => unknown): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late() as Error), ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Remembers the end of what a program says. */
function lastWords(stream: Readable): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (piece: string) => (text = (text + piece).slice(-COMPLAINT_BYTES)))
  return () => {
    const lines = text.split('\n').map(line => line.replace(/^\[[^\]]*\]\s*/, '').trim())
    return lines.findLast(line => line !== '') ?? ''
  }
}

/** Ends a browser and all it started: it is the head of a process group of its own. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

/** Starts a browser with a profile of its own that is thrown away at the end. Throws `StetError` `io`. */
export async function launchBrowser(path: string, flags: readonly string[] = FLAGS): Promise<RunningBrowser> {
  const program = basename(path)
  const folder = await makeScratchFolder()
  const child = spawn(path, [...flags, ...sandboxFlags(), `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C is for Stet, which ends the browser when it is done with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const complaint = lastWords(child.stderr as Readable)
  const pipe = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const { root } = pipe
  const kill = (): void => killGroup(child)
  const leave = (): void => {
    process.off('exit', kill)
    // The program that was started may be a script around the browser, which outlives it.
    kill()
    for (const stream of child.stdio) stream?.destroy()
    void removeScratchFolder(folder)
  }
  process.once('exit', kill)
  child.once('error', () => pipe.end(lost(program, 'could not be started')))
  child.once('exit', () => {
    pipe.end(lost(program, 'ended by itself'))
    leave()
  })
  const close = async (): Promise<void> => {
    pipe.end(lost(program, 'was closed'))
    // Its profile is thrown away, so there is nothing for it to finish.
    kill()
    await ended(child)
    leave()
    await removeScratchFolder(folder)
  }

  try {
    const { product, userAgent } = await startOf(root, program, complaint)
    keepWatch(root, () => {
      pipe.end(lost(program, 'did not answer any more'))
      kill()
    })
    let opened = 0
    let openPages = 0
    return {
      root,
      product: product.replace(/^Headless/, ''),
      userAgent: userAgent.replace('HeadlessChrome/', 'Chrome/'),
      gone: root.gone,
      pid: child.pid ?? null,
      get openPages() {
        return openPages
      },
      get opened() {
        return opened
      },
      async openPage(options) {
        opened++
        openPages++
        let isOpen = true
        const closed = (): void => {
          if (isOpen) openPages--
          isOpen = false
        }
        try {
          const page = await openPage(root, options)
          return { ...page, close: () => page.close().finally(closed) }
        } catch (error) {
          closed()
          throw error
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The first answer of a browser; where it does not come, with what the browser complained of. */
async function startOf(
  root: CdpSession,
  program: string,
  complaint: () => string,
): Promise<{ readonly product: string; readonly userAgent: string }> {
  const asked = root.send<{ product: string; userAgent: string }>('Browser.getVersion')
  const late = (): StetError => lost(program, `did not answer within ${STARTS_WITHIN_MS / 1000} seconds`)
  try {
    return await within(asked, STARTS_WITHIN_MS, late)
  } catch (error) {
    const words = complaint()
    if (!(error instanceof StetError) || words === '') throw error
    throw new StetError(
      error.code,
      `${error.message} It said: ${words}`,
      { ...error.data, said: words },
      error,
    )
  }
}
