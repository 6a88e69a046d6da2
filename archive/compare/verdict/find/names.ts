import { findDates } from './dates.ts'
import { matches, without, type Finder } from './item.ts'
import { findLinks } from './links.ts'

const CAPITAL = "\\p{Lu}(?:[\\p{L}\\p{M}\\p{N}]|['’.\\-](?=\\p{L}))*\\.?"
/** Small words that stand inside names. */
const INSIDE =
  '(?:of(?: the)?|the|de(?: la| los| las)?|del|della|di|da|do|dos|das|du|van(?: der| den)?|von|der|al|el|la|le|bin|ibn|y|&)'
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
 * (German), only names of two words and more are sure enough.
 */
export const findNames: Finder = passage => {
  const text = without(passage.text, [...findLinks(passage), ...findDates(passage)])
  return matches(RUN, text, found => found).flatMap(item => {
    let { value, start } = item
    if (PRONOUNS.has(value)) return []
    if (OPENING.test(text.slice(0, start))) {
      const first = value.split(/[ \u00a0]/u, 1)[0]!
      if (!passage.names.has(first)) {
        if (first.length === value.length) return []
        // "Investors in the north" is no name, "Farid Nakamura" is: keep what follows the first word.
        if (passage.capitalNouns || !isCapitalNext(value, first)) {
          start += value.length - afterFirst(value, first).length
          value = afterFirst(value, first)
        }
      }
    }
    if (passage.capitalNouns && !/[ \u00a0]/u.test(value)) return []
    if (text.slice(start + value.length).trim() === '') value = value.replace(/(?<=\p{L}{2})\.$/u, '')
    return [{ value, start, end: start + value.length }]
  })
}

function afterFirst(value: string, first: string): string {
  return value.slice(first.length).replace(new RegExp(`^[ \\u00a0](?:${INSIDE}[ \\u00a0])?`, 'u'), '')
}

function isCapitalNext(value: string, first: string): boolean {
  return /^[ \u00a0]\p{Lu}/u.test(value.slice(first.length))
}

/** Words with a capital in the middle of a sentence: what `Passage.names` holds. */
export function capitalisedWords(text: string): Set<string> {
  const names = new Set<string>()
  for (const [, word] of text.matchAll(/[\p{Ll}\p{N},;] (\p{Lu}[\p{L}\p{M}]+)/gu)) names.add(word!)
  return names
}

const GERMAN =
  /(?<!\p{L})(?:der|die|das|und|nicht|ist|mit|den|von|ein|eine|auf|für|sich|dem|wurde)(?!\p{L})/gu
const WORD = /\p{L}+/gu
/** Letters looked at to tell German. */
const SAMPLE = 4000

/** Whether a text is German, by its commonest words. */
export function writesNounsWithCapitals(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const words = sample.match(WORD)?.length ?? 0
  return words > 0 && (sample.match(GERMAN)?.length ?? 0) / words > 0.12
}
