import { SCALES, UNITS } from '../words/quantities.ts'
import { plainDigits } from './digits.ts'
import { findDates, withoutDates } from './dates.ts'
import { matches, remembered, without, type Finder, type Item } from './item.ts'
import { findFaintNumbers, findNumberWords } from './number-words.ts'
import { findAttributions } from './attributions.ts'

const D = '\\p{Nd}'
const SPACED_LETTER = '[\\p{L}--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]]'
/** Groups of three, of two in India, with any sign between; then the decimals. */
const NUMBER =
  `(?:${D}{1,3}(?:[ \\u00a0\\u202f]${D}{3})+(?!${D})|${D}{1,2}(?:,${D}{2})+,${D}{3}(?!${D})|` +
  `${D}+(?:[.,'’٬]${D}{3})*)(?:[.,٫]${D}+)?`
const HAN_SCALE = '[万萬亿億兆]'
const SCALE = SCALES.map(([pattern]) => pattern).join('|')
const UNIT = UNITS.map(([pattern]) => pattern).join('|')
const PREFIX = '(?:(?:US|R|A|C)?\\p{Sc}\\s?)?'
const FIGURE = new RegExp(
  `${PREFIX}(?<!${SPACED_LETTER}-?)${NUMBER}` +
    `(?:[\\s\\u00a0\\u202f]?(?:(?:${SCALE})(?!${SPACED_LETTER})|${HAN_SCALE}))?` +
    `(?:[\\s\\u00a0\\u202f]?(?:(?:(?:de|d’) ?)?(?:${UNIT})(?!${SPACED_LETTER})|[%‰°٪]|\\p{Sc}))?`,
  'giv',
)
const PARTS = new RegExp(
  `^(?<prefix>${PREFIX})(?<number>${NUMBER})[\\s\\u00a0\\u202f]*(?:(?<scale>(?:${SCALE})(?!${SPACED_LETTER})|${HAN_SCALE})[\\s\\u00a0\\u202f]*)?(?:(?:de|d’) ?)?(?<unit>.*)$`,
  'iv',
)
const HAN_FACTORS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 }
const FACTORS = SCALES.map(([pattern, factor]) => [new RegExp(`^(?:${pattern})$`, 'iu'), factor] as const)
const SIGNS = UNITS.map(([pattern, sign]) => [new RegExp(`^(?:${pattern})$`, 'iu'), sign] as const)

/** Digits that a float holds exactly enough to compare by. */
const DIGITS = 12

/**
 * Number, then unit: group separators, scale, white space and script put aside, so that 1,200 and 1.2 thousand
 * and ١٢٠٠ are one figure, and "12 per cent" and "12%".
 */
function valueOf(found: string): string {
  const { prefix = '', number = '', scale, unit = '' } = PARTS.exec(found)?.groups ?? {}
  const digits = plainDigits(number)
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace(/(?<=\d)[,'’٬.](?=\d{3}(?!\d))|,(?=\d{2},)/g, '')
    .replace(/[,٫]/, '.')
  const factor =
    scale === undefined
      ? 1
      : (HAN_FACTORS[scale] ?? FACTORS.find(([pattern]) => pattern.test(scale))?.[1] ?? 1)
  const value =
    factor === 1 ? plainNumber(digits) : String(Number((Number(digits) * factor).toPrecision(DIGITS)))
  return value + signOf(unit.trim() || prefix.trim())
}

/** "6.10" stays "6.10": how exact a figure is given is part of it. Zeros in front are none. */
function plainNumber(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

function signOf(unit: string): string {
  const plain = unit.toLowerCase().replace(/\s+/g, ' ').replace('٪', '%')
  if (plain === 'us$') return '$'
  return SIGNS.find(([pattern]) => pattern.test(plain))?.[1] ?? plain
}

/** From this value on a number in words is told also where it stands in front of a verb of saying. */
const NO_SOURCE_FROM = 13

/** Numbers with their currency, scale and unit, and numbers in words from two on. Dates and addresses are none. */
export const findFigures: Finder = remembered(passage => {
  const text = withoutDates(passage)
  const digits: Item[] = matches(FIGURE, text, valueOf)
  // "Two people familiar with the matter" are a source, not a figure.
  const sources = findAttributions(passage)
  const isSource = ({ value, start, end }: Item) =>
    Number(value) < NO_SOURCE_FROM && sources.some(source => source.start <= start && source.end >= end)
  const inWords = findNumberWords({ ...passage, text: without(text, digits) })
  return [...digits, ...inWords.filter(item => !isSource(item))].toSorted((a, b) => a.start - b.start)
})

/** "One", "the third": told only where another number takes their place. */
export const findFaintFigures: Finder = passage =>
  findFaintNumbers({
    ...passage,
    text: without(passage.text, [...findFigures(passage), ...findDates(passage)]),
  })
