import { commonYear, dayText, isRealDay, jalaliDay, type DateParts } from './calendar.ts'
import { clockTime, zoneOffset } from './clock-time.ts'
import { asciiDigits } from './digits.ts'
import { MONTH_NAMES, monthNumber } from './month-names.ts'

interface Found {
  readonly parts: DateParts
  readonly start: number
  readonly end: number
}

const MONTH = MONTH_NAMES.map(name => name.replaceAll('.', '\\.')).join('|')
const LETTER = '[\\p{L}\\p{M}]'
const JOIN = "(?:\\s|\\.|,|،|de|del|di|of|d'|d’|da|du|den|al|mh|yil|m\\.)"
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|°|e|-го|ni|-ga)?${JOIN}*(?<!${LETTER})(${MONTH})(?!${LETTER})${JOIN}*(\\d{4})(?!\\d)`,
  'iu',
)
const MONTH_FIRST = new RegExp(
  `(?<!${LETTER})(${MONTH})(?!${LETTER})\\.?\\s*(\\d{1,2})(?:st|nd|rd|th|er)?(?!\\d)(?:\\s|,|،|at)*(\\d{4})(?!\\d)`,
  'iu',
)
const YEAR_FIRST = new RegExp(
  `(?<!\\d)(\\d{4})(?:\\s|\\.|,|m\\.|-|gada|ж\\.)*(?<!${LETTER})(${MONTH})(?!${LETTER})[\\s.,-]*(\\d{1,2})(?!\\d)`,
  'iu',
)
const YEAR_LAST_AFTER_TIME = new RegExp(
  `(?<!${LETTER})(${MONTH})(?!${LETTER})\\s+(\\d{1,2})\\s+[\\d:]+\\s+(?:[a-z]{3,4}\\s+)?(\\d{4})(?!\\d)`,
  'iu',
)
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/
const ERA = /(令和|平成|昭和)\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/
const VIETNAMESE = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,?\s+năm)?[\s,]+(\d{4})/iu
const BIG_ENDIAN = /(?<!\d)(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)/
const LITTLE_ENDIAN = /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/
/** Two digits for the year are certain only where points part them ("25.04.24"), as no language writes the year first so. */
const SHORT_YEAR = /(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})(?![\d.]*\d)/

/** First year of a Japanese era, minus one. */
const ERA_START: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 }

/** Where the month is written before the day: the United States and the few places that follow them. */
const MONTH_FIRST_LANGUAGES: ReadonlySet<string> = new Set([
  'en-us',
  'en-ph',
  'en-pr',
  'es-pr',
  'fil-ph',
  'en-mh',
])

/** Day and month as written with numbers only; null where the order cannot be known. */
function numericDay(
  a: number,
  b: number,
  separator: string,
  language: string | null,
): [number, number] | null {
  if (a > 12) return [a, b]
  if (b > 12) return [b, a]
  if (a === b || separator === '.') return [a, b]
  const tag = language?.toLowerCase() ?? 'en'
  if (MONTH_FIRST_LANGUAGES.has(tag)) return [b, a]
  return tag === 'en' ? null : [a, b]
}

type Reader = (text: string, language: string | null) => { match: RegExpExecArray; parts: DateParts } | null

function named(pattern: RegExp, order: readonly [day: number, month: number, year: number]): Reader {
  return (text, language) => {
    const match = pattern.exec(text)
    const month = match && monthNumber(match[order[1]] ?? '', language)
    if (!match || !month) return null
    return {
      match,
      parts: { day: Number(match[order[0]]), month, year: commonYear(Number(match[order[2]])) },
    }
  }
}

function numbered(pattern: RegExp, order: readonly [day: number, month: number, year: number]): Reader {
  return text => {
    const match = pattern.exec(text)
    if (!match) return null
    const [day, month, year] = [Number(match[order[0]]), Number(match[order[1]]), Number(match[order[2]])]
    return { match, parts: { day, month, year: commonYear(year) } }
  }
}

const era: Reader = text => {
  const match = ERA.exec(text)
  if (!match) return null
  const year = (ERA_START[match[1] ?? ''] ?? 0) + (match[2] === '元' ? 1 : Number(match[2]))
  return { match, parts: { year, month: Number(match[3]), day: Number(match[4]) } }
}

const littleEndian: Reader = (text, language) => {
  const match = LITTLE_ENDIAN.exec(text)
  const order = match && numericDay(Number(match[1]), Number(match[3]), match[2] ?? '', language)
  if (!match || !order) return null
  return { match, parts: { day: order[0], month: order[1], year: commonYear(Number(match[4])) } }
}

const shortYear: Reader = text => {
  const match = SHORT_YEAR.exec(text)
  if (!match) return null
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return { match, parts: { day, month, year: 2000 + year } }
}

/** The written forms of a day, surest first. */
const READERS: readonly Reader[] = [
  numbered(BIG_ENDIAN, [4, 3, 1]),
  numbered(EAST_ASIAN, [3, 2, 1]),
  era,
  named(DAY_FIRST, [1, 2, 3]),
  named(MONTH_FIRST, [2, 1, 3]),
  named(YEAR_FIRST, [3, 2, 1]),
  named(YEAR_LAST_AFTER_TIME, [2, 1, 3]),
  numbered(VIETNAMESE, [1, 2, 3]),
  littleEndian,
  shortYear,
]

function findDay(text: string, language: string | null): Found | null {
  let best: Found | null = null
  for (const read of READERS) {
    const found = read(text, language)
    if (!found || !isRealDay(found.parts)) continue
    const { index } = found.match
    if (!best || index < best.start)
      best = { parts: found.parts, start: index, end: index + found.match[0].length }
  }
  return best
}

const ISO =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(z|utc|gmt|[+\u2212-]\d{2}:?(?:\d{2})?)?)?/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/
const EPOCH = /^\d{10}(?:\d{3})?$/

function exact(parts: DateParts, time: readonly (string | undefined)[]): string | null {
  if (!isRealDay(parts)) return null
  const [hour, minute, second, zone] = time
  const offset = zone ? zoneOffset(zone) : null
  const hours = Number(hour ?? 99)
  if (offset === null || hours > 23 || Number(minute) > 59) return dayText(parts)
  return `${dayText(parts)}T${String(hours).padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`
}

/**
 * A written date as RFC 3339 (with the zone offset that is printed, never shifted) or, where no time with a
 * zone is given, as `YYYY-MM-DD`. Reads ISO 8601, RFC 5322, Unix times, and the forms newspapers print in many
 * languages, scripts and digits; null where no date can be read for certain. `language` (BCP 47) decides
 * between day/month and month/day; a plain `en` decides neither.
 */
export function normaliseDate(text: string, language: string | null = null): string | null {
  const ascii = asciiDigits(text.slice(0, 400).normalize('NFC')).replaceAll(/[\u200e\u200f\u061c]/g, '')
  const whole = ascii.trim()
  if (EPOCH.test(whole)) {
    const at = new Date(Number(whole) * (whole.length === 10 ? 1000 : 1))
    return at.toISOString().replace('.000Z', 'Z')
  }
  const compact = COMPACT.exec(whole)
  if (compact) {
    const [, y, m, d, ...time] = compact
    return exact({ year: Number(y), month: Number(m), day: Number(d) }, time)
  }
  const iso = ISO.exec(ascii)
  if (iso) {
    const [, y, m, d, ...time] = iso
    return exact({ year: commonYear(Number(y)), month: Number(m), day: Number(d) }, time)
  }
  const found = findDay(ascii, language)
  if (!found) {
    const jalali = jalaliDay(ascii)
    return jalali ? dayText(jalali) : null
  }
  return dayText(found.parts) + (clockTime(ascii.slice(found.end, found.end + 60)) ?? '')
}
