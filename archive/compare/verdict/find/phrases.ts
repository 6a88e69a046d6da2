import { HEDGES, HEDGES_UNSPACED } from '../words/hedges.ts'
import { NEGATIONS, NEGATIONS_UNSPACED, SAME_NEGATION } from '../words/negations.ts'
import { findDates } from './dates.ts'
import { anyOf, lowered, matches, wholeWords, without, type Finder, type Item } from './item.ts'
import { listsFor, perLanguages, type Languages } from './languages.ts'

type Lists = Readonly<Record<string, readonly string[]>>

function listFinder(
  lists: Lists,
  unspacedWords: readonly string[],
  valueOf: (found: string) => string,
): Finder {
  const spaced = perLanguages((languages: Languages | undefined) =>
    wholeWords(listsFor(lists, languages).flat()),
  )
  const unspaced = new RegExp(anyOf(unspacedWords), 'gu')
  return ({ text, languages }) =>
    [...matches(spaced(languages), text, valueOf), ...matches(unspaced, text, lowered)].toSorted(
      (a: Item, b: Item) => a.start - b.start,
    )
}

/** "Is expected to" and "are expected that", "presunto" and "presuntas": one hedge in two forms. */
function hedgeValue(found: string): string {
  return lowered(found)
    .replace(/^(?:is|are|was|were) (?=.* )|^(?:it|there) (?=appear|seem)/u, '')
    .replace(/ (?:to|that)$/u, '')
    .replace(/^(presunt|supuest|sospechos|suspeit|alegad|supost|sospett)[oaie]s?$/u, '$1o')
    .replace(/^(présumé|prétendu|supposé|probable|possible|éventuel)(?:l?e)?s?$/u, '$1')
    .replace(/^(podr|habr|ser|estar|tendr|ter|poder|dever)ían?s?$|^(podr|habr)ías$/u, '$1$2ía')
    .replace(/^((?:pourr|aur|ser|devr)ai)(?:t|ent)$/u, '$1t')
    .replace(
      /^(mutmaßlich|angeblich|vermutlich|wahrscheinlich|möglich|vermeintlich|potenziell)(?:e[nmrs]?)?$/u,
      '$1',
    )
    .replace(/^(soll|könnte|dürfte)e?n$/u, '$1')
    .replace(/^(seem|appear)(?:s|ed)$/u, '$1')
}

function negationValue(found: string): string {
  const plain = lowered(found)
  return SAME_NEGATION.find(([pattern]) => pattern.test(plain))?.[1] ?? plain
}

const hedgesIn = listFinder(HEDGES, HEDGES_UNSPACED, hedgeValue)

/** Words that leave open whether a thing is so. "May" in a date is none. */
export const findHedges: Finder = passage =>
  hedgesIn({ ...passage, text: without(passage.text, findDates(passage)) })
/** Words that turn a statement round. */
export const findNegations: Finder = listFinder(NEGATIONS, NEGATIONS_UNSPACED, negationValue)
