import { endsWithSpaces, sentenceBorders } from './sentences.ts'
import type { Vocabulary } from './vocabulary.ts'
import { forEachToken } from './words.ts'

/**
 * One of the two texts, cut up. Tokens are listed in order; sentence `s` holds the tokens from `first[s]` up to
 * but not including `first[s + 1]`, and none is empty.
 */
export interface Side {
  readonly text: string
  /** Per token: UTF-16 offsets and the vocabulary's number. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly ids: readonly number[]
  /** Tokens that are a further part of the word before them. */
  readonly goesOn: ReadonlySet<number>
  /** Per sentence, and one more entry: the number of tokens. */
  readonly first: readonly number[]
  /** Per sentence: which paragraph it stands in, from 0. */
  readonly paragraphs: readonly number[]
  /** Per sentence: whether its borders are a guess (see `endsWithSpaces`). */
  readonly loose: readonly boolean[]
  /** Tokens at which a sentence would begin, but for a repair rule. */
  readonly joins: ReadonlySet<number>
  readonly sentences: number
}

/** A line is a paragraph. A sentence ends where a token ends: a boundary inside a token is none. */
export function cutUp(text: string, vocabulary: Vocabulary): Side {
  const starts: number[] = []
  const ends: number[] = []
  const ids: number[] = []
  const first: number[] = []
  const paragraphs: number[] = []
  const loose: boolean[] = []
  const joins = new Set<number>()
  const goesOn = new Set<number>()
  let paragraph = 0
  for (const line of linesOf(text)) {
    const { starts: bounds, joined } = sentenceBorders(line.text)
    const guessed = endsWithSpaces(line.text)
    let next = 0
    let nextJoin = 0
    forEachToken(line.text, (token, start, kind, isPart) => {
      if (next < bounds.length && start >= bounds[next]!) {
        first.push(ids.length)
        paragraphs.push(paragraph)
        loose.push(guessed)
        while (next < bounds.length && start >= bounds[next]!) next++
      }
      if (nextJoin < joined.length && start >= joined[nextJoin]!) {
        joins.add(ids.length)
        while (nextJoin < joined.length && start >= joined[nextJoin]!) nextJoin++
      }
      if (isPart) goesOn.add(ids.length)
      starts.push(line.start + start)
      ends.push(line.start + start + token.length)
      ids.push(vocabulary.idOf(token, kind))
    })
    if (next > 0) paragraph++
  }
  const sentences = first.length
  first.push(ids.length)
  return { text, starts, ends, ids, goesOn, first, paragraphs, loose, joins, sentences }
}

function* linesOf(text: string): Generator<{ readonly text: string; readonly start: number }> {
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    yield { text: text.slice(start, end), start }
    start = end + 1
  }
}
