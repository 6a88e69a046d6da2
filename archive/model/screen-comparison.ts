/** A part of a screenshot, in its pixels. */
export interface ScreenRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A part of a page that looks different. `shows` is told by its colours: words, or a picture. */
export interface ScreenChange {
  readonly change: 'changed' | 'inserted' | 'removed'
  readonly shows: 'text' | 'picture'
  readonly from: ScreenRect | null
  readonly to: ScreenRect | null
}

/** Two screenshots compared, from top to bottom. */
export interface ScreenComparison {
  readonly changes: readonly ScreenChange[]
  /** Changes beyond those that are listed. */
  readonly untold: number
  /** Share of the page that looks different, 0 to 1. */
  readonly share: number
}
