import { DATE_LOCALES, EXTRA_MONTHS } from './words/months.ts'

type Months = ReadonlyMap<string, number>

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
]

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[.\u200e\u200f]/g, '')
}

/** Month names of one language, as `Intl` spells them alone and beside a day (`ноябрь`, `ноября`). */
function monthsOf(locale: string): Months {
  const names = new Map<string, number>()
  for (const style of STYLES) {
    const format = new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory', timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) {
      const part = format.formatToParts(Date.UTC(2021, month, 15)).find(p => p.type === 'month')
      const name = fold(part?.value ?? '').trim()
      if (name.length > 1 && !/\d/.test(name)) names.set(name, month + 1)
    }
  }
  const language = locale.slice(0, 2)
  for (const [of, name, month] of EXTRA_MONTHS) if (of === language) names.set(name, month)
  return names
}

let allMonths: { readonly byLanguage: ReadonlyMap<string, Months>; readonly pattern: RegExp } | null = null

/** Built once, when the first date is read: asking `Intl` for sixty languages takes some milliseconds. */
function months(): NonNullable<typeof allMonths> {
  if (allMonths) return allMonths
  const byLanguage = new Map(DATE_LOCALES.map(locale => [locale, monthsOf(locale)]))
  const names = [...new Set([...byLanguage.values()].flatMap(map => [...map.keys()]))]
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  const escaped = longestFirst.map(name => name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  allMonths = {
    byLanguage,
    pattern: new RegExp(`(?<![\\p{L}\\p{M}])(?:${escaped.join('|')})(?![\\p{L}\\p{M}])`, 'u'),
  }
  return allMonths
}

function monthNumber(name: string, language: string | null): number | null {
  const { byLanguage } = months()
  const hinted = language ? byLanguage.get(language.slice(0, 2).toLowerCase())?.get(name) : undefined
  if (hinted !== undefined) return hinted
  for (const map of byLanguage.values()) {
    const month = map.get(name)
    if (month !== undefined) return month
  }
  return null
}

/** Decimal digits of every script as ASCII: each script's ten digits stand together in Unicode, zero first. */
function asciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, digit => {
    if (digit <= '9') return digit
    const code = digit.codePointAt(0) ?? 0
    let zero = code
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
    return String(code - zero)
  })
}

function day(year: number, month: number, date: number): string | null {
  // Thailand counts years from 543 BC.
  const common = year > 2400 ? year - 543 : year
  const at = new Date(Date.UTC(common, month - 1, date))
  if (common < 2004 || common > 2100 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date)
    return null
  return at.toISOString().slice(0, 10)
}

function fromNumbers(text: string): string | null {
  const cjk = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u.exec(text)
  if (cjk) return day(Number(cjk[1]), Number(cjk[2]), Number(cjk[3]))
  const yearFirst = /(?<!\d)(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?!\d)/.exec(text)
  if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const vietnamese = /(\d{1,2}) tháng (\d{1,2}),? (?:năm )?(\d{4})/.exec(text)
  if (vietnamese) return day(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]))
  const yearLast = /(?<!\d)(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/.exec(text)
  if (!yearLast) return null
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])]
  if (yearLast[2] === '.' || first > 12 || first === second) return day(year, second, first)
  // 03/04/2025 is two different days to two readers: only what can be one thing is believed.
  return second > 12 ? day(year, first, second) : null
}

function fromWords(text: string, language: string | null): string | null {
  const found = months().pattern.exec(text)
  if (!found) return null
  const month = monthNumber(found[0], language)
  const numbers = [...text.matchAll(/(?<!\d)(?<!\d:)(\d{4}|\d{1,2})(?![\d:])/g)]
  const year = numbers.find(n => n[1]?.length === 4)
  const dates = numbers.filter(n => n[1]?.length !== 4)
  const at = found.index
  const near = dates.toSorted((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))[0]
  return month !== null && year && near ? day(Number(year[1]), month, Number(near[1])) : null
}

/** The RFC 3339 moment in `text` in UTC with milliseconds, or null. */
function moment(text: string): string | null {
  const found = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)/.exec(text)
  const ms = found ? Date.parse(found[0]) : Number.NaN
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** As C's `ctime` writes it, which X's own data uses: `Tue Sep 12 16:57:35 +0000 2023`. */
function ctime(text: string): string | null {
  if (!/^\w{3} \w{3} \d{1,2} \d\d:\d\d:\d\d [+-]\d{4} \d{4}$/.test(text)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

const MAX_LENGTH = 200

/**
 * The time a post's own line gives: RFC 3339 with milliseconds where the text holds a whole moment, `YYYY-MM-DD` where it
 * holds only a day (in any of the languages of `DATE_LOCALES`; a clock time without a zone is not believed),
 * null where it holds neither or the day is ambiguous. `language` is a BCP 47 hint.
 */
export function readDate(text: string, language: string | null = null): string | null {
  const plain = asciiDigits(text.slice(0, MAX_LENGTH).trim())
  const whole = moment(plain) ?? ctime(plain)
  if (whole) return whole
  const folded = plain
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[\u200e\u200f]/g, '')
  return fromNumbers(folded) ?? fromWords(fold(plain), language)
}
