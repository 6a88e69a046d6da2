import { bare, plain } from '../words.ts'
import { ATTACHED_ROLES, BYLINE_ENDS, BYLINE_LEADS, JOINERS, NO_NAMES, ROLE_WORDS } from './byline-words.ts'

const MAX_BYLINE_LENGTH = 1_000
const MAX_NAME_LENGTH = 70
const MAX_NAME_WORDS = 7

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+')
}

/** A lead ends at a space, a colon or a slash; in scripts without spaces the name may follow at once. */
function leadPattern(words: readonly string[]): RegExp {
  const sorted = words.toSorted((a, b) => b.length - a.length).map(escaped)
  return new RegExp(
    `^(?:${sorted.join('|')})(?:\\s*[:：／/]\\s*|\\s+|(?<=[:：／/])|(?=[\\p{Script=Han}\\p{Script=Thai}]))`,
    'iu',
  )
}

const SURE_LEAD = leadPattern(BYLINE_LEADS.sure)
const WEAK_LEAD = leadPattern(BYLINE_LEADS.weak)

/** Whether the text opens the way only bylines do ("By …", "كتب …", "文／…"). */
export function startsAsByline(text: string): boolean {
  return SURE_LEAD.test(text)
}

/** Whether the text opens with a word that may introduce a byline ("von", "di"). */
export function mayStartAsByline(text: string): boolean {
  return SURE_LEAD.test(text) || WEAK_LEAD.test(text)
}

const PLAIN_JOIN = new RegExp(
  `\\s*[;,、，،|•]\\s*|\\s+[/&+]\\s+|(?<=\\p{L}{3})[/&](?=\\p{L}{3})|\\s+(?:${JOINERS.plain.map(escaped).join('|')})\\s+`,
  'u',
)
const LETTER_JOIN = new RegExp(`\\s+(?:${JOINERS.letters.join('|')})\\s+`, 'u')
const ARABIC_AND = /\s+و(?=\p{Script=Arabic}{3,})/u

function splitByLetter(part: string): string[] {
  const sides = part.split(LETTER_JOIN).flatMap(side => side.split(ARABIC_AND))
  return sides.every(side => side.trim().includes(' ')) ? sides : [part]
}

function withoutRoles(name: string): string {
  return ATTACHED_ROLES.reduce((text, role) => {
    const rest = text.replace(role, '').trim()
    return rest === '' ? text : rest
  }, name)
}

function isRole(name: string): boolean {
  const words = bare(name).split(' ')
  return words.length > 0 && words.every(word => ROLE_WORDS.has(word))
}

/** Bodies whose name contains a role word ("News Staff", "MND Staff") are printed as bylines and stay. */
const BODY =
  /\b(?:staff|desk|team|bureau|reporters|writers|newsroom|editors|agency|agencies|redaktion|redactie|redazione|rédaction|redacción|redação)$/iu

function isName(name: string): boolean {
  const words = name.split(' ')
  return (
    name.length >= 2 &&
    name.length <= MAX_NAME_LENGTH &&
    words.length <= MAX_NAME_WORDS &&
    /\p{L}[\p{L}\p{M}]/u.test(name) &&
    !/[?!:;{}<>=_"“”\\]|https?|www\.|\.(?:html?|php|jpe?g|png)\b/iu.test(name) &&
    !/\d{3,}|\d.* | .*\d/.test(name) &&
    !NO_NAMES.has(bare(name)) &&
    !(isRole(name) && !(BODY.test(name) && words.length > 1))
  )
}

function tidyName(part: string): string {
  return withoutRoles(part.replaceAll(/^[\s.,:;*/\-–—|•"'“”’]+|[\s,:;*/\-–—|•"“”]+$/gu, ''))
    .replace(/(?<=\p{L}{3})\.$/u, '')
    .replace(/^(?:mr|mrs|ms)\.?\s+/iu, '')
    .trim()
}

function withoutAddresses(text: string): string {
  return text
    .replaceAll(/(?:https?:\/\/|www\.|(?:facebook|twitter|x|instagram|linkedin)\.com\/)\S*/giu, ' ')
    .replaceAll(/\S+@\S+\.\S+/gu, ' ')
    .replaceAll(/(?<!\S)@[\w.]+/gu, ' ')
}

/** The same names once each: accents, case and punctuation aside. */
export function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>()
  for (const name of names) {
    const key = bare(name)
    if (!seen.has(key)) seen.set(key, name)
  }
  return [...seen.values()]
}

function stripLead(text: string): string {
  return text.replace(SURE_LEAD, '').replace(/^[\s|:：—–-]+/u, '')
}

/** "von Anna Blum" → "Anna Blum"; but "Van Morrison" stays, as what follows would be no full name. */
function stripWeakLead(text: string): string {
  const rest = text.replace(WEAK_LEAD, '')
  return rest !== text && rest.trim().includes(' ') ? rest : text
}

/**
 * The people (or bodies) a byline names, in its order: without "By", job titles, e-mail addresses, handles,
 * dates and papers. Empty where the text names nobody. `shown` is for words the reader sees, which may open
 * with an everyday word ("von", "di"); a name in data does not, and may itself be Van or Per.
 */
export function peopleIn(byline: string, shown = false): readonly string[] {
  const opened = stripLead(withoutAddresses(plain(byline.slice(0, MAX_BYLINE_LENGTH))).trim())
  const spoken = (shown ? stripWeakLead(opened) : opened).trim()
  const text = BYLINE_ENDS.reduce((rest, end) => {
    const cut = rest.replace(end, '')
    return cut.trim() === '' ? rest : cut
  }, spoken)
  const parts = text.split(PLAIN_JOIN).flatMap(part => splitByLetter(part ?? ''))
  return distinct(parts.map(part => tidyName(stripLead(part.trim()))).filter(isName))
}

const PARTICLES = 'van|von|der|den|de|di|da|dos|das|del|della|la|le|du|el|al|bin|ibn|ben|ten|ter|y|zu|af|av'
const CASED_NAME = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|${PARTICLES})(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|${PARTICLES})){1,5}$`,
  'u',
)
const SHORT_NAME =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー・ ]{2,12}|\p{Script=Hangul}{2,5})$/u

/** Whether a text without context is most likely a person's full name, by the habits of its script. */
export function isFullName(text: string): boolean {
  if (SHORT_NAME.test(text)) return true
  const cased = /\p{Lu}|\p{Ll}/u.test(text)
  const words = text.split(' ')
  return cased ? CASED_NAME.test(text) : words.length >= 2 && words.length <= 5
}
