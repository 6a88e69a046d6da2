/** A day, and where the page gives it the time of day with its zone. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const OLDEST_YEAR = 1600
const NEWEST_YEAR = 2199

/** Thailand writes years of the Buddhist era: 543 ahead of the common era. */
export function commonYear(year: number): number {
  return year >= 2400 && year < 2700 ? year - 543 : year
}

/** Whether the parts name a day that exists in the Gregorian calendar. */
export function isRealDay({ year, month, day }: DateParts): boolean {
  if (year < OLDEST_YEAR || year > NEWEST_YEAR || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function dayText({ year, month, day }: DateParts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const JALALI_FIRST_YEAR = 1300
const JALALI_LAST_YEAR = 1500

/** Solar Hijri (Persian) months by name, 1 to 12. */
const JALALI_MONTHS: readonly string[] = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
]

const JALALI_DATE = new RegExp(`(\\d{1,2})\\s+(${JALALI_MONTHS.join('|')})(?:\\s*ماه)?[\\s،,]+(\\d{4})`)

/** A date of the Persian calendar ("۳ آذر ۱۴۰۴", digits already ASCII) as a Gregorian day, by the platform's own calendar. */
export function jalaliDay(text: string): DateParts | null {
  const match = JALALI_DATE.exec(text)
  if (!match) return null
  const [day, month, year] = [Number(match[1]), JALALI_MONTHS.indexOf(match[2] ?? '') + 1, Number(match[3])]
  if (year < JALALI_FIRST_YEAR || year > JALALI_LAST_YEAR || day < 1 || day > 31) return null
  const persian = new Intl.DateTimeFormat('en-u-ca-persian', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  // The year begins within a day or two of 21 March: start there, then find the day whose Persian name fits.
  const guess = Date.UTC(year + 621, 2, 21) + ((month - 1) * 30.5 + day - 1) * 86_400_000
  for (let shift = -8; shift <= 8; shift++) {
    const at = new Date(guess + shift * 86_400_000)
    const named = new Map(persian.formatToParts(at).map(part => [part.type as string, part.value]))
    const fits =
      parseInt(named.get('year') ?? '', 10) === year &&
      Number(named.get('month')) === month &&
      Number(named.get('day')) === day
    if (fits) return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
  }
  return null
}
