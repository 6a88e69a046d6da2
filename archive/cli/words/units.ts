import type { ComparisonResult } from '../../contract/results.ts'

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes for people, in powers of 1,000: `12.3 kB`. */
export function size(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power]}`
}

/** `2026-11-21T19:22:55.123Z` → `2026-11-21 19:22:55 UTC`. */
export function moment(timestamp: string): string {
  return timestamp.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')
}

/** `1 version`, `2 versions`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

/** `substantive, 5.0 % of the words`; a change that took no word has no share. */
export function degreeInWords(changeClass: ComparisonResult['class'], degree: number): string {
  if (degree === 0) return changeClass
  const value = degree * 100
  return `${changeClass}, ${value < 0.1 ? 'under 0.1' : value.toFixed(1)} % of the words`
}
