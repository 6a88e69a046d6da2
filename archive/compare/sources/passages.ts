import type { Range } from '../../model/comparison.ts'
import { PASSAGE_WORDS, type SharedPassage } from '../../model/two-sources.ts'
import { quotedRanges } from '../verdict/find/quotations.ts'
import { indexAt } from '../segment/ranges.ts'
import { countWords, placeIn, type TextOfSource, type WordList } from './texts.ts'
import { SHORTEST_TILE, type Tile, tilesOf } from './tiles.ts'

/** What makes runs of shared words a passage. Chosen on texts whose borrowings are known (tests/compare/sources). */
const PASSAGE = Object.freeze({
  /** Words between two runs, on either side, that still make them one passage. */
  gap: 6,
  /** Least share of the passage, both sides together, that is the same. */
  share: 0.5,
  /** Letters that many words of a script without spaces are worth at least. */
  letters: 12,
  /** Passages begun last that a run may go on with: what it follows is near in the first text. */
  openChains: 64,
})

/** What both texts have, longest first; no word is in two passages. */
export function sharedPassages(from: TextOfSource, to: TextOfSource): SharedPassage[] {
  const quoted = { from: quotedRanges(from.text), to: quotedRanges(to.text) }
  return chainsOf(tilesOf(from.words, to.words), from, to)
    .map(chain => withoutStrayEnds(chain, from, to))
    .flatMap(chain => {
      const [first, last] = [chain.at(0), chain.at(-1)]
      if (!first || !last) return []
      const words = chain.reduce((sum, { i, length }) => sum + countWords(from.words, i, i + length), 0)
      const inFrom = { start: first.i, end: last.i + last.length }
      const inTo = { start: first.j, end: last.j + last.length }
      const all =
        countWords(from.words, inFrom.start, inFrom.end) + countWords(to.words, inTo.start, inTo.end)
      const ranges = { from: rangeOf(from.words, inFrom), to: rangeOf(to.words, inTo) }
      const share = (2 * words) / all
      const isLong = words >= PASSAGE_WORDS && ranges.from[1] - ranges.from[0] >= PASSAGE.letters
      if (!isLong || share < PASSAGE.share) return []
      const isQuoted = isMostlyIn(ranges.from, quoted.from) && isMostlyIn(ranges.to, quoted.to)
      const places = { from: placeIn(from, ranges.from), to: placeIn(to, ranges.to) }
      return [{ ...places, words, share, quoted: isQuoted }]
    })
    .toSorted((a, b) => b.words - a.words || a.from.range[0] - b.from.range[0])
}

/** A word or two beyond the end of a sentence, or before its beginning, are there by chance. */
function withoutStrayEnds(chain: readonly Tile[], from: TextOfSource, to: TextOfSource): readonly Tile[] {
  const cut = [...chain]
  const tail = cut.at(-1)!
  const behind = Math.max(
    strayBehind(from, tail.i, tail.i + tail.length),
    strayBehind(to, tail.j, tail.j + tail.length),
  )
  cut[cut.length - 1] = { ...tail, length: tail.length - behind }
  const head = cut[0]!
  const before = Math.max(
    strayBefore(from, head.i, head.i + head.length),
    strayBefore(to, head.j, head.j + head.length),
  )
  cut[0] = { i: head.i + before, j: head.j + before, length: head.length - before }
  return cut.filter(({ length }) => length > 0)
}

/** Words at the end of a run that stand in another sentence than those before them, if they are few. */
function strayBehind({ sentences, words }: TextOfSource, start: number, end: number): number {
  const from = sentences[indexAt(sentences, words.starts[end - 1]!)]![0]
  let stray = 0
  while (end - stray > start && words.starts[end - stray - 1]! >= from) stray++
  return stray < SHORTEST_TILE && stray < end - start ? stray : 0
}

function strayBefore({ sentences, words }: TextOfSource, start: number, end: number): number {
  const to = sentences[indexAt(sentences, words.starts[start]!)]![1]
  let stray = 0
  while (start + stray < end && words.starts[start + stray]! < to) stray++
  return stray < SHORTEST_TILE && stray < end - start ? stray : 0
}

/** Runs that follow each other closely in both texts, in one order and one paragraph. */
function chainsOf(tiles: readonly Tile[], from: TextOfSource, to: TextOfSource): Tile[][] {
  const chains: Tile[][] = []
  // The other text's order decides where two chains could take a run: the nearest one behind does.
  for (const tile of tiles) {
    const home = chains.slice(-PASSAGE.openChains).findLast(chain => {
      const last = chain.at(-1)!
      const [between, across] = [tile.i - last.i - last.length, tile.j - last.j - last.length]
      if (between < 0 || across < 0 || between > PASSAGE.gap || across > PASSAGE.gap) return false
      return !isBroken(from, last.i + last.length, tile.i) && !isBroken(to, last.j + last.length, tile.j)
    })
    if (home) home.push(tile)
    else chains.push([tile])
  }
  return chains
}

/** Whether a line ends between the word before `end` and the word at `start`. */
function isBroken({ text, words }: TextOfSource, end: number, start: number): boolean {
  return text.slice(words.ends[end - 1], words.starts[start]).includes('\n')
}

function rangeOf({ starts, ends }: WordList, run: { readonly start: number; readonly end: number }): Range {
  return [starts[run.start]!, ends[run.end - 1]!]
}

function isMostlyIn([start, end]: Range, ranges: readonly Range[]): boolean {
  const inside = ranges.reduce((sum, range) => {
    return sum + Math.max(0, Math.min(end, range[1]) - Math.max(start, range[0]))
  }, 0)
  return inside * 2 > end - start
}
