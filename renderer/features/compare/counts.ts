import type { TFunction } from 'i18next'
import type { ComparisonResult } from '../../../archive/contract/results.ts'
import type { Format } from '../../i18n/format.ts'

/** "3 words added, 1 word removed in 900 words · 0.2 % of the words" */
export function countsInWords(
  { counts, degree }: Pick<ComparisonResult, 'counts' | 'degree'>,
  t: TFunction<'compare'>,
  format: Format,
): string {
  const { wordsInserted, wordsDeleted, sentencesMoved, wordsBefore, wordsAfter } = counts
  const say = (key: 'wordsAdded' | 'wordsRemoved' | 'moved' | 'ofWords', count: number): string =>
    t(key, { count, number: format.number(count) })
  const parts = [
    ...(wordsInserted > 0 ? [say('wordsAdded', wordsInserted)] : []),
    ...(wordsDeleted > 0 ? [say('wordsRemoved', wordsDeleted)] : []),
    ...(wordsInserted + wordsDeleted === 0 ? [t('noWords')] : []),
    ...(sentencesMoved > 0 ? [say('moved', sentencesMoved)] : []),
  ]
  const all = say('ofWords', Math.max(wordsBefore, wordsAfter))
  const share = wordsInserted + wordsDeleted > 0 ? ` · ${t('degree', { share: format.percent(degree) })}` : ''
  return `${format.list(parts)} ${all}${share}`
}
