import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Dates, numbers and sizes as the shown language writes them. Times are this computer's zone; titles say UTC. */
export interface Format {
  /** "21 Nov 2026, 19:22" */
  time(rfc3339: string): string
  /** "19:22" */
  clock(rfc3339: string): string
  /** "21 Nov 2026" */
  day(rfc3339: string): string
  /** "3 hours ago" */
  ago(rfc3339: string): string
  number(value: number): string
  percent(share: number): string
  /** "1.2 MB" */
  bytes(value: number): string
  /** "a, b and c" */
  list(items: readonly string[]): string
}

export function formatFor(language: string): Format {
  // Latin digits throughout: hashes, addresses and times stand beside them.
  const locale = `${language}-u-nu-latn`
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const list = new Intl.ListFormat(locale)
  return {
    time: value => time.format(new Date(value)),
    clock: value => clock.format(new Date(value)),
    day: value => day.format(new Date(value)),
    ago(value) {
      const seconds = (Date.parse(value) - Date.now()) / 1000
      const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
      return relative.format(Math.trunc(seconds / length), unit)
    },
    number: value => number.format(value),
    percent: value => percent.format(value),
    bytes(value) {
      const step = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), BYTE_UNITS.length - 1)
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: BYTE_UNITS[step],
        // In short, English has "18 byte".
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step > 1 ? 1 : 0,
      }).format(value / 1000 ** step)
    },
    list: items => list.format(items),
  }
}

export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => formatFor(i18n.language), [i18n.language])
}
