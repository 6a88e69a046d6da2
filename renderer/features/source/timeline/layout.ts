import type { ChangeMark } from '../../../../archive/contract/library.ts'
import type { TimelineEvent } from './events.ts'

export interface Placed {
  readonly event: TimelineEvent
  /** Middle of the mark, in pixels from the beginning of the axis. */
  readonly x: number
  /** Of a version's bar, in pixels; 0 for other marks. */
  readonly height: number
}

export interface LayoutOptions {
  /** Of the axis, in pixels. */
  readonly width: number
  /** Middles of two neighbouring marks stand at least this far apart while there is room, in pixels. */
  readonly gap: number
  /** Of the highest bar, in pixels. */
  readonly highest: number
}

/** What a change is at least worth, whatever share of the words it took: a figure can turn a story round. */
const LOWEST: Readonly<Record<ChangeMark['class'], number>> = {
  none: 0.12,
  noise: 0.12,
  minor: 0.25,
  substantive: 0.45,
  rewrite: 0.85,
}
/** The first version, which changed nothing, and one that was not compared yet. */
const UNCOMPARED = 0.12

/**
 * Places marks by time: the first at the beginning of the axis, the last at its end. Where marks would stand
 * nearer than `gap`, checks beside each other become one mark and the rest are moved apart, as little as it takes
 * and never past each other.
 */
export function layout(events: readonly TimelineEvent[], options: LayoutOptions): Placed[] {
  const { width, highest } = options
  const first = events[0]?.at ?? 0
  const span = (events.at(-1)?.at ?? 0) - first
  const xOf = (at: number) => (span === 0 ? width / 2 : ((at - first) / span) * width)
  const merged = mergeChecks(events, event => xOf(event.at), options.gap)
  const wanted = merged.map(event => xOf(event.at))
  const xs = spread(wanted, width, options.gap)
  return merged.map((event, index) => ({ event, x: xs[index]!, height: heightOf(event) * highest }))
}

/** Height of a version's bar as a share of the highest: the root, so that small changes can be told apart. */
function heightOf(event: TimelineEvent): number {
  if (event.kind !== 'version') return 0
  if (event.mark === null) return UNCOMPARED
  return Math.max(LOWEST[event.mark.class], Math.sqrt(Math.min(1, event.mark.degree)))
}

function mergeChecks(
  events: readonly TimelineEvent[],
  xOf: (event: TimelineEvent) => number,
  gap: number,
): TimelineEvent[] {
  const out: TimelineEvent[] = []
  let begun = -Infinity
  for (const event of events) {
    const last = out.at(-1)
    const x = xOf(event)
    if (event.kind === 'check' && last?.kind === 'check' && x - begun < gap) {
      out[out.length - 1] = { kind: 'check', at: last.at, rows: [...last.rows, ...event.rows] }
    } else {
      out.push(event)
      begun = x
    }
  }
  return out
}

/** Moves sorted places apart to `gap`, or evenly where there is no room for that. */
export function spread(wanted: readonly number[], width: number, gap: number): number[] {
  if (wanted.length < 2) return [...wanted]
  const least = Math.min(gap, width / (wanted.length - 1))
  const xs: number[] = []
  for (const x of wanted) xs.push(Math.max(x, (xs.at(-1) ?? -Infinity) + least))
  // What was pushed past the end comes back, and pushes what stands before it.
  for (let index = xs.length - 1, limit = width; index >= 0; index--, limit -= least) {
    if (xs[index]! <= limit) break
    xs[index] = limit
  }
  return xs
}
