import type { Candidate } from './candidate.ts'
import { localTime } from './dates/clock-time.ts'
import { normaliseDate } from './dates/normalise.ts'

const IN_UTC = /(?:Z|[+-]00:00)$/
const SAME_MOMENT_MS = 60_000
const MINUTE_MS = 60_000

/**
 * A publisher's clock says which day a story belongs to. Where the first source gives the moment in UTC and
 * another gives the same moment in the publisher's own zone, the second is what the reader sees.
 */
export function inOwnZone(first: Candidate<string>, others: Iterable<Candidate<string>>): Candidate<string> {
  if (!IN_UTC.test(first.value)) return first
  const moment = Date.parse(first.value)
  for (const other of others) {
    if (!other.value.includes('T') || IN_UTC.test(other.value)) continue
    if (Math.abs(Date.parse(other.value) - moment) < SAME_MOMENT_MS) return other
  }
  return first
}

/** Offsets in use (IANA time zone database): whole and half hours from -12 to +14, and three that end in 45. */
function isZoneOffset(minutes: number): boolean {
  if (minutes < -12 * 60 || minutes > 14 * 60) return false
  return minutes % 30 === 0 || [5 * 60 + 45, 8 * 60 + 45, 12 * 60 + 45].includes(minutes)
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** The moment as clocks at that offset show it, RFC 3339. */
function atOffset(moment: number, minutes: number): string {
  return new Date(moment + minutes * MINUTE_MS).toISOString().slice(0, 19) + offsetText(minutes)
}

/**
 * The same for pages that print the local time without a zone: "December 22, 2023 10:00 PM" beside a moment of
 * 03:00:46 UTC the day after is five hours behind it, so the zone follows from the two. Only where the printed
 * minute fits the moment's minute and an offset in use; the moment itself never changes.
 */
export function inPrintedZone(
  first: Candidate<string>,
  printed: readonly Candidate<string>[],
  language: string | null,
): Candidate<string> {
  if (!first.value.includes('T') || !IN_UTC.test(first.value)) return first
  const moment = Date.parse(first.value)
  for (const { value, origin } of printed) {
    const day = normaliseDate(value, language)
    const time = day?.length === 'YYYY-MM-DD'.length ? localTime(value) : null
    if (!time) continue
    const behind = Date.parse(`${day}T${time}Z`) - Math.floor(moment / MINUTE_MS) * MINUTE_MS
    const minutes = behind / MINUTE_MS
    if (minutes !== 0 && isZoneOffset(minutes)) return { value: atOffset(moment, minutes), origin }
  }
  return first
}
