import type { Format } from './format.ts'

/**
 * A page's own date as it is told. A plain day is that day everywhere: it is not moved into this computer's zone.
 */
export function claimedTime(value: string, format: Pick<Format, 'day' | 'time'>): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(`${value}T12:00:00`)
  return Number.isNaN(Date.parse(value)) ? value : format.time(value)
}
