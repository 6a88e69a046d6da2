import { HEDGES, HEDGES_UNSPACED } from '../words/hedges.ts'
import { NEGATIONS, NEGATIONS_UNSPACED } from '../words/negations.ts'
import { SAYING_VERBS, SAYINGS_UNSPACED, SOURCE_OPENERS } from '../words/sayings.ts'
import { anyOf, lowered, matches, remembered, wholeWords, without, type Finder, type Item } from './item.ts'

function listFinder(spaced: RegExp, unspaced: RegExp): Finder {
  return ({ text }) =>
    [...matches(spaced, text, lowered), ...matches(unspaced, text, lowered)].toSorted(
      (a, b) => a.start - b.start,
    )
}

const HEDGE = wholeWords(Object.values(HEDGES).flat())
const NEGATION = wholeWords(Object.values(NEGATIONS).flat())
const unspaced = (words: readonly string[]) => new RegExp(anyOf(words), 'gu')

export const findHedges: Finder = listFinder(HEDGE, unspaced(HEDGES_UNSPACED))
export const findNegations: Finder = listFinder(NEGATION, unspaced(NEGATIONS_UNSPACED))

/** "according to two people familiar with the matter": the source runs to the end of the clause. */
const SOURCE = new RegExp(`(?<!\\p{L})(?:${anyOf(SOURCE_OPENERS)})(?!\\p{L})[^,.;:!?"“”«»–—\\n]*`, 'giu')
/** "local media reported": up to four small words before the verb are who said it; a name is not part of it. */
const SPEAKER = "(?:(?<![\\p{L}\\p{M}'’])[\\p{Ll}\\p{Lo}][\\p{L}\\p{M}'’\\-]*\\s+){0,4}"
const SAYING = new RegExp(
  `${SPEAKER}(?<![\\p{L}\\p{M}])(?:${anyOf(Object.values(SAYING_VERBS).flat())})(?![\\p{L}\\p{M}])`,
  'gu',
)
/** "Residents were warned" names no source. */
const PASSIVE = /(?<!\p{L})(?:is|are|was|were|be|been|being)\s(?:\p{L}+\s)?\p{L}+$/u
const SAYING_UNSPACED = unspaced(SAYINGS_UNSPACED)

/** Who vouches for a statement: a named source, or a verb of saying with the common words before it. */
export const findAttributions: Finder = remembered(({ text }) => {
  const sources: Item[] = matches(SOURCE, text, lowered)
  const rest = without(text, sources)
  const sayings = matches(SAYING, rest, lowered).filter(item => !PASSIVE.test(item.value))
  return [...sources, ...sayings, ...matches(SAYING_UNSPACED, rest, lowered)].toSorted(
    (a, b) => a.start - b.start,
  )
})
