import type { SourcesComparison } from '../../model/two-sources.ts'
import { comparedFigures } from './figures.ts'
import { onlyOne } from './only.ts'
import { sharedPassages } from './passages.ts'
import { quotationPairs } from './quotations.ts'
import { countWords, type TextOfSource, twoTexts } from './texts.ts'

/**
 * Two texts on one story, whoever wrote them: what they share, in whatever order, and where they differ. Offsets
 * are UTF-16 units into the texts as given. Pure; work grows with the length of the texts.
 */
export function compareSources(fromText: string, toText: string): SourcesComparison {
  const two = twoTexts(fromText, toText)
  const passages = sharedPassages(two.from, two.to)
  const figures = comparedFigures(two)
  const words = { from: wordsOf(two.from), to: wordsOf(two.to) }
  const shared = passages.reduce((sum, passage) => sum + passage.words, 0)
  return {
    passages,
    words,
    share: { from: words.from && shared / words.from, to: words.to && shared / words.to },
    quotations: quotationPairs(fromText, toText),
    figures: figures.differ,
    agreed: figures.agree,
    only: onlyOne(two, passages, [...figures.differ, ...figures.agree]),
  }
}

function wordsOf({ words }: TextOfSource): number {
  return countWords(words, 0, words.ids.length)
}
