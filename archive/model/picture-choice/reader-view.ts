import type { Viewport } from './css-length.ts'

/** The reader whose pictures are kept: a desktop screen. Fixed, so that fetching and cleaning choose alike. */
export const READER_VIEW: Viewport = Object.freeze({ width: 1280, height: 800, pixelRatio: 1 })
