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

/** Scripts without capitals, and the languages whose names of countries are looked for in them. */
const PLACE_LANGUAGES: readonly (readonly [script: RegExp, languages: readonly string[]])[] = [
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ur']],
  [/[\p{Script=Han}\p{Script=Katakana}]/u, ['zh-Hans', 'zh-Hant', 'ja']],
  [/\p{Script=Devanagari}/u, ['hi']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Hebrew}/u, ['he']],
  [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Bengali}/u, ['bn']],
]
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
const countries = new Map<string, ReadonlySet<string>>()
const patterns = new Map<readonly string[], RegExp>()

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

function countryPattern(languages: readonly string[]): RegExp {
  const known = patterns.get(languages)
  if (known) return known
  const names = new Set(languages.flatMap(language => [...countriesIn(language)]))
  const words = anyOf([...names].filter(name => name.length > 1))
  const spaced =
    '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Hebrew}\\p{Script=Hangul}\\p{Script=Bengali}]'
  // One letter may stand before it: Arabic writes "and" and "in" that way.
  const pattern = new RegExp(`(?<!${spaced}{2})(?:${words})(?!${spaced}{2})`, 'gu')
  patterns.set(languages, pattern)
  return pattern
}

/** Countries, in scripts that have no capitals to tell a name by. */
export const findPlaceNames: Finder = ({ text }) =>
  PLACE_LANGUAGES.filter(([script]) => script.test(text)).flatMap(([, languages]) =>
    matches(countryPattern(languages), text, found => found),
  )
