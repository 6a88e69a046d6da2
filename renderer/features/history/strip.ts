import type { HistoryVersion } from '../../../archive/contract/history.ts'
import { spread } from '../source/timeline/layout.ts'

/** Where a version stands on the line of time, in pixels from its beginning: until the next one came. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface StripOptions {
  /** In pixels. */
  readonly width: number
  /** A version takes at least this much, while there is room. */
  readonly least: number
}

/** Versions one after another by the time they stood, none too narrow to be hit. */
export function stretchesOf(
  versions: readonly Pick<HistoryVersion, 'capturedAt' | 'seenUntil'>[],
  { width, least }: StripOptions,
): Stretch[] {
  if (versions.length === 0) return []
  const times = versions.map(({ capturedAt }) => Date.parse(capturedAt))
  const first = Math.min(...times)
  const last = Math.max(Date.parse(versions.at(-1)!.seenUntil), ...times)
  const room = Math.max(0, width - Math.min(least, width / versions.length))
  const wanted = times.map(at => (last === first ? 0 : ((at - first) / (last - first)) * room))
  // A version that was imported later than a newer one keeps its place by number.
  const sorted = wanted.map((_, at) => Math.max(...wanted.slice(0, at + 1)))
  const starts = spread(sorted, room, least)
  return starts.map((start, at) => ({ start: at === 0 ? 0 : start, end: starts[at + 1] ?? width }))
}

/** The version whose stretch a place is in. */
export function stretchAt(stretches: readonly Stretch[], x: number): number {
  const found = stretches.findIndex(({ end }) => x < end)
  return found < 0 ? stretches.length - 1 : found
}

/** Strength of the colour of a version, 0 to 1: the root, so that small changes can be told apart. */
export function heatOf({ step }: Pick<HistoryVersion, 'step'>): number {
  if (!step || step.class === 'none' || step.class === 'noise') return 0
  return Math.min(1, Math.max(0.18, Math.sqrt(step.degree)))
}
