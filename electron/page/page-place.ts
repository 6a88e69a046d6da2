import type { PagePlace } from '../../archive/contract/desktop.ts'
import { isSnapshotId } from '../security/urls.ts'

const BOUNDS = ['x', 'y', 'width', 'height'] as const

/** Parses what the renderer sent; throws where that is no place for a page. */
export function parsePagePlace(sent: unknown): PagePlace | null {
  if (sent === null) return null
  const { snapshotId, bounds } = (sent ?? {}) as { snapshotId?: unknown; bounds?: Record<string, unknown> }
  const numbers = BOUNDS.map(side => bounds?.[side])
  if (!isSnapshotId(snapshotId) || !numbers.every(Number.isFinite))
    throw new Error('That is no place for a page.')
  const [x, y, width, height] = numbers as [number, number, number, number]
  return { snapshotId, bounds: { x, y, width, height } }
}

/**
 * CSS pixels of a zoomed window as pixels of the window, within it: an archived page never covers more than the
 * window's own contents.
 */
export function toWindowPixels(
  bounds: PagePlace['bounds'],
  zoom: number,
  content: { readonly width: number; readonly height: number },
): PagePlace['bounds'] {
  const within = (value: number, most: number): number =>
    Math.min(Math.max(Math.round(value * zoom), 0), most)
  const x = within(bounds.x, content.width)
  const y = within(bounds.y, content.height)
  return {
    x,
    y,
    width: within(bounds.width, content.width - x),
    height: within(bounds.height, content.height - y),
  }
}
