import type { AlignmentEntry, ComparisonCounts, Range } from '../model/comparison.ts'
import type { Alignment } from './align/index.ts'
import type { Side } from './segment/side.ts'
import type { Vocabulary } from './segment/vocabulary.ts'
import { TOKEN_KINDS } from './segment/words.ts'

/** Words and sentences touched. Marks are no words. A moved sentence that was edited too counts as moved. */
export function countChanges({ from, to, vocabulary, entries }: Alignment): ComparisonCounts {
  const sentences = (...ops: AlignmentEntry['op'][]) => entries.filter(entry => ops.includes(entry.op)).length
  const changed = (op: 'inserted' | 'deleted') =>
    entries.flatMap(entry => {
      const parts = entry.op === op ? [entry] : (entry.words ?? []).filter(word => word.op === op)
      return parts.map(part => (op === 'inserted' ? part.to! : part.from!))
    })
  return {
    wordsBefore: wordsIn(from, vocabulary, [[0, from.text.length]]),
    wordsAfter: wordsIn(to, vocabulary, [[0, to.text.length]]),
    wordsInserted: wordsIn(to, vocabulary, changed('inserted')),
    wordsDeleted: wordsIn(from, vocabulary, changed('deleted')),
    sentencesSame: sentences('same'),
    sentencesEdited: sentences('edited', 'split', 'merged'),
    sentencesMoved: sentences('moved', 'moved-edited'),
    sentencesInserted: sentences('inserted'),
    sentencesDeleted: sentences('deleted'),
  }
}

/** A word counts once, however many of its letters are inside. */
function wordsIn(side: Side, vocabulary: Vocabulary, ranges: readonly Range[]): number {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0])
  let words = 0
  let k = 0
  let isCounted = false
  for (let t = 0; t < side.ids.length && k < sorted.length; t++) {
    while (k < sorted.length && sorted[k]![1] <= side.starts[t]!) k++
    if (!side.goesOn.has(t)) isCounted = false
    const inside = k < sorted.length && side.starts[t]! >= sorted[k]![0]
    if (!inside || isCounted || vocabulary.kinds[side.ids[t]!] === TOKEN_KINDS.mark) continue
    words++
    isCounted = true
  }
  return words
}
