import type { BrowserView } from '../../model/snapshot.ts'
import type { CdpSession } from '../../ports/browser.ts'
import type { BrowserOptions } from './options.ts'
import { orNull, type Tab } from './tab.ts'
import type { LiveFrame } from './targets.ts'

export interface Screenshot {
  readonly png: Uint8Array
  readonly facts: NonNullable<BrowserView['screenshot']>
}

/** Smaller than this nothing can be read; what is longer still is cut at its end. */
const MIN_SCALE = 0.25
/** Graphics memory holds no longer picture, in pixels. */
const MAX_SIDE = 16_000
const TAKES_MS = 15_000
/** How long a frame may take to be drawn once it is in sight, in milliseconds. */
const DRAWN_MS = 500
/** A page that grows by more than this when its window does is laid out by the height of its window, in CSS pixels. */
const MAX_GROWTH = 100

interface Size {
  readonly width: number
  readonly height: number
}

interface Metrics {
  readonly cssContentSize: Size
  readonly cssLayoutViewport: { readonly clientWidth: number; readonly clientHeight: number }
}

const TWO_FRAMES =
  'new Promise(done=>requestAnimationFrame(()=>requestAnimationFrame(()=>done(devicePixelRatio))))'

async function metricsOf(session: CdpSession, signal: AbortSignal): Promise<Metrics | null> {
  return orNull(session.send<Metrics>('Page.getLayoutMetrics'), TAKES_MS, signal)
}

/**
 * Frames of other sites are drawn only where they are in sight, so the window is made as high as the page. Where the
 * page is laid out by the height of its window, that would make another page of it: then it is left as it was.
 */
async function showFrames(
  tab: Tab,
  frames: readonly LiveFrame[],
  { cssContentSize, cssLayoutViewport }: Metrics,
  signal: AbortSignal,
): Promise<void> {
  const { session } = tab
  const ratio = (await tab.evaluateMain<number>(TWO_FRAMES, DRAWN_MS)) ?? 1
  const resize = (height: number): Promise<unknown> =>
    orNull(
      session.send('Emulation.setDeviceMetricsOverride', {
        width: cssLayoutViewport.clientWidth,
        height,
        deviceScaleFactor: ratio,
        mobile: false,
      }),
      TAKES_MS,
      signal,
    )
  await resize(Math.min(MAX_SIDE, Math.ceil(cssContentSize.height)))
  await tab.evaluateMain(TWO_FRAMES, DRAWN_MS)
  const after = await metricsOf(session, signal)
  if (after && after.cssContentSize.height > cssContentSize.height + MAX_GROWTH) {
    await resize(cssLayoutViewport.clientHeight)
    await tab.evaluateMain(TWO_FRAMES, DRAWN_MS)
    return
  }
  await Promise.all(
    frames.map(async ({ frame, session: own }) => {
      const contextId = await tab.world(own, frame.id)
      if (contextId !== null) await tab.evaluate(own, contextId, TWO_FRAMES, DRAWN_MS)
    }),
  )
  // What the frames drew reaches the page with its next picture.
  await tab.evaluateMain(TWO_FRAMES, DRAWN_MS)
}

/**
 * A picture of the whole page, made smaller where it is longer than the limit; null where none could be taken.
 * `frames` are all of the page, its own first.
 */
export async function takeScreenshot(
  tab: Tab,
  { maxScreenshotPixels }: BrowserOptions,
  signal: AbortSignal,
  frames: readonly LiveFrame[] = [],
): Promise<Screenshot | null> {
  if (maxScreenshotPixels <= 0) return null
  const { session } = tab
  const before = await metricsOf(session, signal)
  if (before && frames.length > 1) await showFrames(tab, frames.slice(1), before, signal)
  const metrics = frames.length > 1 ? await metricsOf(session, signal) : before
  if (!metrics) return null
  const width = Math.max(1, Math.ceil(metrics.cssContentSize.width))
  const full = Math.max(1, Math.ceil(metrics.cssContentSize.height))
  const fits = Math.min(1, Math.sqrt(maxScreenshotPixels / (width * full)), MAX_SIDE / full)
  const scale = Math.max(MIN_SCALE, Math.round(fits * 100) / 100)
  const height = Math.min(
    full,
    Math.floor(MAX_SIDE / scale),
    Math.floor(maxScreenshotPixels / scale / scale / width),
  )
  const answer = await orNull(
    session.send<{ data: string }>('Page.captureScreenshot', {
      format: 'png',
      clip: { x: 0, y: 0, width, height, scale },
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    }),
    TAKES_MS,
    signal,
  )
  if (!answer) return null
  return { png: Buffer.from(answer.data, 'base64'), facts: { scale, width, height } }
}
