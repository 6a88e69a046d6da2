import type { Range } from '../../model/comparison.ts'
import { sentenceBorders } from '../segment/sentences.ts'
import { anyOf } from './find/item.ts'
import { languagesOf, listsFor, perLanguages, type Languages } from './find/languages.ts'
import { quotedRanges } from './find/quotations.ts'
import { withoutVowelSigns } from './find/vowel-signs.ts'
import { CORRECTION_NOTICES } from './words/corrections.ts'
import { NOTICE_SIGNS, type NoticeSigns, SAID_BY_SOMEBODY } from './words/notice-signs.ts'

/** A heading is followed by a mark or by the line's end; a date may stand between. */
const AFTER_OPENING =
  '(?![\\p{L}\\p{M}])(?:[\\s,(\\[]+[^:\\n]{0,20}\\p{N}[^:\\n]{0,20})?\\s*(?:[:：–—\\-.()\\]،|]|$)'

/** Headings are looked for in every language: they stand at a line's start, and that is quickly seen. */
const OPENING = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${Object.values(CORRECTION_NOTICES)
    .flatMap(({ openings }) => openings)
    .join('|')})${AFTER_OPENING}`,
  'iu',
)

const sayingsFor = perLanguages(
  languages =>
    new RegExp(
      `(?:(?<![\\p{L}\\p{N}])[وفبل]?|(?<=\\p{Script=Han}))(?:${anyOf(
        listsFor(CORRECTION_NOTICES, languages).flatMap(({ sayings }) => sayings),
      )})`,
      'iu',
    ),
)

const stemsFor = perLanguages(
  languages => new RegExp(anyOf(listsFor(CORRECTION_NOTICES, languages).map(({ stems }) => stems)), 'i'),
)

type Sign = Exclude<keyof NoticeSigns, 'heading' | 'agency'>

/** Which signs together make a notice. */
const ENOUGH: readonly (readonly Sign[])[] = [
  ['about', 'wrong'],
  ['about', 'mended'],
  ['about', 'changed', 'purpose'],
  ['about', 'changed', 'formerly'],
  ['about', 'told', 'formerly'],
  ['title', 'changed'],
  ['about', 'version'],
  ['version', 'wrong'],
  ['we', 'wrong'],
  ['we', 'version'],
  ['we', 'formerly'],
]
/** What behind a heading like "Update:" makes a notice of it. */
const BEHIND_HEADING: readonly Sign[] = ['wrong', 'mended', 'version']

interface SignPatterns {
  readonly heading: RegExp
  readonly agency: RegExp
  readonly signs: Readonly<Record<Sign, RegExp>>
}

const START = '(?<![\\p{L}\\p{M}\\p{N}])'
const END = '(?![\\p{L}\\p{M}])'

const signsFor = perLanguages((languages): readonly SignPatterns[] =>
  listsFor(NOTICE_SIGNS, languages).map(({ heading, agency, ...signs }) => ({
    heading: new RegExp(`^[^\\p{L}\\p{N}]*(?:${heading})${AFTER_OPENING}`, 'iu'),
    agency: new RegExp(`(?:^[^\\p{L}\\p{N}]*|[-–—] )[(\\[]\\s*(?:${agency})${END}`, 'iu'),
    signs: Object.fromEntries(
      Object.entries(signs).map(([sign, words]) => [sign, new RegExp(`${START}(?:${words})${END}`, 'iu')]),
    ) as Record<Sign, RegExp>,
  })),
)

/** Of these every notice told by signs has one. */
const LEADING: readonly Sign[] = ['about', 'title', 'version', 'we']

function mayHaveSigns(text: string, languages?: Languages): boolean {
  return signsFor(languages).some(
    ({ heading, agency, signs }) =>
      LEADING.some(sign => signs[sign].test(text)) || heading.test(text) || agency.test(text),
  )
}

function hasEnoughSigns(text: string, languages?: Languages): boolean {
  if (!mayHaveSigns(text, languages)) return false
  const told = unquoted(text)
  if (SAID_BY_SOMEBODY.test(told)) return false
  return signsFor(languages).some(({ heading, agency, signs }) => {
    if (agency.test(told)) return true
    if (heading.test(told) && BEHIND_HEADING.some(sign => signs[sign].test(told))) return true
    return ENOUGH.some(together => together.every(sign => signs[sign].test(told)))
  })
}

/** What somebody says of an article is no notice of it. */
function unquoted(text: string): string {
  let out = ''
  let at = 0
  for (const [start, end] of quotedRanges(text)) {
    out += text.slice(at, start)
    at = end
  }
  return out + text.slice(at)
}

function mayBeNotice(plain: string, languages: Languages): boolean {
  return OPENING.test(plain) || stemsFor(languages).test(plain) || mayHaveSigns(plain, languages)
}

/** Whether a sentence or line tells that the text was corrected. `languages`: those of the text, where known. */
export function isCorrectionNotice(text: string, languages?: Languages): boolean {
  const plain = withoutVowelSigns(text)
  return (
    OPENING.test(plain) ||
    (stemsFor(languages).test(plain) &&
      sayingsFor(languages).test(plain) &&
      !SAID_BY_SOMEBODY.test(unquoted(plain))) ||
    hasEnoughSigns(plain, languages)
  )
}

/** A text and where it tells of corrections, in order. */
export interface Noticed {
  readonly text: string
  readonly notices: readonly Range[]
}

/** A notice runs to the end of its line, unless that is further away than this, in UTF-16 units. */
const LONGEST = 600

/** Where a text tells that it was corrected: from the first sentence of a line that says so to the line's end. */
export function findNotices(text: string): Range[] {
  const notices: Range[] = []
  const languages = languagesOf(text)
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end)
    if (mayBeNotice(withoutVowelSigns(line), languages)) {
      const { starts } = sentenceBorders(line)
      const found = starts.findIndex((from, k) =>
        isCorrectionNotice(line.slice(from, starts[k + 1]).trim(), languages),
      )
      if (found >= 0) {
        const from = start + starts[found]!
        notices.push([from, end - from <= LONGEST ? end : start + (starts[found + 1] ?? line.length)])
      }
    }
    start = end + 1
  }
  return notices
}
