import { NUMBER_WORDS, SCALES, UNITS } from '../words/quantities.ts'
import { plainDigits } from './digits.ts'
import { findDates } from './dates.ts'
import { anyOf, lowered, matches, wholeWords, without, type Finder, type Item } from './item.ts'
import { findLinks } from './links.ts'
import { findAttributions } from './phrases.ts'

const D = '\\p{Nd}'
const SPACED_LETTER = '[\\p{L}--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]]'
const NUMBER = `${D}+(?:[.,'’٬\\u00a0\\u202f]${D}{3})*(?:[.,٫]${D}+)?`
const FIGURE = new RegExp(
  `(?:(?:US|R|A|C)?\\p{Sc}\\s?)?(?<!${SPACED_LETTER}-?)${NUMBER}` +
    `(?:[\\s\\u00a0]?(?:(?:${anyOf(SCALES)})(?!${SPACED_LETTER})|[万萬亿億兆]))?` +
    `(?:[\\s\\u00a0]?(?:(?:${anyOf(UNITS)})(?!${SPACED_LETTER})|[%‰°٪]|\\p{Sc}))?`,
  'giv',
)
const WORDS = wholeWords(Object.values(NUMBER_WORDS).flat())

/** Group separators, white space and script put aside: 1,200 and 1200 and ١٢٠٠ are one figure. */
function valueOf(found: string): string {
  return plainDigits(lowered(found))
    .replace(/(?<=\d)[,'’٬\u00a0\u202f.](?=\d{3}(?!\d))/g, '')
    .replace(/[\s\u00a0]+/g, '')
    .replace('٫', '.')
}

/** Numbers with their currency, scale and unit, and numbers in words from two on. Dates and addresses are none. */
export const findFigures: Finder = passage => {
  const others = [...findLinks(passage), ...findDates(passage)]
  const text = without(passage.text, others)
  const digits: Item[] = matches(FIGURE, text, valueOf)
  // "Two people familiar with the matter" are a source, not a figure.
  const inWords = matches(WORDS, without(text, [...digits, ...findAttributions(passage)]), lowered)
  return [...digits, ...inWords].toSorted((a, b) => a.start - b.start)
}
