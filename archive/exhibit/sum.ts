import type { ChangeClass, Comparison } from '../model/comparison.ts'

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
