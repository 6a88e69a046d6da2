import type { ComparisonResult } from '../../../archive/contract/results.ts'
import type { InlineBlock } from './inline.ts'
import type { Row } from './rows.ts'
import type { Range, Segment } from './segments.ts'

type Verdict = ComparisonResult['verdict']

/** A place to stop at, going through a text from change to change. */
export interface Change {
  readonly id: number
  readonly row: number
  /** Entries of the alignment that make it up; none where only the division into blocks changed. */
  readonly entries: readonly number[]
  readonly from: Range | null
  readonly to: Range | null
  /** Nothing but noise is said of it. */
  readonly noise: boolean
}

/**
 * Changes in the order of the text: neighbouring dropped and added sentences are one, a moved sentence is one and
 * stands where it came to.
 */
export function changesOf(
  rows: readonly Row[],
  inline: readonly (readonly InlineBlock[])[],
  { alignment, verdict }: Pick<ComparisonResult, 'alignment' | 'verdict'>,
): Change[] {
  const changes: Change[] = []
  const add = (row: number, segments: readonly Segment[]) => {
    const entries = [...new Set(segments.map(({ entry }) => entry).filter(entry => entry >= 0))]
    const from = hull(entries.map(entry => alignment[entry]!.from))
    const to = hull(entries.map(entry => alignment[entry]!.to))
    changes.push({ id: changes.length, row, entries, from, to, noise: isNoise(from, to, verdict) })
  }
  rows.forEach((row, at) => {
    const before = changes.length
    for (const block of inline[at]!) {
      let run: Segment[] = []
      const end = () => {
        if (run.length > 0) add(row.id, run)
        run = []
      }
      for (const segment of block.segments) {
        if (segment.op === 'same' || segment.entry < 0) end()
        else if (segment.op === 'inserted' || segment.op === 'deleted') run.push(segment)
        else {
          end()
          if (!isMovedAway(segment)) add(row.id, [segment])
        }
      }
      end()
    }
    const onlyMovedAway = [...row.from, ...row.to].some(cell => cell.segments.some(({ op }) => op !== 'same'))
    if (row.changed && changes.length === before && !onlyMovedAway) {
      const cells = [row.from, row.to].map(side => hull(side.map(({ block }) => block.range)))
      const [from, to] = [cells[0] ?? null, cells[1] ?? null]
      changes.push({ id: changes.length, row: row.id, entries: [], from, to, noise: false })
    }
  })
  return changes
}

export const isMovedAway = ({ op, side }: Segment): boolean =>
  (op === 'moved' || op === 'moved-edited') && side === 'from'

/** The change a line of the verdict is about; null where it stands in no text (a headline, a picture). */
export function changeOfLine(line: Verdict[number], changes: readonly Change[]): Change | null {
  const touching = changes.filter(
    change =>
      (line.to && change.to && overlap(line.to, change.to) > 0) ||
      (line.from && change.from && overlap(line.from, change.from) > 0),
  )
  const shared = (change: Change) =>
    (line.to && change.to ? overlap(line.to, change.to) : 0) +
    (line.from && change.from ? overlap(line.from, change.from) : 0)
  return touching.toSorted((a, b) => shared(b) - shared(a))[0] ?? null
}

function isNoise(from: Range | null, to: Range | null, verdict: Verdict): boolean {
  const about = verdict.filter(
    line =>
      (line.from && from && overlap(line.from, from) > 0) || (line.to && to && overlap(line.to, to) > 0),
  )
  return about.length > 0 && about.every(({ kind }) => kind === 'noise')
}

function overlap(a: Range, b: Range): number {
  return Math.min(a[1], b[1]) - Math.max(a[0], b[0])
}

function hull(ranges: readonly (Range | null)[]): Range | null {
  const known = ranges.filter(range => range !== null)
  if (known.length === 0) return null
  return [Math.min(...known.map(([start]) => start)), Math.max(...known.map(([, end]) => end))]
}
