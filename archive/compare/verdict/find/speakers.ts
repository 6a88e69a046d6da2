import { findSayingVerbs } from './attributions.ts'
import { findDates } from './dates.ts'
import { lowered, without, type Passage, type Place } from './item.ts'
import { findLikelyNames, findNames } from './names.ts'
import { findQuotations } from './quotations.ts'

/** Who is said to have said something, as the clause with the verb of saying names them. */
export interface Speaker extends Place {
  readonly words: string
}

export interface SpeakerChange {
  readonly before: Speaker
  readonly after: Speaker
}

/** A verb of saying further away from a quotation, in UTF-16 units, is not about it. */
const REACH = 60
/** A clause of more words does not only name somebody. */
const MOST_WORDS = 7

/** Quotations that both passages have in the same words, with somebody else behind them. */
export function speakerChanges(old: Passage, now: Passage): SpeakerChange[] {
  const olds = findQuotations(old)
  if (olds.length === 0) return []
  return findQuotations(now).flatMap(quotation => {
    const same = olds.filter(({ value }) => value === quotation.value)
    if (same.length !== 1) return []
    const [before, after] = [speakerOf(old, same[0]!), speakerOf(now, quotation)]
    if (!before || !after || nameKey(old, before) === nameKey(now, after)) return []
    return [{ before, after }]
  })
}

/** Names decide where there are any: "said Hill" and "Hill told reporters" name one person. */
function nameKey(passage: Passage, { start, end }: Speaker): string {
  const names = [...findNames(passage), ...findLikelyNames(passage)].filter(
    name => name.start >= start && name.end <= end,
  )
  if (names.length > 0) return names.map(({ value }) => value).join()
  return lowered(without(passage.text, findDates(passage)).slice(start, end).replaceAll('\u0001', ''))
}

function speakerOf(passage: Passage, quotation: Place): Speaker | null {
  const { text, quoted } = passage
  const outside = findSayingVerbs(passage).filter(verb =>
    quoted.every(([start, end]) => verb.end <= start || verb.start >= end),
  )
  const distance = ({ start, end }: Place) =>
    start >= quotation.end ? start - quotation.end : quotation.start - end
  const verb = outside
    .filter(found => distance(found) <= REACH)
    .toSorted((a, b) => distance(a) - distance(b))[0]
  if (!verb) return null
  const before = /[^.,;:!?…"“”«»„‘\n،؛–—]*$/u.exec(text.slice(0, verb.start))![0]
  const behind = /^[^.,;:!?…"“”«»„‘\n،؛–—]*/u.exec(text.slice(verb.end))![0]
  const [side, start] = before.trim() === '' ? [behind, verb.end] : [before, verb.start - before.length]
  const words = side.trim()
  if (words === '' || words.split(/\s+/u).length > MOST_WORDS) return null
  const at = start + side.indexOf(words)
  return { words, start: at, end: at + words.length }
}
