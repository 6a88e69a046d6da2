import type { Comparison, VerdictLine } from '../../model/comparison.ts'
import type { HistoryStep } from '../../model/history.ts'

/** Limits of what one step tells. */
const TOLD = Object.freeze({
  /** Lines of its verdict. */
  lines: 12,
  /** UTF-16 units of what was and of what is, in a line. */
  letters: 240,
})

/** What a comparison comes down to in a history. `from` is the number of the version before. */
export function stepOf(
  from: number,
  { degree, class: changeClass, verdict, notice }: Comparison,
): HistoryStep {
  const telling = verdict.filter(({ kind }) => kind !== 'noise')
  return {
    from,
    degree,
    class: changeClass,
    lines: telling.slice(0, TOLD.lines).map(shortened),
    more: Math.max(0, telling.length - TOLD.lines),
    noise: verdict.length - telling.length,
    notice: { state: notice.state, summary: notice.summary },
  }
}

function shortened(line: VerdictLine): VerdictLine {
  return { ...line, before: cutShort(line.before), after: cutShort(line.after) }
}

function cutShort(text: string | null): string | null {
  if (text === null || text.length <= TOLD.letters) return text
  // A cut never goes through a character outside the basic plane.
  return `${text.slice(0, TOLD.letters).replace(/[\ud800-\udbff]$/, '')}…`
}
