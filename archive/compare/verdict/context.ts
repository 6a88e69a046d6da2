import type { Range } from '../../model/comparison.ts'
import type { Passage } from './find/item.ts'
import { isGerman, type Languages, languagesOf } from './find/languages.ts'
import { capitalisedWords, wordsOfGermanNames } from './find/names.ts'
import { quotedRanges } from './find/quotations.ts'

/** UTF-16 units of either text in which its language is looked for. */
const SAMPLE = 2000

/** Cuts passages out of the two texts with what their surroundings tell. */
export interface Context {
  readonly oldText: string
  readonly newText: string
  readonly languages: Languages
  oldPassage(range: Range): Passage
  newPassage(range: Range): Passage
}

export function createContext(oldText: string, newText: string): Context {
  const sample = `${oldText.slice(0, SAMPLE)}\n${newText.slice(0, SAMPLE)}`
  const languages = languagesOf(oldText + newText, sample)
  const capitalNouns = isGerman(languages)
  const namesIn = capitalNouns ? wordsOfGermanNames : capitalisedWords
  const names = new Set([...namesIn(oldText), ...namesIn(newText)])
  const passagesOf = (text: string) => {
    const quotes = quotedRanges(text)
    return ([start, end]: Range): Passage => ({
      text: text.slice(start, end),
      quoted: within(quotes, start, end),
      names,
      capitalNouns,
      languages,
    })
  }
  return { oldText, newText, languages, oldPassage: passagesOf(oldText), newPassage: passagesOf(newText) }
}

/** The parts of sorted ranges inside a stretch, counted from its start. */
function within(ranges: readonly Range[], start: number, end: number): Range[] {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]![1] <= start) low = middle + 1
    else high = middle
  }
  const out: Range[] = []
  for (let k = low; k < ranges.length && ranges[k]![0] < end; k++) {
    out.push([Math.max(ranges[k]![0], start) - start, Math.min(ranges[k]![1], end) - start])
  }
  return out
}
