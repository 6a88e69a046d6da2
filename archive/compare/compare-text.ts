import type { Comparison } from '../model/comparison.ts'
import { align } from './align/index.ts'
import { countChanges } from './counts.ts'
import { withDegree } from './degree.ts'
import { findNotices, type Noticed } from './verdict/corrections.ts'
import { correctionFact } from './verdict/notice-fact.ts'
import { textVerdict } from './verdict/text-verdict.ts'

/**
 * What changed between two plain texts; a line is a paragraph. Offsets are UTF-16 units into the texts as given.
 * `same` holds where nothing but noise (spacing, typography, counters) differs. Pure: the same two texts give
 * the same comparison everywhere, and swapping them mirrors the alignment.
 */
export function compareText(oldText: string, newText: string): Comparison {
  const alignment = align(oldText, newText)
  const [old, now] = [noticed(oldText), noticed(newText)]
  const verdict = textVerdict(old, now, alignment.entries)
  return withDegree({
    same: verdict.every(line => line.kind === 'noise'),
    verdict,
    alignment: alignment.entries,
    counts: countChanges(alignment),
    notice: correctionFact(old, now, verdict),
  })
}

function noticed(text: string): Noticed {
  return { text, notices: findNotices(text) }
}
