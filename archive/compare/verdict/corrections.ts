import type { Range } from '../../model/comparison.ts'
import { sentenceBorders } from '../segment/sentences.ts'
import { CORRECTION_NOTICES, type NoticeRules } from './words/corrections.ts'

/** A heading is followed by a mark or by the line's end; a date may stand between. */
const AFTER_OPENING =
  '(?![\\p{L}\\p{M}])(?:[\\s,(\\[]+[^:\\n]{0,20}\\p{N}[^:\\n]{0,20})?\\s*(?:[:：–—\\-.()\\]،|]|$)'

function patternsOf({ openings, sayings }: NoticeRules): RegExp[] {
  return [
    new RegExp(`^[^\\p{L}\\p{N}]*(?:${openings.join('|')})${AFTER_OPENING}`, 'iu'),
    new RegExp(`(?:(?<![\\p{L}\\p{N}])[وفبل]?|(?<=\\p{Script=Han}))(?:${sayings.join('|')})`, 'iu'),
  ]
}

const PATTERNS = Object.values(CORRECTION_NOTICES).flatMap(patternsOf)

const STEMS = new RegExp(
  Object.values(CORRECTION_NOTICES)
    .map(({ stems }) => stems)
    .join('|'),
  'i',
)

/** Signs that Arabic writes or leaves out at will: vowels, lengthening. */
const VOWEL_SIGNS = /[\u064b-\u0652\u0640]/g

/** Whether a sentence or line tells that the text was corrected. */
export function isCorrectionNotice(text: string): boolean {
  const plain = text.replace(VOWEL_SIGNS, '')
  return STEMS.test(plain) && PATTERNS.some(pattern => pattern.test(plain))
}

/** A text and where it tells of corrections, in order. */
export interface Noticed {
  readonly text: string
  readonly notices: readonly Range[]
}

/** A notice runs to the end of its line, unless that is further away than this, in UTF-16 units. */
const LONGEST = 600

/** Where a text tells that it was corrected: from the first sentence of a line that says so to the line's end. */
export function findNotices(text: string): Range[] {
  const notices: Range[] = []
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end)
    if (STEMS.test(line.replace(VOWEL_SIGNS, ''))) {
      const { starts } = sentenceBorders(line)
      const found = starts.findIndex((from, k) => isCorrectionNotice(line.slice(from, starts[k + 1]).trim()))
      if (found >= 0) {
        const from = start + starts[found]!
        notices.push([from, end - from <= LONGEST ? end : start + (starts[found + 1] ?? line.length)])
      }
    }
    start = end + 1
  }
  return notices
}
