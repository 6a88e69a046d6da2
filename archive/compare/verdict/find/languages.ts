import { COMMON_WORDS } from '../words/common.ts'

const WORDS_OF = Object.entries(COMMON_WORDS).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
)
/** Whether a word, in small letters, is one of the commonest of a language the text may be in. */
export function isCommonWord(word: string, languages: Languages | undefined): boolean {
  return WORDS_OF.some(
    ([language, common]) => (languages === undefined || languages.has(language)) && common.has(word),
  )
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
  const words = sample.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []
  const hits = WORDS_OF.map(([language, common]) => {
    const found = words.filter(word => common.has(word))
    return { language, count: found.length, different: new Set(found).size }
  })
  const best = Math.max(...hits.map(({ count }) => count))
  // One word tells nothing: "a" is in most of them.
  const tells = hits.some(({ count, different }) => count === best && different > 1)
  if (!tells && !orAll) return hits.filter(({ count }) => count > 0).map(({ language }) => language)
  const enough = tells ? Math.min(best * AS_GOOD, best - 1) : 0
  return hits.filter(({ count }) => count >= enough).map(({ language }) => language)
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
