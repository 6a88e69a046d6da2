import { readDate } from './day.ts'

export interface AuthorLine {
  readonly author: string | null
  readonly handle: string
  readonly postedAt: string | null
  /** What stood after the handle: the day as printed, as a rule. */
  readonly tail: string
  /** What stood before the line, trimmed. */
  readonly before: string
}

/** Hyphen, dashes, horizontal bar, minus, CJK and full-width dashes: pages put any of them before the name. */
const DASH = '[-\\u2010-\\u2015\\u2212\\u2e3a\\u2e3b\\u30fc\\ufe58\\ufe63\\uff0d]'
/** Marks that steer direction come between the parts in right-to-left posts. */
const MARKS = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*'

const HANDLE = new RegExp(
  `${MARKS}[(（]${MARKS}@\\s?([\\w.\\-]{1,80}(?:@[\\w.\\-]+)?)${MARKS}[)）]${MARKS}`,
  'gu',
)
const OPENING = new RegExp(`(?:^|\\s)${MARKS}${DASH}{1,3}${MARKS}\\s*`, 'gu')
const FLUSH = new RegExp(`[\\u2013-\\u2015]\\s+`, 'gu')

const MAX_NAME = 120
const MAX_TAIL = 90

/** Where the name begins: after the dash that opens its line, else after the last dash before it. */
function nameStart(text: string): { dash: number; name: number } | null {
  const line = text.lastIndexOf('\n') + 1
  const openings = [...text.matchAll(OPENING)].filter(m => m.index + m[0].length >= line)
  const first = openings.find(m => m.index <= line && /^\s*$/.test(text.slice(line, Math.max(line, m.index))))
  const best = first ?? openings.at(-1) ?? [...text.matchAll(FLUSH)].at(-1)
  return best ? { dash: best.index, name: best.index + best[0].length } : null
}

/**
 * Reads the line that ends an embedded post, `— Name (@handle) November 23, 2025`, at the end of `text`. Null
 * where the text does not end in one. The day may be in any language, or missing.
 */
export function readAuthorLine(text: string, language: string | null = null): AuthorLine | null {
  const found = [...text.matchAll(HANDLE)].at(-1)
  if (!found) return null
  const tail = text.slice(found.index + found[0].length).trim()
  if (tail.length > MAX_TAIL || tail.includes('\n\n')) return null
  const head = text.slice(0, found.index)
  const start = nameStart(head)
  if (!start) return null
  const name = head.slice(start.name).replaceAll(/\s+/g, ' ').trim()
  if (name.length > MAX_NAME) return null
  return {
    author: name || null,
    handle: found[1] ?? '',
    postedAt: tail === '' ? null : readDate(tail, language),
    tail,
    before: head.slice(0, start.dash).trim(),
  }
}
