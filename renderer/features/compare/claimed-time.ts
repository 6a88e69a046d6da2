import type { Format } from '../../i18n/format.ts'

/** A page's own date may be anything; what is no date is shown as it stands. */
export function claimedTime(value: string, format: Format): string {
  return Number.isNaN(Date.parse(value)) ? value : format.time(value)
}
