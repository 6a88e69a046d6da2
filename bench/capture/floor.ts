import { findBrowser, launchBrowser } from '../../archive/browser/index.ts'
import { browserCpuSeconds } from '../support/browser-cpu.ts'
import type { CdpSession } from '../../archive/ports/browser.ts'

const LOADS_WITHIN_MS = 20_000
/** A page that asks its reader something holds up whoever does not answer. */
const PAGE_MS = 30_000
const MAX_HEIGHT = 9_000

/** Load, bodies and a picture of the whole page: what no capture in this browser can do without. */
export async function floorOf(root: CdpSession, url: string): Promise<void> {
  const { browserContextId } = await root.send<{ browserContextId: string }>('Target.createBrowserContext')
  const { targetId } = await root.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
  })
  const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  })
  const session = root.child(sessionId)
  const bodies: Promise<unknown>[] = []
  session.on<{ requestId: string }>('Network.loadingFinished', ({ requestId }) => {
    bodies.push(session.send('Network.getResponseBody', { requestId }).catch(() => null))
  })
  let timer: NodeJS.Timeout | undefined
  const loaded = new Promise<void>(resolve => {
    session.on('Page.loadEventFired', () => resolve())
    timer = setTimeout(resolve, LOADS_WITHIN_MS)
  })
  const viewport = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false }
  await Promise.all([
    session.send('Page.enable'),
    session.send('Network.enable'),
    session.send('Emulation.setDeviceMetricsOverride', viewport),
    session.send('Page.navigate', { url }),
  ])
  await loaded
  clearTimeout(timer)
  await Promise.all(bodies)
  const { cssContentSize } = await session.send<{ cssContentSize: { width: number; height: number } }>(
    'Page.getLayoutMetrics',
  )
  const width = Math.max(1, Math.ceil(cssContentSize.width))
  const height = Math.max(1, Math.min(MAX_HEIGHT, Math.ceil(cssContentSize.height)))
  await session
    .send('Page.captureScreenshot', {
      format: 'png',
      clip: { x: 0, y: 0, width, height, scale: 1 },
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    })
    .catch(() => null) // A page that goes on to another has none at this moment.
  await root.send('Target.disposeBrowserContext', { browserContextId })
}

export interface Floor {
  readonly seconds: number
  /** Processor seconds of the browser. */
  readonly cpuSeconds: number
}

/** All pages, with so many tabs at once and a browser that runs already. */
export async function measureFloor(urls: readonly string[], tabs: number): Promise<Floor> {
  const path = await findBrowser()
  if (path === null) throw new Error('There is no browser.')
  const browser = await launchBrowser(path)
  try {
    const begun = performance.now()
    const queue = urls.values()
    const lane = async (): Promise<void> => {
      for (const url of queue) {
        const limit = new Promise(resolve => setTimeout(resolve, PAGE_MS).unref())
        await Promise.race([floorOf(browser.root, url), limit])
      }
    }
    await Promise.all(Array.from({ length: tabs }, lane))
    return { seconds: (performance.now() - begun) / 1000, cpuSeconds: browserCpuSeconds() }
  } finally {
    await browser.close()
  }
}
