import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { compareScreens, type Picture, pictureOf, shrunk } from '../compare/screens/index.ts'
import type { ScreenChange, ScreenComparison, ScreenRect } from '../model/screen-comparison.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'

/** The screenshot of one side: its file in the bag, and what it shows, in CSS pixels of the page. */
export interface Screen {
  readonly path: string
  readonly width: number
  readonly height: number
}

/** Two screenshots compared; places are in CSS pixels. `comparison` is null where a side has none. */
export interface ScreensAnswer {
  readonly from: Screen | null
  readonly to: Screen | null
  readonly comparison: ScreenComparison | null
}

const PATH = 'data/screenshot.png'

interface Side {
  readonly screen: Screen
  readonly picture: Picture
  readonly scale: number
}

async function sideOf(bag: string): Promise<Side | null> {
  const { view } = JSON.parse(await readFile(join(bag, 'data', 'snapshot.json'), 'utf8')) as SnapshotRecord
  if (!view?.screenshot) return null
  const { scale, width, height } = view.screenshot
  const png = PNG.sync.read(await readFile(join(bag, ...PATH.split('/'))))
  return { screen: { path: PATH, width, height }, picture: pictureOf(png.width, png.height, png.data), scale }
}

function inPage(rect: ScreenRect | null, scale: number): ScreenRect | null {
  if (!rect) return null
  const { x, y, width, height } = rect
  return { x: x / scale, y: y / scale, width: width / scale, height: height / scale }
}

/** Compares the screenshots of two bags, at the smaller of their scales. */
export async function compareScreensOf(fromBag: string, toBag: string): Promise<ScreensAnswer> {
  const [from, to] = [await sideOf(fromBag), await sideOf(toBag)]
  if (!from || !to) return { from: from?.screen ?? null, to: to?.screen ?? null, comparison: null }
  const scale = Math.min(from.scale, to.scale)
  const atScale = (side: Side) =>
    side.scale > scale ? shrunk(side.picture, scale / side.scale) : side.picture
  const { changes, ...rest } = compareScreens(atScale(from), atScale(to))
  const placed = changes.map((change): ScreenChange => ({
    ...change,
    from: inPage(change.from, scale),
    to: inPage(change.to, scale),
  }))
  return { from: from.screen, to: to.screen, comparison: { changes: placed, ...rest } }
}
