import type { Furniture } from './furniture.ts'

/** How many characters of a passage a line quotes before it is cut. */
const MOST_QUOTED = 160

/** A passage as a line quotes it: on one line, cut at a word where it is long. */
export function quoted(text: string): string {
  const line = withInnerMarks(text.replace(/\s+/g, ' ').trim())
  if (line.length <= MOST_QUOTED) return `“${line}”`
  const cut = line.slice(0, MOST_QUOTED)
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_QUOTED / 2))} …”`
}

/** Quotation marks inside quotation marks are single ones. */
function withInnerMarks(line: string): string {
  return line
    .replace(/(?<=^|[\s([])"(?=\S)/gu, '‘')
    .replaceAll('"', '’')
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
}

/** "The figure “82” became “83”." */
export function sayChange(noun: string, before: string | null, after: string | null): string {
  if (before !== null && after !== null) return `The ${noun} ${quoted(before)} became ${quoted(after)}.`
  if (after !== null) return `The ${noun} ${quoted(after)} was added.`
  return `The ${noun} ${quoted(before ?? '')} was removed.`
}

/** "A sentence was", "3 sentences were". */
export function sayCount(count: number, noun: string): string {
  return count === 1 ? `A ${noun} was` : `${count} ${noun}s were`
}

/** "1 other sentence", "3 other sentences". */
export function sayNumber(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** What is said of a line that is no part of the story. */
export function sayFurniture(furniture: Furniture): string {
  return furniture === 'self-changing' ? 'A line that changes by itself' : 'A line around the story'
}
