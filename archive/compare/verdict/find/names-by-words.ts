import { ARABIC_GIVEN_NAMES, ARABIC_PLACES, ARABIC_TITLES, BEFORE_ARABIC_PLACE } from '../words/names.ts'
import { matches, type Finder } from './item.ts'

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
let countries: RegExp | null = null

/** Names of countries, from Unicode's CLDR; made when first asked for. */
function countryPattern(): RegExp {
  if (countries) return countries
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const names = new Set<string>()
  for (const language of PLACE_LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const a of letters) {
      for (const b of letters) {
        const name = display.of(a + b)
        if (name && name.length > 1 && !/[()（）]/u.test(name)) names.add(name)
      }
    }
  }
  const pattern = [...names].toSorted((a, b) => b.length - a.length).join('|')
  const spaced =
    '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Hebrew}\\p{Script=Hangul}\\p{Script=Bengali}]'
  countries = new RegExp(`(?<!${spaced}{2})(?:${pattern})(?!${spaced}{2})`, 'gu')
  return countries
}

export const findPlaceNames: Finder = ({ text }) =>
  SCRIPTS.test(text) ? matches(countryPattern(), text, found => found) : []
