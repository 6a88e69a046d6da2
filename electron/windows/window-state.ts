export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was, kept between runs. */
export interface WindowState extends Rectangle {
  readonly maximized: boolean
}

export const MIN_SIZE = { width: 480, height: 400 } as const
const FIRST_SIZE = { width: 1440, height: 900 } as const
/** Of the window's top edge so much has to be on a display, or nobody could take hold of it. */
const GRIP = { width: 120, height: 40 } as const

/** Parses what was kept; null where that is no window's place. */
export function parseWindowState(kept: unknown): WindowState | null {
  const { x, y, width, height, maximized } = (kept ?? {}) as Partial<Record<keyof WindowState, unknown>>
  const numbers = [x, y, width, height]
  if (!numbers.every(Number.isSafeInteger) || typeof maximized !== 'boolean') return null
  return { x, y, width, height, maximized } as WindowState
}

const overlap = (aStart: number, aLength: number, bStart: number, bLength: number): number =>
  Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart)

const canBeGrasped = (state: Rectangle, area: Rectangle): boolean =>
  overlap(state.x, state.width, area.x, area.width) >= GRIP.width &&
  state.y >= area.y &&
  state.y <= area.y + area.height - GRIP.height

/**
 * A place for the window on the displays there are now: as it was where that can be seen, else in the middle of
 * the first display, never larger than it.
 *
 * @param areas work areas of the displays, the primary one first, in Electron's display-independent pixels
 */
export function placeWindow(kept: WindowState | null, areas: readonly Rectangle[]): WindowState {
  const home = areas.find(area => kept && canBeGrasped(kept, area)) ?? areas[0]!
  const { width: wantedWidth, height: wantedHeight } = kept ?? FIRST_SIZE
  const width = Math.min(Math.max(wantedWidth, MIN_SIZE.width), home.width)
  const height = Math.min(Math.max(wantedHeight, MIN_SIZE.height), home.height)
  const maximized = kept?.maximized ?? false
  if (kept && canBeGrasped(kept, home)) return { x: kept.x, y: kept.y, width, height, maximized }
  const x = home.x + Math.round((home.width - width) / 2)
  const y = home.y + Math.round((home.height - height) / 2)
  return { x, y, width, height, maximized }
}
