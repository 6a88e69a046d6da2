import { dayText, isRealDay } from './calendar.ts'
import { monthNumber } from './month-names.ts'

/** Paths that hold the day: /2023/12/21/, /2023-12-21-, /20231221/, /2023/dec/21/. */
const NUMERIC = /(?:^|[/_.-])((?:19|20)\d{2})([/_-]?)(\d{2})\2(\d{2})(?=\D|$)/
const NAMED = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?=\/)/i

/** `YYYY-MM-DD` from an address, or null. Many publishers file stories under their day. */
export function urlDate(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? ''
  const numeric = NUMERIC.exec(path)
  const named = numeric ? null : NAMED.exec(path)
  const parts = numeric
    ? { year: Number(numeric[1]), month: Number(numeric[3]), day: Number(numeric[4]) }
    : named
      ? { year: Number(named[1]), month: monthNumber(named[2] ?? '', 'en') ?? 0, day: Number(named[3]) }
      : null
  return parts && isRealDay(parts) ? dayText(parts) : null
}
