import { COMMON_WORDS } from '../words/common.ts'

const WORDS_OF = Object.entries(COMMON_WORDS).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
)
/** UTF-16 units looked at to tell a language. */
const SAMPLE = 4000
/** A language with this share of the hits of the best one cannot be told from it. */
const AS_GOOD = 0.8

/** Languages in Latin letters that a text may be in; empty where nothing tells. */
export type Languages = ReadonlySet<string>

/** Which language a text is in, by its commonest words; several where they cannot be told apart. */
export function languagesOf(text: string): Languages {
  const words = text
    .slice(0, SAMPLE)
    .toLowerCase()
    .match(/\p{L}+/gu)
  if (!words) return new Set()
  const hits = WORDS_OF.map(([language, common]) => {
    return { language, count: words.filter(word => common.has(word)).length }
  })
  const best = Math.max(...hits.map(({ count }) => count))
  if (best === 0) return new Set()
  return new Set(hits.filter(({ count }) => count >= best * AS_GOOD).map(({ language }) => language))
}

/**
 * Word lists by language, as far as they can be meant: all of them, less those in Latin letters of other languages
 * than these ("no" is a negation in Spanish and a preposition in Portuguese).
 */
export function listsFor<T>(
  lists: Readonly<Record<string, T>>,
  languages: Languages | undefined,
): readonly T[] {
  const known = languages && [...languages].some(language => language in lists)
  return Object.entries(lists)
    .filter(([language]) => !known || languages.has(language) || !(language in COMMON_WORDS))
    .map(([, list]) => list)
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
