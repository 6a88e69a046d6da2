import { bare } from '../text-of.ts'
import type { KnownWords } from './edges.ts'
import { drop, isProse, type Entry } from './entry.ts'

const TAIL = 4

/** What people who write are called; opens a bio after the name. */
const IS_A_WRITER =
  /^[•*\s—–-]*(?:(?:dr|prof|mr|ms|mrs)\.? )?\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}|de |van |von |al-|bin |da |di )[\p{L}.'’-]*){1,3},? (?:is|was|has been|ist|est|es|è|é|is een|joined|covers|writes|reports|has (?:covered|worked|written|been)|worked|works) (?:.{0,80}\b)?(?:reporters?|writers?|editors?|correspondents?|journalists?|columnists?|authors?|contributors?|freelancer?|producers?|photographers?|bloggers?|anchor|intern|critic|editor-in-chief|staff|newsroom|redakteur(?:in)?|journalist(?:in|e)?|korrespondent(?:in)?|autor(?:in)?|periodista|redactor[a]?|jornalista|giornalista|rédact(?:eur|rice)|verslaggever|dziennikar[zk]\w*)\b/u

const DOES_WRITE =
  /^(?: and [^.]{2,40})? (?:is|was|has|writes|covers|joined|reports|works|can be|leads|specializes|began|started|lives|holds|spent|graduated|ist|schreibt|arbeitet|est|es|è|é|schrijft)\b/i

function opensWithPerson(text: string, people: ReadonlySet<string>): boolean {
  const words = bare(text.slice(0, 120))
  return [...people].some(person => {
    if (person.split(' ').length < 2 || !words.startsWith(`${person} `)) return false
    return DOES_WRITE.test(words.slice(person.length))
  })
}

/** Takes out the writers' bios that close many pages: the last paragraphs that say who wrote this. */
export function dropBios(entries: readonly Entry[], known: KnownWords): void {
  const prose = entries.filter(entry => entry.inStory && isProse(entry))
  if (prose.length < 3) return
  for (const entry of prose.slice(-TAIL)) {
    if (entry.block.kind !== 'paragraph') continue
    const isLast = IS_A_WRITER.test(entry.unit.text) && prose.indexOf(entry) >= prose.length - 2
    if (opensWithPerson(entry.unit.text, known.people) || isLast) drop(entry, 'author-bio')
  }
}
