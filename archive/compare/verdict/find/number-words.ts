import {
  FAINT_NUMBERS,
  MULTIPLIERS,
  NUMBER_JOINTS,
  NUMBER_WORDS,
  ROUGH_NUMBERS,
  SHARES,
} from '../words/numbers.ts'
import { anyOf, lowered, matches, wholeWords, without, type Finder, type Item } from './item.ts'
import { listsFor, perLanguages } from './languages.ts'

interface NumberRules {
  readonly words: RegExp
  readonly values: ReadonlyMap<string, number>
  readonly rough: RegExp
  readonly faint: RegExp
  readonly shares: readonly (readonly [RegExp, string])[]
}

const GERMAN = valuesIn(NUMBER_WORDS['de']!)
/** "siebenundzwanzig", "zweihundert": German writes a number as one word. */
const GERMAN_PARTS = anyOf(
  [...GERMAN.keys(), 'ein', 'und'].filter(word => !/^(?:mill|milli|dutz)/u.test(word)),
)
const EACH_GERMAN_PART = new RegExp(GERMAN_PARTS, 'gu')

function valuesIn(list: string): Map<string, number> {
  const parts = list.split(' ')
  const values = new Map<string, number>()
  for (let k = 0; k + 1 < parts.length; k += 2) values.set(parts[k]!.toLowerCase(), Number(parts[k + 1]))
  return values
}

const rulesFor = perLanguages((languages): NumberRules => {
  const values = new Map(listsFor(NUMBER_WORDS, languages).flatMap(list => [...valuesIn(list)]))
  const isGerman = values.has('zwölf')
  const word =
    `(?:[وبلف](?=\\p{Script=Arabic}{3}))?(?:${anyOf([...values.keys()])})` +
    (isGerman ? `|(?:${GERMAN_PARTS}){2,}` : '')
  const joints = listsFor(NUMBER_JOINTS, languages)
  const between = `[\\s\\u00a0\\-]+(?:(?:${anyOf(joints)})[\\s\\u00a0])?`
  return {
    words: wholeWords([`(?:${word})(?:${between}(?:${word}))*`]),
    values,
    rough: wholeWords(listsFor(ROUGH_NUMBERS, languages).flat()),
    faint: wholeWords(listsFor(FAINT_NUMBERS, languages).flat()),
    shares: listsFor(SHARES, languages)
      .flat()
      .map(([pattern, value]) => [wholeWords([pattern]), value] as const),
  }
})

/** "two hundred and six" → 206. Null for what is no number by itself ("ein", "und"). */
function valueOfWords(found: string, values: ReadonlyMap<string, number>): number | null {
  let total = 0
  let part = 0
  let known = false
  for (const word of found
    .toLowerCase()
    .split(/[\s\u00a0]+/u)
    .flatMap(spelled => partsOf(spelled, values))) {
    const value = values.get(word) ?? values.get(word.replace(/^[وبلف]/u, '')) ?? (word === 'ein' ? 1 : null)
    if (value === null) continue
    if (word !== 'ein') known = true
    if (value >= 1000) {
      total += Math.max(part, 1) * value
      part = 0
    } else if (MULTIPLIERS.has(value) && part > 0) {
      // "Three dozen", but "a hundred and twelve".
      part = value === 12 && part > 12 ? part + value : part * value
    } else part += value
  }
  return known ? total + part : null
}

/** The words a spelled number is put together from. */
function partsOf(spelled: string, values: ReadonlyMap<string, number>): readonly string[] {
  if (values.has(spelled)) return [spelled]
  if (spelled.includes('-')) return spelled.split('-')
  if (!values.has('zwölf')) return [spelled]
  return spelled.match(EACH_GERMAN_PART) ?? [spelled]
}

/** Numbers and shares in words. */
export const findNumberWords: Finder = ({ text, languages }) => {
  const { words, values, rough, shares } = rulesFor(languages)
  const found: Item[] = []
  const take = (items: readonly Item[]) => found.push(...items)
  for (const [pattern, value] of shares) take(matches(pattern, without(text, found), () => value))
  take(matches(rough, without(text, found), lowered))
  const numbers = matches(words, without(text, found), spelled => String(valueOfWords(spelled, values) ?? ''))
  return [...found, ...numbers.filter(({ value }) => value !== '')]
}

/** Numbers that count only where another number takes their place. */
export const findFaintNumbers: Finder = ({ text, languages }) =>
  matches(rulesFor(languages).faint, text, lowered)
