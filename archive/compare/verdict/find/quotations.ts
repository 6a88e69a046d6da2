import type { Range } from '../../../model/comparison.ts'
import type { Finder } from './item.ts'

/** Marks that open a quotation and the marks that may close it, for marks that point one way. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”"“',
  '„': '“”"',
  '"': '"”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
}

function opens(line: string, at: number): boolean {
  const before = line[at - 1]
  const after = line[at + 1]
  if (after === undefined || (/\s/.test(after) && line[at] !== '«')) return false
  if (line[at] === "'") return opensSingle(line, at)
  if (line[at] === '‘') return (before === undefined || /[\s([—–]/.test(before)) && /\p{L}/u.test(after)
  if (line[at] === '»') return before === undefined || /[\s(]/.test(before)
  return true
}

/** A straight single mark is mostly an apostrophe: it opens where another one closes before the line's end. */
function opensSingle(line: string, at: number): boolean {
  if (at > 0 && !/[\s([—–:]/u.test(line[at - 1]!)) return false
  return /^'\p{L}[^']*(?:(?<=\p{L})'(?=\p{L})[^']*)*[\p{L}\p{N}.,!?]'(?![\p{L}\p{N}])/u.test(line.slice(at))
}

function closes(line: string, at: number): boolean {
  if (line[at] === "'") return !/[\p{L}\p{N}]/u.test(line[at + 1] ?? '')
  return line[at] !== '’' || !(/\p{L}/u.test(line[at - 1] ?? '') && /\p{L}/u.test(line[at + 1] ?? ''))
}

/** A straight mark behind a space and before a letter opens: what seemed open was never closed. */
function reopens(line: string, at: number): boolean {
  return line[at] === '"' && /\s/.test(line[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(line[at + 1] ?? '')
}

/**
 * Everything inside quotation marks, marks left out, paragraph by paragraph. A quotation that opens a paragraph
 * and is left open runs to its end, as where it goes on in the next one; any other is none.
 */
export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = []
  let lineStart = 0
  for (const line of text.split('\n')) {
    let open = -1
    for (let k = 0; k < line.length; k++) {
      if (open >= 0 && reopens(line, k)) open = k
      else if (open >= 0 && PAIRS[line[open]!]!.includes(line[k]!) && closes(line, k)) {
        if (k > open + 1) ranges.push([lineStart + open + 1, lineStart + k])
        open = -1
      } else if (open < 0 && line.charAt(k) in PAIRS && opens(line, k)) open = k
    }
    if (open >= 0 && line.slice(0, open).trim() === '') {
      ranges.push([lineStart + open + 1, lineStart + line.length])
    }
    lineStart += line.length + 1
  }
  return ranges
}

/** The words of each quotation, compared without case and punctuation. */
export const findQuotations: Finder = ({ text, quoted }) =>
  quoted.flatMap(([start, end]) => {
    const words = text
      .slice(start, end)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
    // A comma that English sets inside the marks belongs to the sentence around them.
    const last = /[,،]\s*$/u.exec(text.slice(start, end))?.index
    return words ? [{ value: words.join(' '), start, end: last === undefined ? end : start + last }] : []
  })
