import {
  BEFORE_GERMAN_NAME,
  GERMAN_NOUN,
  GERMAN_OPENERS,
  GERMAN_PLACES,
  NAME_PARTICLES,
} from '../words/names.ts'
import { findArabicNames, findPlaceNames, isCountry } from './names-by-words.ts'
import { withoutDates } from './dates.ts'
import { matches, remembered, without, type Finder, type Item, type Passage } from './item.ts'
import { isCommonWord, isGerman, languagesOf } from './languages.ts'

/** A letter of a script that has capitals, or one put on top of it. */
const LETTER = '\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{M}\\p{N}'
const CAPITAL = `\\p{Lu}(?:[${LETTER}]|['’.\\-](?=[${LETTER}]))*\\.?`
const INSIDE = `(?:${NAME_PARTICLES.join('|')})`
const RUN = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])${CAPITAL}(?:[ \\u00a0](?:${INSIDE}[ \\u00a0])?${CAPITAL})*`,
  'gu',
)

/** Places where any word has a capital: the start, and behind a mark that opens a sentence or a quotation. */
const OPENING = /(?:^|[.!?:…]["”’»]?\s+|[“„«"‘'([]\s*|[•\-–—]\s+)$/u
/** Capitals that are no name. */
const PRONOUNS: ReadonlySet<string> = new Set([
  'I',
  "I'm",
  'I’m',
  "I've",
  'I’ve',
  "I'd",
  'I’d',
  "I'll",
  'I’ll',
])

/**
 * Names of people, places and bodies, in scripts that have capitals. A word at a sentence's start counts only
 * where it is part of a longer name or stands with a capital elsewhere too. Where every noun has a capital
 * (German), only names of two words and more, and capitals throughout ("SPD"), are sure enough.
 */
export const findNames: Finder = remembered(passage => {
  const text = withoutDates(passage)
  return matches(RUN, text, found => found).flatMap(item => {
    if (PRONOUNS.has(item.value)) return []
    const found = passage.capitalNouns ? germanName(item) : openedName(item, text, passage)
    if (!found || (passage.capitalNouns && isAdjectiveFirst(found, text))) return []
    let { value } = found
    const { start } = found
    if (text.slice(start + value.length).trim() === '') value = value.replace(/(?<=\p{L}{2})\.$/u, '')
    return [{ value, start, end: start + value.length }]
  })
})

type Run = Pick<Item, 'value' | 'start'>

/** A run of capitals less the word that has its capital from the sentence's start. */
function openedName({ value, start }: Run, text: string, { names, languages }: Passage): Run | null {
  if (!OPENING.test(text.slice(0, start))) return { value, start }
  const first = value.split(/[ \u00a0]/u, 1)[0]!
  // "This", "He March": a pronoun or the like, whatever stands behind it. "The Hague" keeps its article.
  if (languages !== undefined && isCommonWord(first.toLowerCase(), languages)) {
    if (first.length === value.length) return null
    if (!names.has(first)) return withoutFirst({ value, start }, first)
  }
  if (names.has(first) || isAcronym(first)) return { value, start }
  if (first.length === value.length) return null
  // "Investors in the north" is no name, "Farid Nakamura" is: keep what follows the first word.
  if (isCapitalNext(value, first)) return { value, start }
  return withoutFirst({ value, start }, first)
}

/** "Karin Vogt", "SPD": not "Der Stadtrat", and not "Angaben der Polizei". */
function germanName({ value, start }: Run): Run | null {
  let run: Run = { value, start }
  for (;;) {
    const first = run.value.split(/[ \u00a0]/u, 1)[0]!
    if (!GERMAN_OPENERS.has(first.toLowerCase())) break
    if (first.length === run.value.length) return null
    run = withoutFirst(run, first)
  }
  const words = run.value.split(/[ \u00a0]/u)
  if (words.length === 1) return isAcronym(words[0]!) ? run : null
  // A genitive: one noun of another.
  if (
    words.some(
      (word, k) =>
        /^(?:der|des|das|die|den)$/u.test(word) && words[k - 1] !== 'von' && words[k - 1] !== 'van',
    )
  )
    return null
  return run
}

/** "Tote Fische": behind a sentence's start an adjective and a noun look like two names. */
function isAdjectiveFirst({ value, start }: Run, text: string): boolean {
  if (GERMAN_OPENERS.has(value.split(' ', 1)[0]!.toLowerCase())) return false
  return /^\p{Lu}\p{Ll}+(?:e|er|es|en|em) \p{Lu}[\p{L}-]+$/u.test(value) && OPENING.test(text.slice(0, start))
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+(?:s|-\p{L}+)?\.?$/u.test(word)
}

const BEFORE_REST = new RegExp(`^[ \\u00a0](?:${INSIDE}[ \\u00a0])?`, 'u')

function withoutFirst({ value, start }: Run, first: string): Run {
  const rest = value.slice(first.length).replace(BEFORE_REST, '')
  return { value: rest, start: start + value.length - rest.length }
}

function isCapitalNext(value: string, first: string): boolean {
  return /^[ \u00a0]\p{Lu}/u.test(value.slice(first.length))
}

const GERMAN_WORD = /(?<![\p{L}\p{M}\p{N}.-])\p{Lu}\p{Ll}[\p{L}-]*/gu

/**
 * What is likely a name but not surely: it counts only where another takes its place. German words behind "nach",
 * "Frau" and the like or known from a longer name; names in scripts without capitals; countries.
 */
export const findLikelyNames: Finder = passage => {
  const rest = { ...passage, text: without(withoutDates(passage), findNames(passage)) }
  const german = passage.capitalNouns
    ? matches(GERMAN_WORD, rest.text, found => found).filter(({ value, start }) => {
        if (passage.names.has(value) || GERMAN_PLACES.has(value) || isCountry(value, 'de')) return true
        return BEFORE_GERMAN_NAME.test(rest.text.slice(0, start)) && !GERMAN_NOUN.test(value)
      })
    : []
  const opened = passage.capitalNouns
    ? matches(RUN, rest.text, found => found).filter(run => isAdjectiveFirst(run, rest.text))
    : []
  const isFree = ({ start }: Item) => opened.every(run => start < run.start || start >= run.end)
  return [...opened, ...german.filter(isFree), ...findArabicNames(rest), ...findPlaceNames(rest)]
}

/** Words with a capital in the middle of a sentence: what `Passage.names` holds. */
export function capitalisedWords(text: string): Set<string> {
  const names = new Set<string>()
  for (const [, word] of text.matchAll(/[\p{Ll}\p{N},;] (\p{Lu}[\p{L}\p{M}]+)/gu)) names.add(word!)
  return names
}

/** The words of names of two words and more in a text whose every noun has a capital. */
export function wordsOfGermanNames(text: string): Set<string> {
  const passage = { text, quoted: [], names: new Set<string>(), capitalNouns: true }
  return new Set(
    findNames(passage).flatMap(({ value }) =>
      value.split(/[ \u00a0]/u).filter(word => /^\p{Lu}\p{Ll}{2}/u.test(word)),
    ),
  )
}

/** Whether a text is German, by its commonest words. */
export function writesNounsWithCapitals(text: string): boolean {
  return isGerman(languagesOf(text))
}
