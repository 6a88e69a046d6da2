import type { Range } from '../../model/comparison.ts'
import type { TextPlace } from '../../model/two-sources.ts'
import { cutUp, type Side } from '../segment/side.ts'
import { createVocabulary, type Vocabulary } from '../segment/vocabulary.ts'
import { TOKEN_KINDS } from '../segment/words.ts'

/** The words of a text, marks left out. */
export interface WordList {
  /** Per word: the number of its folded form, the same in both texts. */
  readonly ids: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Per word: 0 where it is a further part of the word before it (scripts compared letter by letter). */
  readonly counts: readonly number[]
}

export interface TextOfSource {
  readonly text: string
  readonly side: Side
  readonly words: WordList
  /** Per sentence. */
  readonly sentences: readonly Range[]
}

export interface TwoTexts {
  readonly from: TextOfSource
  readonly to: TextOfSource
  readonly vocabulary: Vocabulary
}

export function twoTexts(fromText: string, toText: string): TwoTexts {
  const vocabulary = createVocabulary()
  const textOf = (text: string): TextOfSource => {
    const side = cutUp(text, vocabulary)
    const sentences = Array.from({ length: side.sentences }, (_, s): Range => {
      return [side.starts[side.first[s]!]!, side.ends[side.first[s + 1]! - 1]!]
    })
    return { text, side, sentences, words: wordsOf(side, vocabulary) }
  }
  return { from: textOf(fromText), to: textOf(toText), vocabulary }
}

function wordsOf(side: Side, { kinds, folded }: Vocabulary): WordList {
  const words = side.ids.flatMap((id, token) => (kinds[id] === TOKEN_KINDS.mark ? [] : [token]))
  return {
    ids: words.map(token => folded[side.ids[token]!]!),
    starts: words.map(token => side.starts[token]!),
    ends: words.map(token => side.ends[token]!),
    counts: words.map(token => (side.goesOn.has(token) ? 0 : 1)),
  }
}

export function placeIn({ text }: Pick<TextOfSource, 'text'>, range: Range): TextPlace {
  return { range, text: text.slice(...range) }
}

/** How many words stand in a stretch of the list. */
export function countWords({ counts }: WordList, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) count += counts[at]!
  return count
}
