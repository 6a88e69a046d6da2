import type { Range } from '../../model/comparison.ts'
import type { FigurePair, OnlyOne, SharedPassage, TextPlace } from '../../model/two-sources.ts'
import { similarPairs } from '../align/candidates.ts'
import { createSimilarity, featuresOf } from '../align/features.ts'
import { capitalisedWords, findNames, writesNounsWithCapitals } from '../verdict/find/names.ts'
import { countWords, placeIn, type TextOfSource, type TwoTexts } from './texts.ts'

/** Limits of what is listed, and what counts as told by the other text too. */
const ONLY = Object.freeze({
  passages: 40,
  names: 24,
  /** Share of a sentence's words that stands in shared passages. */
  shared: 0.4,
  /** Similarity to a sentence of the other text, 0 to 1. */
  similar: 0.22,
  /** Sentences of fewer words tell too little to be missed. */
  words: 4,
})

/** What each of two texts has alone: nothing like it is told in the other, no passage is shared, no figure compared. */
export function onlyOne(
  two: TwoTexts,
  passages: readonly SharedPassage[],
  figures: readonly FigurePair[],
): { from: OnlyOne; to: OnlyOne } {
  const features = featuresOf(two.from.side, two.to.side, two.vocabulary)
  const all = () => true
  const similar = similarPairs(features, createSimilarity(features), all, all, ONLY.similar)
  const alike = { from: new Set(similar.map(({ i }) => i)), to: new Set(similar.map(({ j }) => j)) }
  const names = { from: namesOf(two.from), to: namesOf(two.to) }
  const rangesOn = (side: 'from' | 'to') => [
    ...passages.map(passage => passage[side].range),
    ...figures.map(pair => pair[side].sentence.range),
  ]
  return {
    from: {
      passages: aloneIn(two.from, alike.from, rangesOn('from')),
      names: namesAlone(names.from, names.to, two.to.text),
    },
    to: {
      passages: aloneIn(two.to, alike.to, rangesOn('to')),
      names: namesAlone(names.to, names.from, two.from.text),
    },
  }
}

function aloneIn(
  source: TextOfSource,
  alike: ReadonlySet<number>,
  shared: readonly Range[],
): OnlyOne['passages'] {
  const { sentences, words, side } = source
  const found: { range: Range; words: number; last: number }[] = []
  let at = 0
  sentences.forEach((range, s) => {
    let [all, told] = [0, 0]
    for (; at < words.starts.length && words.starts[at]! < range[1]; at++) {
      const counted = countWords(words, at, at + 1)
      all += counted
      if (shared.some(([start, end]) => start <= words.starts[at]! && words.ends[at]! <= end)) told += counted
    }
    if (alike.has(s) || all < ONLY.words || told > all * ONLY.shared) return
    const before = found.at(-1)
    // Sentences of one paragraph that follow each other are one passage.
    if (before?.last === s - 1 && side.paragraphs[s - 1] === side.paragraphs[s]) {
      found[found.length - 1] = { range: [before.range[0], range[1]], words: before.words + all, last: s }
    } else found.push({ range, words: all, last: s })
  })
  return found
    .toSorted((a, b) => b.words - a.words || a.range[0] - b.range[0])
    .slice(0, ONLY.passages)
    .map(({ range, words: count }) => ({ ...placeIn(source, range), words: count }))
}

interface Name extends TextPlace {
  readonly count: number
}

/** Names in scripts that have capitals, each by its last word, as often as it stands. */
function namesOf({ text, sentences }: TextOfSource): Name[] {
  const names = capitalisedWords(text)
  const capitalNouns = writesNounsWithCapitals(text)
  const found = new Map<string, Name>()
  for (const [start, end] of sentences) {
    const passage = { text: text.slice(start, end), quoted: [], names, capitalNouns }
    for (const item of findNames(passage)) {
      const key = lastWord(item.value)
      const known = found.get(key)
      const range: Range = [start + item.start, start + item.end]
      const name = { text: item.value.replace(/['’]s$/u, ''), range, count: 1 }
      // The fullest form names it.
      const fuller = known && known.text.length >= name.text.length ? known : name
      found.set(key, { ...fuller, count: (known?.count ?? 0) + 1 })
    }
  }
  return [...found.values()]
}

/** Without case and accents: "Nicolás" and "Nicolas" are one. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Without the possessive. */
const lastWord = (name: string): string => plain(name.split(/[ \u00a0]/u).at(-1)!).replace(/['’]s$|\.$/u, '')

/** Names that the other text has in no form: neither as a name nor as a word of its own or within one. */
function namesAlone(names: readonly Name[], others: readonly Name[], other: string): Name[] {
  const words = plain(other).match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? []
  const known = new Set([
    ...others.map(({ text }) => lastWord(text)),
    ...words.flatMap(word => [word, ...word.split(/[-'’.]/u)]),
  ])
  return names
    .map(name => ({ name, last: lastWord(name.text) }))
    .filter(({ last }) => last.length > 1 && !known.has(last))
    .map(({ name }) => name)
    .toSorted((a, b) => b.count - a.count || a.range[0] - b.range[0])
    .slice(0, ONLY.names)
}
