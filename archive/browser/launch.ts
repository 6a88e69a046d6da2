import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { StetError } from '../errors.ts'
import type { Browser, BrowserPage, CdpSession } from '../ports/browser.ts'
import { CdpPipe } from './pipe.ts'

const FLAGS = [
  '--remote-debugging-pipe',
  '--headless',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
  '--hide-scrollbars',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Pages that nobody looks at must run as fast as the one that somebody does.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--autoplay-policy=user-gesture-required',
  // All connections go through the capture's own door; nothing may go around it by UDP.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AcceptCHFrame,HttpsUpgrades,' +
    'HttpsFirstBalancedModeAutoEnable,BackForwardCache,DialMediaRouteProvider,InterestFeedContentSuggestions',
] as const

/** Chromium refuses to start its sandbox as root, as in containers; everyone else keeps it. */
function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Profiles are folders of this name, the process that made them, and something random. */
const PROFILE = 'stet-browser-'
const STARTS_WITHIN_MS = 30_000

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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes the profiles of browsers whose Stet was killed; a browser ends with the pipe to it. */
async function sweepProfiles(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  const left = names.filter(name => {
    const pid = name.startsWith(PROFILE) ? Number(name.slice(PROFILE.length).split('-', 1)[0]) : Number.NaN
    return pid > 0 && !isAlive(pid)
  })
  await Promise.all(
    left.map(name => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})),
  )
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
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

async function openPage(root: CdpSession, proxy: string): Promise<BrowserPage> {
  const { browserContextId } = await root.send<{ browserContextId: string }>('Target.createBrowserContext', {
    disposeOnDetach: true,
    proxyServer: proxy,
    // Without this, loopback addresses would be asked directly.
    proxyBypassList: '<-loopback>',
  })
  const close = async (): Promise<void> => {
    await root.send('Target.disposeBrowserContext', { browserContextId }).catch(() => {})
  }
  try {
    await root.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId })
    const { targetId } = await root.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
    })
    const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    return { session: root.child(sessionId), close }
  } catch (error) {
    await close()
    throw error
  }
}

export interface RunningBrowser extends Browser {
  readonly gone: AbortSignal
  close(): Promise<void>
}

/** Starts a browser with a profile of its own that is thrown away at the end. Throws `StetError` `io`. */
export async function launchBrowser(path: string): Promise<RunningBrowser> {
  const program = basename(path)
  await sweepProfiles()
  const profile = await mkdtemp(join(tmpdir(), `${PROFILE}${process.pid}-`))
  const child = spawn(path, [...FLAGS, ...sandboxFlags(), `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C is for Stet, which ends the browser when it is done with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const pipe = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  child.once('error', () => pipe.end(lost(program, 'could not be started')))
  child.once('exit', () => {
    pipe.end(lost(program, 'ended by itself'))
    void removeProfile().catch(() => {})
  })
  const kill = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    try {
      if (process.platform === 'win32') child.kill('SIGKILL')
      else process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It ended in this very moment.
    }
  }
  process.once('exit', kill)
  const { root } = pipe

  const close = async (): Promise<void> => {
    process.off('exit', kill)
    // Its profile is thrown away, so there is nothing for it to finish.
    kill()
    if (child.pid !== undefined) await ended(child)
    await removeProfile().catch(() => {})
  }

  try {
    const version = root.send<{ product: string; userAgent: string }>('Browser.getVersion')
    const { product, userAgent } = await within(version, STARTS_WITHIN_MS, () =>
      lost(program, `did not answer within ${STARTS_WITHIN_MS / 1000} seconds`),
    )
    return {
      product: product.replace(/^Headless/, ''),
      userAgent: userAgent.replace('HeadlessChrome/', 'Chrome/'),
      gone: root.gone,
      openPage: ({ proxy }) => openPage(root, proxy),
      close,
    }
  } catch (error) {
    kill()
    await close()
    throw error
  }
}
