import { JOIN_RULES } from './sentence-repairs.ts'

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' })

/** Long enough for every rule in `JOIN_RULES`. */
const LOOK_BACK = 24
const LOOK_AHEAD = 16

function belongTogether(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at).trimEnd()
  const after = text.slice(at, at + LOOK_AHEAD)
  return JOIN_RULES.some(rule => rule.after.test(after) && rule.before.test(before))
}

/**
 * Thai and its neighbours end a sentence with a space and nothing else, and put spaces elsewhere too. So there
 * each stretch between spaces is a unit of its own: finer than a sentence, never coarser.
 */
const SPACE_ENDS =
  /(?<=[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}\p{N})\]"”])\s+(?=\S)/gu
const SPACE_SCRIPTS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether a paragraph is in a script whose sentences have no end mark (see `SPACE_ENDS`). */
export function endsWithSpaces(paragraph: string): boolean {
  return SPACE_SCRIPTS.test(paragraph)
}

/**
 * UAX 29 never cuts before a small letter. After a long word there is no short form to mistake for an end, so
 * there it is a sentence typed without its capital; elsewhere it may be one, if the other text says so.
 */
const SMALL_START = /(?<=[.!?]["”’»)\]]{0,2})\s+(?=\p{Ll})/gu
const LONG_WORD = /\p{Ll}{6}[.!?]$/u
const FULL_STOP = /[^.]\.["”’»)\]]*$/u

/** UAX 29 leaves an opening bracket with the sentence it follows where no space stands between. */
const OPENERS = /[\p{Ps}\p{Pi}]+$/u

function beforeOpeners(text: string, at: number): number {
  const opener = OPENERS.exec(text.slice(Math.max(0, at - LOOK_BACK), at))
  return opener ? at - opener[0].length : at
}

/** UTF-16 offsets into a paragraph. */
export interface Borders {
  /** Where its sentences begin, the first being 0. */
  readonly starts: readonly number[]
  /** Where a sentence might begin too, but for a rule in `JOIN_RULES` or a small letter. */
  readonly joined: readonly number[]
}

/**
 * The borders between the sentences of one paragraph: those of UAX 29 as `Intl.Segmenter` finds them, with its
 * known slips repaired.
 */
export function sentenceBorders(paragraph: string): Borders {
  const starts = new Set([0])
  const joined: number[] = []
  for (const { index } of sentences.segment(paragraph)) {
    if (index === 0) continue
    if (belongTogether(paragraph, index)) joined.push(index)
    else starts.add(beforeOpeners(paragraph, index))
  }
  const guessed = endsWithSpaces(paragraph)
  for (const { 0: space, index } of paragraph.matchAll(guessed ? SPACE_ENDS : SMALL_START)) {
    const before = paragraph.slice(Math.max(0, index - LOOK_BACK), index)
    if (guessed || LONG_WORD.test(before)) starts.add(index + space.length)
    else if (FULL_STOP.test(before)) joined.push(index + space.length)
  }
  const inOrder = (a: number, b: number) => a - b
  return { starts: [...starts].toSorted(inOrder), joined: joined.toSorted(inOrder) }
}
