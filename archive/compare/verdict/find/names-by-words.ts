import { ARABIC_GIVEN_NAMES, ARABIC_PLACES, ARABIC_TITLES, BEFORE_ARABIC_PLACE } from '../words/names.ts'
import { anyOf, matches, type Finder } from './item.ts'

/** A word of a name; not what mostly follows a name: a preposition, a conjunction. */
const WORD =
  '(?!(?:في|من|إلى|على|عن|إن|أن|أنه|أنها|التي|الذي|قال|قالت|يقول|تقول|لم|لن|لا|ما|هو|هي|كان|كانت|قد|بعد|قبل|مع|بين|يوم|خلال)(?!\\p{L}))[\\p{Script=Arabic}\\p{M}]{2,}'
const PARTICLE = '(?:بن|ابن|آل|أبو|عبد|بو|ولد|أم)'
const given = ARABIC_GIVEN_NAMES.split(' ').join('|')
const TITLE = `(?<=(?<!\\p{L})[وبل]?(?:${ARABIC_TITLES.join('|')}) )`
/** A given name with its particles and the word behind it; behind a title any word is one. */
const PERSON = new RegExp(
  `(?:${TITLE}${WORD}|(?<!\\p{L})[وبل]?(?:${given})(?!\\p{L}))(?: ${PARTICLE}(?= ))?(?: ${WORD})?(?:(?<= ${PARTICLE} ${WORD}|عبد ${WORD}) (?:${PARTICLE} )?${WORD})?`,
  'gu',
)
const AFTER_PLACE_WORD = `(?<=(?<!\\p{L})[وبل]?(?:${BEFORE_ARABIC_PLACE.join('|')}) )${WORD}`
const PLACE = new RegExp(
  `${AFTER_PLACE_WORD}|(?<!\\p{L})[وبل]?(?:${ARABIC_PLACES.split(' ').join('|')})(?!\\p{L})`,
  'gu',
)

/** Arabic writes no capitals: a name is told by a title, a given name or a known place. */
export const findArabicNames: Finder = ({ text }) => {
  if (!/\p{Script=Arabic}/u.test(text)) return []
  const persons = matches(PERSON, text, found => found)
  const isFree = (start: number) => persons.every(person => start < person.start || start >= person.end)
  const places = matches(PLACE, text, found => found.replace(/^[وبل](?=.{4})/u, ''))
  return [...persons, ...places.filter(({ start }) => isFree(start))]
}

/** Languages of scripts without capitals in which the names of countries are looked for. */
const PLACE_LANGUAGES = ['ar', 'zh-Hans', 'zh-Hant', 'ja', 'hi', 'th', 'fa', 'he', 'ko', 'ur', 'bn']
const SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Hangul}\p{Script=Bengali}]/u
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
const countries = new Map<string, ReadonlySet<string>>()
let pattern: RegExp | null = null

/** Names of countries in a language, from Unicode's CLDR; asked for once. */
function countriesIn(language: string): ReadonlySet<string> {
  const known = countries.get(language)
  if (known) return known
  const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const codes = LETTERS.flatMap(first => LETTERS.map(second => first + second))
  const names = new Set(codes.flatMap(code => display.of(code) ?? []).filter(name => !/[()（）]/u.test(name)))
  countries.set(language, names)
  return names
}

/** Whether a word is the name of a country. */
export function isCountry(word: string, language: string): boolean {
  return countriesIn(language).has(word)
}

function countryPattern(): RegExp {
  if (pattern) return pattern
  const names = new Set(PLACE_LANGUAGES.flatMap(language => [...countriesIn(language)]))
  const words = anyOf([...names].filter(name => name.length > 1))
  const spaced =
    '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Hebrew}\\p{Script=Hangul}\\p{Script=Bengali}]'
  // One letter may stand before it: Arabic writes "and" and "in" that way.
  pattern = new RegExp(`(?<!${spaced}{2})(?:${words})(?!${spaced}{2})`, 'gu')
  return pattern
}

export const findPlaceNames: Finder = ({ text }) =>
  SCRIPTS.test(text) ? matches(countryPattern(), text, found => found) : []
