import type { TFunction } from 'i18next'
import type { ComparisonResult } from '../../../archive/contract/results.ts'
import type { Format } from '../../i18n/format.ts'

/** "3 words added, 1 word removed in 900 words (0.2 % of the words)" */
export function countsInWords(
  { counts, degree }: Pick<ComparisonResult, 'counts' | 'degree'>,
  t: TFunction<'compare'>,
  format: Format,
): string {
  const { wordsInserted, wordsDeleted, sentencesMoved, wordsBefore, wordsAfter } = counts
  const parts = [
    ...(wordsInserted > 0 ? [t('wordsAdded', { count: wordsInserted })] : []),
    ...(wordsDeleted > 0 ? [t('wordsRemoved', { count: wordsDeleted })] : []),
    ...(wordsInserted + wordsDeleted === 0 ? [t('noWords')] : []),
    ...(sentencesMoved > 0 ? [t('moved', { count: sentencesMoved })] : []),
  ]
  const all = t('ofWords', { count: Math.max(wordsBefore, wordsAfter) })
  const share = wordsInserted + wordsDeleted > 0 ? ` (${t('share', { share: format.percent(degree) })})` : ''
  return `${format.list(parts)} ${all}${share}`
}
