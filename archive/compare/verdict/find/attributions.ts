import {
  GERMAN_SOURCE_OPENERS,
  LOOSE_SAYING_VERBS,
  SAYING_VERBS,
  SAYINGS_UNSPACED,
  SOURCE_OPENERS,
  THAT_WORDS,
} from '../words/sayings.ts'
import { findDates } from './dates.ts'
import { anyOf, lowered, matches, remembered, without, type Finder, type Item } from './item.ts'
import { listsFor, perLanguages } from './languages.ts'
import { findNames } from './names.ts'

/** "according to two people familiar with the matter": the source runs to the end of the clause. */
const SOURCE = new RegExp(`(?<!\\p{L})(?:${SOURCE_OPENERS.join('|')})(?!\\p{L})[^,.;:!?"“”«»–—\\n،؛]*`, 'giu')

/** "Nach Angaben der Polizei", "einem Sprecher zufolge": the source ends with its nouns. */
const GERMAN_NOUNS =
  '(?:\\s+\\p{Ll}+){0,3}\\s+\\p{Lu}[\\p{L}\\-]+(?:(?:\\s+(?:der|des|von|vom|und|für|aus|in|im|beim|am))*\\s+\\p{Lu}[\\p{L}\\-]+)*'
const GERMAN_SOURCE = new RegExp(
  `(?<!\\p{L})(?:${GERMAN_SOURCE_OPENERS.join('|')})${GERMAN_NOUNS}|` +
    '(?<!\\p{L})(?:(?:[Dd]er|[Dd]em|[Dd]en|[Ee]iner|[Ee]inem)\\s+)?(?:[\\p{L}\\-]+\\s+){1,3}zufolge(?!\\p{L})',
  'gu',
)

const WORD = "[\\p{L}\\p{M}\\p{N}'’\\-]+"
/** "local media reported": up to four small words before the verb are who said it. */
const SMALL = "(?:(?<![\\p{L}\\p{M}'’])[\\p{Ll}\\p{Lo}][\\p{L}\\p{M}'’\\-]*\\s+){0,4}"
/** The same from the clause's start, where the first word has its capital from there. */
const OPENED = `(?<=(?:^|[.!?…:;,"”»—–]\\s+|["“„«‘(]))\\p{Lu}[\\p{L}\\p{M}'’\\-]*\\s+(?:${WORD}\\s+){0,4}?`
/** "said the harbour master": who said it stands behind a verb that opens its clause, up to what was said. */
const THAT = THAT_WORDS.join('|')
const BEHIND = `(?:\\s+(?!(?:${THAT})(?!\\p{L}))${WORD}){1,5}(?=\\s*(?:[.,;:!?"“”«»–—،]|$)|\\s+(?:${THAT})(?!\\p{L}))`
const CLAUSE_START = '(?<=(?:^|[.!?…,،"”»’]\\s*|[–—]\\s+))'
const END = '(?![\\p{L}\\p{M}])'

/** Where what was said stands beside the verb. */
const BESIDE = `(?<=[,،”"»]\\s+(?:VERB))|(?=\\s*(?:[,،:]|["“«„‘]|(?:${THAT})(?!\\p{L})))`

const verbsFor = perLanguages(languages => {
  const loose = anyOf(listsFor(LOOSE_SAYING_VERBS, languages))
  const sure = anyOf(listsFor(SAYING_VERBS, languages).flat())
  return `(?<![\\p{L}\\p{M}])(?:(?:${sure})${END}|(?:${loose})${END}(?:${BESIDE.replace('VERB', loose)}))`
})

const sayingFor = perLanguages(languages => {
  const verb = verbsFor(languages)
  return new RegExp(`${CLAUSE_START}${verb}${BEHIND}|(?:${OPENED}|${SMALL})${verb}`, 'gu')
})
/** "Residents were warned" names no source, and "that said" opens a sentence. */
const PASSIVE = /^that (?:being )?said$|(?<!\p{L})(?:is|are|was|were|be|been|being)\s(?:\p{L}+\s)?\p{L}+$/u
const SAYING_UNSPACED = new RegExp(anyOf(SAYINGS_UNSPACED), 'gu')

/**
 * Who vouches for a statement: a named source, or a verb of saying with the words that tell who. Names are no part
 * of what is compared: they have a rule of their own.
 */
export const findAttributions: Finder = remembered(passage => {
  const { text, languages } = passage
  const sources: Item[] = [
    ...matches(SOURCE, text, lowered),
    ...(languages?.has('de') === false ? [] : matches(GERMAN_SOURCE, text, lowered)),
  ]
  const rest = without(text, sources)
  const unnamed = without(text, [...findNames(passage), ...findDates(passage)])
  const sayings = matches(sayingFor(languages), rest, lowered)
    .filter(item => !PASSIVE.test(item.value))
    .map(item => ({
      ...item,
      value: lowered(withoutLoneName(plain(unnamed.slice(item.start, item.end)))),
    }))
  return [...sources, ...sayings, ...matches(SAYING_UNSPACED, rest, lowered)].toSorted(
    (a, b) => a.start - b.start,
  )
})

/** "Falk said" opens a sentence as "Police said" does: one word is a body or a group where it reads like one. */
function withoutLoneName(value: string): string {
  const [, first, verb] = /^(\p{Lu}[\p{L}\p{M}'’-]*)\s(\S+)$/u.exec(value) ?? []
  if (first === undefined || /s$|^poli|^pol[íi]c|^parliament$|^management$/iu.test(first)) return value
  return verb!
}

function plain(found: string): string {
  return found.replaceAll('\u0001', '').replace(/\s+/g, ' ').trim()
}

const verbFor = perLanguages(languages => new RegExp(verbsFor(languages), 'gu'))

/** The verbs of saying alone, without who said it. */
export const findSayingVerbs: Finder = remembered(({ text, languages }) =>
  matches(verbFor(languages), text, lowered),
)
