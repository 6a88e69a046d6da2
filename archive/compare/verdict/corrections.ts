import { CORRECTION_NOTICES } from './words/corrections.ts'

const PATTERNS = Object.values(CORRECTION_NOTICES).flat()

/** Whether a sentence or line tells that the text was corrected. */
export function isCorrectionNotice(text: string): boolean {
  return PATTERNS.some(pattern => pattern.test(text))
}
