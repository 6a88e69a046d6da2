import { COUNTER_LINES, RELATIVE_TIME_LINES } from './noise-lines.ts'

/**
 * Text as `content-hash/1` sees it: Unicode NFC; characters nobody sees (soft hyphen, zero-width space,
 * joiners at word edges, byte order mark, directional marks) gone; every run of white space one space;
 * typographic quotes, guillemets, dashes and ellipses in their plain form.
 *
 * ZWJ and ZWNJ stay inside words: in Persian, Hindi and in emoji they are spelling.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[“”„‟«»〝〞＂]/g, '"')
    .replace(/[‘’‚‛‹›ʼ＇]/g, "'")
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .replace(/(^|\s)[\u200C\u200D]+|[\u200C\u200D]+(?=\s|$)/g, '$1')
    .trim()
}

/**
 * Whether a whole line is one that changes by itself: "3 hours ago", "1,204 views". Only whole lines count:
 * inside a sentence such words are the story's.
 */
export function isSelfChanging(line: string): boolean {
  const text = normaliseText(line).toLowerCase()
  if (text.length > 60) return false
  return RELATIVE_TIME_LINES.some(rule => rule.test(text)) || COUNTER_LINES.some(rule => rule.test(text))
}
