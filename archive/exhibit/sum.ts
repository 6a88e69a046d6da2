import type { ChangeClass, Comparison } from '../model/comparison.ts'
import type { SourcesComparison } from '../model/two-sources.ts'

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const CLASSES: Readonly<Record<ChangeClass, string>> = {
  none: 'No change was found.',
  noise: 'Nothing that a reader would call a change was found.',
  minor: 'A minor change.',
  substantive: 'A substantive change.',
  rewrite: 'The story was written anew.',
}

/** How much changed, in figures. */
export function changeSum({ class: kind, degree, counts }: Comparison): string {
  const { wordsInserted, wordsDeleted, wordsBefore, wordsAfter } = counts
  const of = `of ${wordsBefore} before and ${wordsAfter} after`
  const share = degree < 0.001 ? 'less than 0.1' : (100 * degree).toFixed(1)
  const words =
    degree === 0
      ? `No word came and none went, ${of}. `
      : `${share} % of the words were touched: ${wordsInserted} came and ${wordsDeleted} went, ${of}. `
  return (
    `${CLASSES[kind]} ${words}` +
    `Sentences: ${counts.sentencesSame} the same, ${counts.sentencesEdited} edited, ${counts.sentencesMoved} moved, ` +
    `${counts.sentencesInserted} new, ${counts.sentencesDeleted} gone.`
  )
}

/** What two sources have in common, in one sentence each; neither is held to be an edition of the other. */
export function sharedSum({ passages, words, share, figures, quotations }: SourcesComparison): string {
  const otherwise = quotations.filter(({ relation }) => relation !== 'same').length
  return (
    (passages.length === 0
      ? 'The two texts share no passage. '
      : `The two texts share ${count(passages.length, 'passage')}: ${percent(share.from)} of the ${words.from} words of A, ` +
        `${percent(share.to)} of the ${words.to} words of B. `) +
    (figures.length === 0
      ? 'No figure was found that differs for the same thing; '
      : `${count(figures.length, 'figure differs', 'figures differ')} for the same thing; `) +
    (quotations.length === 0
      ? 'no quotation stands in both. '
      : `${count(quotations.length, 'quotation stands', 'quotations stand')} in both, ${otherwise} not in the same words. `) +
    'Neither is an edition of the other, and nothing here says who had it from whom.'
  )
}
