import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'
import { TOKEN_KINDS } from '../segment/words.ts'

/** How much of a sentence its neighbour's partner must hold before it counts as a part of that partner. */
export const LEAST_COVERAGE = 0.6

/** Fewer letters than this are too few to tell where a sentence came from. */
const LEAST_LETTERS = 10

/**
 * Share of the letters of `part` that `whole` holds and `rest` does not account for. High where `whole` was
 * split into `rest` and `part`, or merged from them. Each argument is a list of token numbers.
 */
export function coverage(
  whole: readonly number[],
  rest: readonly number[],
  part: readonly number[],
  vocabulary: Vocabulary,
): number {
  const left = new Map<number, number>()
  for (const id of whole) left.set(vocabulary.folded[id]!, (left.get(vocabulary.folded[id]!) ?? 0) + 1)
  for (const id of rest) left.set(vocabulary.folded[id]!, (left.get(vocabulary.folded[id]!) ?? 0) - 1)
  let letters = 0
  let covered = 0
  for (const id of part) {
    if (vocabulary.kinds[id] === TOKEN_KINDS.mark) continue
    const folded = vocabulary.folded[id]!
    const remaining = left.get(folded) ?? 0
    left.set(folded, remaining - 1)
    letters += vocabulary.lengths[id]!
    if (remaining > 0) covered += vocabulary.lengths[id]!
  }
  return letters < LEAST_LETTERS ? 0 : covered / letters
}

export function tokensOf(side: Side, sentence: number): readonly number[] {
  return side.ids.slice(side.first[sentence]!, side.first[sentence + 1]!)
}
