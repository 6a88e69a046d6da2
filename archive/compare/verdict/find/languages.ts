import { COMMON_WORDS } from '../words/common.ts'

/** Each word with the languages of which it is one of the commonest. */
const LANGUAGES_OF = new Map<string, string[]>()
for (const [language, words] of Object.entries(COMMON_WORDS)) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language])
}

/** Whether a word, in small letters, is one of the commonest of a language the text may be in. */
export function isCommonWord(word: string, languages: Languages | undefined): boolean {
  return (LANGUAGES_OF.get(word) ?? []).some(language => languages === undefined || languages.has(language))
}

/** UTF-16 units looked at to tell a language. */
const SAMPLE = 4000
/** A language with this share of the hits of the best one cannot be told from it. */
const AS_GOOD = 0.8

/** Languages a text may be in. */
export type Languages = ReadonlySet<string>

/** Languages that are told by their script. */
const BY_SCRIPT: readonly (readonly [script: RegExp, languages: readonly string[]])[] = [
  [/\p{Script=Cyrillic}/u, ['ru', 'uk']],
  [/\p{Script=Arabic}/u, ['ar']],
  [/\p{Script=Devanagari}/u, ['hi']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Han}/u, ['zh']],
]
const TOLD_BY_SCRIPT = new Set(BY_SCRIPT.flatMap(([, languages]) => languages))

/**
 * Which languages a text may be in: by its script, and in Latin letters by its commonest words; several where they
 * cannot be told apart, all of them where nothing tells.
 */
export function languagesOf(text: string, sample = text.slice(0, SAMPLE)): Languages {
  const others = BY_SCRIPT.filter(([script]) => script.test(text)).flatMap(([, languages]) => languages)
  return new Set([...latinLanguages(sample, others.length === 0), ...others])
}

/** `orAll`: all of them where nothing tells. */
function latinLanguages(sample: string, orAll: boolean): readonly string[] {
  const found = new Map<string, { count: number; readonly words: Set<string> }>()
  for (const word of sample.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []) {
    for (const language of LANGUAGES_OF.get(word) ?? []) {
      const hits = found.get(language) ?? { count: 0, words: new Set() }
      hits.count++
      hits.words.add(word)
      found.set(language, hits)
    }
  }
  const best = Math.max(0, ...[...found.values()].map(({ count }) => count))
  // One word tells nothing: "a" is in most of them.
  const tells = [...found.values()].some(({ count, words }) => count === best && words.size > 1)
  if (!tells) return orAll ? Object.keys(COMMON_WORDS) : [...found.keys()]
  const enough = Math.min(best * AS_GOOD, best - 1)
  return [...found].filter(([, { count }]) => count >= enough).map(([language]) => language)
}

/**
 * Word lists by language, as far as they can be meant: "no" is a negation in Spanish and a preposition in
 * Portuguese. Languages that `languagesOf` cannot tell are always among them.
 */
export function listsFor<T>(
  lists: Readonly<Record<string, T>>,
  languages: Languages | undefined,
): readonly T[] {
  return Object.entries(lists)
    .filter(([language]) => {
      const canTell = language in COMMON_WORDS || TOLD_BY_SCRIPT.has(language)
      return languages === undefined || languages.has(language) || !canTell
    })
    .map(([, list]) => list)
}

/** Whether of the languages in Latin letters it is German alone. */
export function isGerman(languages: Languages): boolean {
  return (
    languages.has('de') && [...languages].every(language => language === 'de' || TOLD_BY_SCRIPT.has(language))
  )
}

/** What is made of word lists, made once for each set of languages. */
export function perLanguages<T>(make: (languages: Languages | undefined) => T): (languages?: Languages) => T {
  const made = new Map<string, T>()
  return languages => {
    const key = languages ? [...languages].toSorted().join() : ''
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(languages)
    made.set(key, fresh)
    return fresh
  }
}
