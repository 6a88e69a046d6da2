import { describe, expect, it } from 'vitest'
import { parsePagePlace, toWindowPixels } from '../../electron/page/page-place.ts'
import { MIN_SIZE, parseWindowState, placeWindow } from '../../electron/windows/window-state.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 1920, height: 1080 }

describe('the place of the window', () => {
  it('is where it was, on whichever display that is', () => {
    const kept = { x: 1600, y: 100, width: 1000, height: 800, maximized: true }
    expect(placeWindow(kept, [laptop, beside])).toEqual(kept)
  })

  it('is in the middle of the first display when its own display is gone', () => {
    const kept = { x: 1600, y: 100, width: 1000, height: 800, maximized: false }
    expect(placeWindow(kept, [laptop])).toEqual({ ...kept, x: 220, y: 63 })
  })

  it('is never larger than the display, nor smaller than the app can be', () => {
    const huge = { x: 0, y: 25, width: 5000, height: 4000, maximized: false }
    expect(placeWindow(huge, [laptop])).toMatchObject({ width: 1440, height: 875 })
    const tiny = { x: 10, y: 30, width: 1, height: 1, maximized: false }
    expect(placeWindow(tiny, [laptop])).toMatchObject({
      width: MIN_SIZE.width,
      height: MIN_SIZE.height,
    })
  })

  it('can be grasped: a title bar above the display does not count', () => {
    const above = { x: 100, y: -300, width: 800, height: 600, maximized: false }
    expect(placeWindow(above, [laptop]).y).toBeGreaterThanOrEqual(laptop.y)
  })

  it('is in the middle at the first start', () => {
    expect(placeWindow(null, [laptop])).toEqual({ x: 0, y: 25, width: 1440, height: 875, maximized: false })
  })

  it.each([null, undefined, 'x', {}, { x: 1, y: 2, width: Number.NaN, height: 4, maximized: false }])(
    'is not read from %j',
    kept => {
      expect(parseWindowState(kept)).toBeNull()
    },
  )
})

describe('the place of an archived page', () => {
  const bounds = { x: 10, y: 20, width: 300, height: 200 }

  it('is parsed from what the renderer sent', () => {
    expect(parsePagePlace({ snapshotId: '0123456789abcdef', bounds, more: 1 })).toEqual({
      snapshotId: '0123456789abcdef',
      bounds,
    })
    expect(parsePagePlace(null)).toBeNull()
  })

  it.each([
    ['an id with a path in it', { snapshotId: '../../secret', bounds }],
    ['no bounds', { snapshotId: '0123456789abcdef' }],
    ['bounds that are no numbers', { snapshotId: '0123456789abcdef', bounds: { ...bounds, x: '1' } }],
    ['endless bounds', { snapshotId: '0123456789abcdef', bounds: { ...bounds, width: Infinity } }],
    ['nothing', undefined],
  ])('is refused with %s', (_what, sent) => {
    expect(() => parsePagePlace(sent)).toThrow('no place for a page')
  })

  it('follows the zoom and stays within the window', () => {
    const content = { width: 500, height: 400 }
    expect(toWindowPixels(bounds, 1.5, content)).toEqual({ x: 15, y: 30, width: 450, height: 300 })
    expect(toWindowPixels({ x: -50, y: 390, width: 9000, height: 9000 }, 1, content)).toEqual({
      x: 0,
      y: 390,
      width: 500,
      height: 10,
    })
  })
})
