import type { CorrectionFact, NoticeState, Range, VerdictKind, VerdictLine } from '../../model/comparison.ts'
import { normaliseText } from '../../model/normalise.ts'
import type { Noticed } from './corrections.ts'
import { quoted } from './say.ts'

/** What a notice can disclose: changes of what is said, not of where it stands. */
const NOTHING_TO_DISCLOSE: ReadonlySet<VerdictKind> = new Set(['correction', 'text-moved', 'noise'])

/** What both sides say of corrections, set against what changed. */
export function correctionFact(old: Noticed, now: Noticed, verdict: readonly VerdictLine[]): CorrectionFact {
  const added = missingIn(old, now)
  const removed = missingIn(now, old)
  const state = stateOf(added.length, removed.length, now.notices.length)
  const from = removed[0] ?? (added.length === 0 ? (old.notices[0] ?? null) : null)
  const to = added[0] ?? (removed.length === 0 ? (now.notices[0] ?? null) : null)
  const told = added.map(range => now.text.slice(...range))
  const discloses = verdict.flatMap((line, k) => (isDisclosed(line, told) ? [k] : []))
  const words = to ? now.text.slice(...to) : from ? old.text.slice(...from) : ''
  return { state, summary: SUMMARIES[state](quoted(words)), from, to, discloses }
}

const SUMMARIES: Readonly<Record<NoticeState, (words: string) => string>> = {
  added: words => `The page gives a new correction notice: ${words}`,
  changed: words => `The correction notice on the page changed: ${words}`,
  kept: words => `The page gives the same correction notice as before: ${words}`,
  removed: words => `A correction notice is no longer on the page: ${words}`,
  none: () => 'No correction notice was found in the captured page.',
}

function stateOf(added: number, removed: number, present: number): NoticeState {
  if (added > 0) return removed > 0 ? 'changed' : 'added'
  if (removed > 0) return 'removed'
  return present > 0 ? 'kept' : 'none'
}

/** The notices of `here` that `there` does not have in the same words. */
function missingIn(there: Noticed, here: Noticed): Range[] {
  const wordsOf = (side: Noticed, range: Range) => normaliseText(side.text.slice(...range))
  const known = new Set(there.notices.map(range => wordsOf(there, range)))
  return here.notices.filter(range => !known.has(wordsOf(here, range)))
}

/** Whether a notice repeats the words that were, or those that are now there, as whole words. */
function isDisclosed({ kind, before, after }: VerdictLine, notices: readonly string[]): boolean {
  if (NOTHING_TO_DISCLOSE.has(kind)) return false
  return notices.some(notice => [before, after].some(words => words !== null && holds(notice, words)))
}

function holds(notice: string, words: string): boolean {
  const [whole, part] = [normaliseText(notice).toLowerCase(), normaliseText(words).toLowerCase()]
  if (part === '') return false
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const isStart = !/[\p{L}\p{N}]$/u.test(whole.slice(0, at)) || !/^[\p{L}\p{N}]/u.test(part)
    const isEnd =
      !/^(?:[.,]?\p{N}|\p{L})/u.test(whole.slice(at + part.length)) || !/[\p{L}\p{N}]$/u.test(part)
    if (isStart && isEnd) return true
  }
  return false
}
