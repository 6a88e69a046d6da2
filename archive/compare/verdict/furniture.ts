import type { Range } from '../../model/comparison.ts'
import { isSelfChanging, normaliseText } from '../../model/normalise.ts'
import { plainDigits } from './find/digits.ts'
import { withoutVowelSigns } from './find/vowel-signs.ts'
import { COUNTER_LINES, FURNITURE_LINES, RELATED_LABELS } from './words/noise.ts'

/** Why a line is no part of the story: it counts or tells the time since, or it stands around the story. */
export type Furniture = 'self-changing' | 'around-the-story'

/** A longer line, in UTF-16 units, is a sentence of the story. Nothing further away is looked at. */
const LONGEST = 200
/** Lines under the label of a box that may belong to it. */
const MOST_IN_BOX = 8

const LABEL = new RegExp(`^(?:${RELATED_LABELS})[:：]?$`, 'u')
const LABELLED = new RegExp(`^(?:${RELATED_LABELS}) ?[:：|>›–-] ?\\S`, 'u')
/** Marks between several counters on one line. */
const BETWEEN = / ?[·•|] ?| \/ /u
const ENDS_SENTENCE = /[.!?…。！？।]["'»)]?$/u

/** What the line a range stands in is, where it is no part of the story: "3 hours ago", "Most read: …". */
export function furnitureAt(text: string, range: Range): Furniture | null {
  const line = lineAround(text, range)
  return line && furnitureOf(text, line)
}

function lineAround(text: string, [start, end]: Range): Range | null {
  if (end - start > LONGEST) return null
  const from = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const to = newline < 0 ? text.length : newline
  return (start > 0 && start - from > LONGEST) || to - from > LONGEST ? null : [from, to]
}

function furnitureOf(text: string, [start, end]: Range): Furniture | null {
  const line = plainLine(text.slice(start, end))
  if (line === '') return null
  if (countsOnly(line)) return 'self-changing'
  if (FURNITURE_LINES.some(rule => rule.test(line)) || LABEL.test(line) || LABELLED.test(line)) {
    return 'around-the-story'
  }
  return isInBox(text, start, line) ? 'around-the-story' : null
}

function plainLine(line: string): string {
  return withoutVowelSigns(plainDigits(normaliseText(line).toLowerCase()))
    .replace(/^[*•\-–>#]+ /u, '')
    .replace(/ (?=[:：])/gu, '')
}

function countsOnly(line: string): boolean {
  return line
    .split(BETWEEN)
    .every(part => isSelfChanging(part) || COUNTER_LINES.some(rule => rule.test(part)))
}

/** Whether only titles stand between a line and the label of a box above it. A title ends like no sentence. */
function isInBox(text: string, start: number, line: string): boolean {
  if (ENDS_SENTENCE.test(line)) return false
  let end = start - 1
  for (let k = 0; k < MOST_IN_BOX && end > 0; k++) {
    while (end > 0 && /\s/.test(text[end - 1]!)) end--
    const from = text.lastIndexOf('\n', end - 1) + 1
    if (end - from > LONGEST) return false
    const above = plainLine(text.slice(from, end))
    if (LABEL.test(above)) return true
    if (ENDS_SENTENCE.test(above) || above === '') return false
    end = from - 1
  }
  return false
}

/**
 * Text less what is set in one house this way and in another that way: Arabic signs of vowels and lengthening, wide
 * letters, single or double quotation marks, spaces beside marks.
 */
export function looseText(text: string): string {
  return withoutVowelSigns(normaliseText(text.normalize('NFKC')))
    .replace(/(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, '"')
    .replace(/ ?(["\-/:;!?%،؛؟]) ?/gu, '$1')
}
