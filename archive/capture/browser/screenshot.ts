import type { BrowserView } from '../../model/snapshot.ts'
import type { BrowserOptions } from './options.ts'
import { orNull, type Tab } from './tab.ts'

export interface Screenshot {
  readonly png: Uint8Array
  readonly facts: NonNullable<BrowserView['screenshot']>
}

/** Smaller than this nothing can be read; what is longer still is cut at its end. */
const MIN_SCALE = 0.25
/** Graphics memory holds no longer picture, in pixels. */
const MAX_SIDE = 16_000
const TAKES_MS = 15_000

/** A picture of the whole page, made smaller where it is longer than the limit; null where none could be taken. */
export async function takeScreenshot(
  { session }: Tab,
  { maxScreenshotPixels }: BrowserOptions,
  signal: AbortSignal,
): Promise<Screenshot | null> {
  if (maxScreenshotPixels <= 0) return null
  const metrics = await orNull(
    session.send<{ cssContentSize: { width: number; height: number } }>('Page.getLayoutMetrics'),
    TAKES_MS,
    signal,
  )
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
