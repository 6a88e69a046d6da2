import {
  BEFORE_YEAR,
  MONTHS,
  MONTHS_ALONE,
  RELATIVE_DAYS,
  RELATIVE_DAYS_UNSPACED,
  WEEKDAYS,
  WEEKDAYS_UNSPACED,
} from '../words/calendar.ts'
import { plainDigits } from './digits.ts'
import { anyOf, lowered, matches, remembered, wholeWords, without, type Finder } from './item.ts'
import { type Languages, listsFor, perLanguages } from './languages.ts'
import { findLinks } from './links.ts'

const D = '\\p{Nd}'
const OF = '(?:\\s+(?:de|del|of|do))?'
/** 1400 to 2099, in digits of any script. */
const YEAR = `(?:1[4-9]|20)${D}{2}|(?:[١۱१][٤-٩۴-۹४-९]|[٢۲२][٠۰०])${D}{2}`
const DAY = `${D}{1,2}(?:st|nd|rd|th|er|º|ª|\\.)?`
const SPACE = '[\\s\\u00a0]*'
const CLOCK =
  `${D}{1,2}(?::|h|\\.(?=${D}{2} ?[ap]\\.?m))${D}{2}(?:\\s?(?:[ap]m\\b|[ap]\\.m\\.?|Uhr))?|${D}{1,2}\\s?(?:[ap]m\\b|[ap]\\.m\\.?|Uhr(?!\\p{L}))|` +
  `(?<=(?:à|às|vers|avant|après|das|até as) )${D}{1,2}\\s?h(?!\\p{L})`

/** A bare number of four digits is a year behind what leads one in; else unless it counts what follows. */
const BARE_YEAR =
  `(?<=(?<!\\p{L})(?:${BEFORE_YEAR.join('|')})[\\s\\u00a0]|[(/–-])(?:${YEAR})(?!\\p{L}|${D}|[.,]${D}|\\s?%|\\s+(?:percent|per cent|km|million|billion|people|euros|dollars|personas|personnes|Menschen|pessoas|человек))|` +
  `(?<![\\p{Sc}.,]\\s?)(?!${D}${D}[0٠]{2})(?:19|20|١٩|٢٠|۱۹|۲۰|१९|२०)${D}{2}(?!\\p{L}|${D}|[.,]${D}|\\s?%|\\s+(?:percent|per cent|km|million|billion|people|euros|dollars|personas|personnes|Menschen|pessoas|человек)|\\s\\p{Script=Arabic})|` +
  `(?<![\\p{Sc}.,]\\s?)(?:${YEAR})(?:s(?!\\p{L})|(?=\\s*(?:$|[.,;:!?)”"»،؛])(?![.,]${D})))`

const dateFor = perLanguages(languages => {
  const month = `(?:${anyOf(listsFor(MONTHS, languages).flat())})\\.?`
  const forms = [
    `${DAY}${OF}[\\s\\u00a0]+${month}(?!\\p{L})(?:,?${OF}\\s+(?:${YEAR}|${D}{4})(?!${D}))?`,
    `(?<!\\p{L})${month}\\s+${DAY}(?!${D}|[.,]${D})(?:,?\\s+${D}{4}(?!${D}))?`,
    `(?<!\\p{L})${month},?${OF}\\s+${D}{4}(?!${D})`,
    `${D}{4}-${D}{2}-${D}{2}`,
    `${D}{1,2}[/.]${D}{1,2}[/.](?:${D}{4}|${D}{2})(?![/.]?${D})`,
    `${D}{4}${SPACE}年(?:${SPACE}${D}{1,2}${SPACE}月)?(?:${SPACE}${D}{1,2}${SPACE}[日号號])?`,
    `${D}{1,2}${SPACE}月(?:${SPACE}${D}{1,2}${SPACE}[日号號])?`,
    `${D}{1,2}${SPACE}[日号號]`,
    CLOCK,
    BARE_YEAR,
  ]
  return new RegExp(`(?<!${D}|${D}[.,])(?:${forms.join('|')})|${weekdays(languages)}`, 'giu')
})
/** What is left to look for in a text without a digit. */
const weekdayFor = perLanguages(languages => new RegExp(weekdays(languages), 'giu'))

function weekdays(languages: Languages | undefined): string {
  const spaced = `(?<![\\p{L}\\p{M}])(?:${anyOf(listsFor(WEEKDAYS, languages).flat())})(?![\\p{L}\\p{M}])`
  return [spaced, ...WEEKDAYS_UNSPACED].join('|')
}
/** In the case they are written in: "may" is no month. */
const monthFor = perLanguages(
  languages =>
    new RegExp(
      `(?<![\\p{L}\\p{M}])(?:${anyOf(listsFor(MONTHS_ALONE, languages))})(?![\\p{L}\\p{M}\\-])`,
      'gu',
    ),
)
const relativeFor = perLanguages(languages => wholeWords(listsFor(RELATIVE_DAYS, languages).flat()))
const RELATIVE_UNSPACED = new RegExp(RELATIVE_DAYS_UNSPACED.join('|'), 'gu')

function valueOf(found: string): string {
  return plainDigits(lowered(found)).replace(/[,.]/g, '')
}

/** Days, months, years, weekdays and times of day, in the languages of `MONTHS`. */
export const findDates: Finder = remembered(passage => {
  const text = without(passage.text, findLinks(passage))
  const patternFor = /\p{Nd}/u.test(text) ? dateFor : weekdayFor
  const dates = matches(patternFor(passage.languages), text, valueOf)
  const months = matches(monthFor(passage.languages), without(text, dates), valueOf)
  return [...dates, ...months].toSorted((a, b) => a.start - b.start)
})

/** A passage's text with addresses and dates blanked out: what stands in them is neither figure nor name. */
export const withoutDates = remembered(passage =>
  without(passage.text, [...findLinks(passage), ...findDates(passage)]),
)

/** "Yesterday", "next month": told only where another date takes their place. */
export const findRelativeDays: Finder = passage => {
  const text = withoutDates(passage)
  return [
    ...matches(relativeFor(passage.languages), text, lowered),
    ...matches(RELATIVE_UNSPACED, text, lowered),
  ].toSorted((a, b) => a.start - b.start)
}
