import { MONTHS, WEEKDAYS } from '../words/calendar.ts'
import { plainDigits } from './digits.ts'
import { anyOf, lowered, matches, remembered, without, type Finder } from './item.ts'
import { findLinks } from './links.ts'

const D = '\\p{Nd}'
const MONTH = `(?:${anyOf(Object.values(MONTHS).flat())})\\.?`
const OF = '(?:\\s+(?:de|del|of|do))?'
const YEAR = `(?:1[4-9]|20)${D}{2}|[١۱]${D}{3}|[٢۲]${D}{3}|[१२]${D}{3}`
const DAY = `${D}{1,2}(?:st|nd|rd|th|er|º|ª|\\.)?`
const SPACE = '[\\s\\u00a0]*'

const FORMS: readonly string[] = [
  `${DAY}${OF}[\\s\\u00a0]+${MONTH}(?!\\p{L})(?:,?${OF}\\s+(?:${YEAR}|${D}{4})(?!${D}))?`,
  `(?<!\\p{L})${MONTH}\\s+${DAY}(?!${D}|[.,]${D})(?:,?\\s+${D}{4}(?!${D}))?`,
  `(?<!\\p{L})${MONTH},?${OF}\\s+${D}{4}(?!${D})`,
  `${D}{4}-${D}{2}-${D}{2}`,
  `${D}{1,2}[/.]${D}{1,2}[/.](?:${D}{4}|${D}{2})(?![/.]?${D})`,
  `${D}{4}${SPACE}年(?:${SPACE}${D}{1,2}${SPACE}月)?(?:${SPACE}${D}{1,2}${SPACE}[日号號])?`,
  `${D}{1,2}${SPACE}月(?:${SPACE}${D}{1,2}${SPACE}[日号號])?`,
  `${D}{1,2}${SPACE}[日号號]`,
  `${D}{1,2}(?::|h)${D}{2}(?:\\s?[ap]\\.?m\\b\\.?)?|${D}{1,2}\\s?[ap]\\.?m\\b\\.?`,
  // A year alone, unless a currency, a decimal or a group of digits makes it a figure.
  `(?<![\\p{Sc}.,]\\s?)(?:${YEAR})(?:s(?!\\p{L}))?(?!\\p{L}|${D}|[.,]${D}|\\s?%|\\s+(?:percent|per cent|km|million|billion))`,
]
const WEEKDAY = `(?<!\\p{L})(?:${anyOf(Object.values(WEEKDAYS).flat())})(?!\\p{L})`
const DATE = new RegExp(`(?<!${D}|${D}[.,])(?:${FORMS.join('|')})|${WEEKDAY}`, 'giu')

/** Days, months with a day or a year, years, weekdays and times of day, in the languages of `MONTHS`. */
export const findDates: Finder = remembered(passage =>
  matches(DATE, without(passage.text, findLinks(passage)), found =>
    plainDigits(lowered(found)).replace(/[,.]/g, ''),
  ),
)
