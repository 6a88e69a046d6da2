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

/** Signs that Arabic writes or leaves out at will: vowels, lengthening. */
const VOWEL_SIGNS = /[\u064b-\u0652\u0640]/g

/** Whether a sentence or line tells that the text was corrected. */
export function isCorrectionNotice(text: string): boolean {
  const plain = text.replace(VOWEL_SIGNS, '')
  return PATTERNS.some(pattern => pattern.test(plain))
}
