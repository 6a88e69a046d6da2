import type { Range } from '../../model/comparison.ts'
import type { QuotationPair, QuotationRelation, QuotedBy } from '../../model/two-sources.ts'
import { capitalisedWords, findNames, writesNounsWithCapitals } from '../verdict/find/names.ts'
import { findQuotations, quotedRanges } from '../verdict/find/quotations.ts'

/** What makes two quotations one that was told in two ways. */
const QUOTATION = Object.freeze({
  /** Fewer words are a term in quotation marks. */
  words: 3,
  /** Least share of the shorter one's words that the other has, in their order. */
  share: 0.6,
  /** Characters around a quotation in which the speaker is looked for. */
  reach: 160,
  /** Quotations of one text that are looked at: each is set beside each of the other's. */
  most: 200,
})

interface Quotation extends QuotedBy {
  /** Lower-cased words. */
  readonly words: readonly string[]
}

const RELATIONS: readonly QuotationRelation[] = ['other-words', 'part', 'same']

/** Quotations that both texts have, each once: first those that differ. */
export function quotationPairs(fromText: string, toText: string): QuotationPair[] {
  const [olds, news] = [fromText, toText].map(text => quotationsOf(text).slice(0, QUOTATION.most)) as [
    Quotation[],
    Quotation[],
  ]
  const taken = { from: new Set<Quotation>(), to: new Set<Quotation>() }
  const pairs: QuotationPair[] = []
  const candidates = olds
    .flatMap(from => news.map(to => ({ from, to, share: sharedShare(from.words, to.words) })))
    .filter(({ share }) => share >= QUOTATION.share)
    .toSorted((a, b) => b.share - a.share || lengthOf(b) - lengthOf(a) || a.from.range[0] - b.from.range[0])
  for (const { from, to } of candidates) {
    if (taken.from.has(from) || taken.to.has(to)) continue
    taken.from.add(from)
    taken.to.add(to)
    const otherSpeaker = from.speaker !== null && to.speaker !== null && !areOne(from.speaker, to.speaker)
    pairs.push({ relation: relationOf(from.words, to.words), from: shown(from), to: shown(to), otherSpeaker })
  }
  return pairs.toSorted(
    (a, b) =>
      Number(b.otherSpeaker) - Number(a.otherSpeaker) ||
      RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
      a.from.range[0] - b.from.range[0],
  )
}

const lengthOf = ({ from, to }: { readonly from: Quotation; readonly to: Quotation }): number =>
  Math.min(from.words.length, to.words.length)

const shown = ({ range, text, speaker }: Quotation): QuotedBy => ({ range, text, speaker })

function quotationsOf(text: string): Quotation[] {
  const names = capitalisedWords(text)
  const capitalNouns = writesNounsWithCapitals(text)
  const quoted = quotedRanges(text)
  return findQuotations({ text, quoted, names, capitalNouns }).flatMap(({ value, start, end }) => {
    const words = wordsOf(value)
    if (words.length < QUOTATION.words) return []
    const range: Range = [start, end]
    const speaker = speakerOf(text, range, quoted, { names, capitalNouns })
    return [{ range, text: text.slice(start, end), words, speaker }]
  })
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Also where no spaces stand between words. */
function wordsOf(value: string): string[] {
  return [...segmenter.segment(value)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

/** Words of the shorter one that the other has too, in one order, as a share of the shorter one. */
function sharedShare(a: readonly string[], b: readonly string[]): number {
  const known = new Set(b)
  // Most pairs share next to nothing: that is seen without laying out the table.
  if (a.filter(word => known.has(word)).length < QUOTATION.share * Math.min(a.length, b.length)) return 0
  let row = new Uint16Array(b.length + 1)
  for (const word of a) {
    const next = new Uint16Array(b.length + 1)
    for (let j = 0; j < b.length; j++) {
      next[j + 1] = word === b[j] ? row[j]! + 1 : Math.max(next[j]!, row[j + 1]!)
    }
    row = next
  }
  return row[b.length]! / Math.min(a.length, b.length)
}

function relationOf(a: readonly string[], b: readonly string[]): QuotationRelation {
  const [one, other] = [` ${a.join(' ')} `, ` ${b.join(' ')} `]
  if (one === other) return 'same'
  return one.includes(other) || other.includes(one) ? 'part' : 'other-words'
}

/** The name nearest to a quotation in its own paragraph, outside of quotation marks. */
function speakerOf(
  text: string,
  [start, end]: Range,
  quoted: readonly Range[],
  around: { readonly names: ReadonlySet<string>; readonly capitalNouns: boolean },
): string | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const from = Math.max(lineStart, start - QUOTATION.reach)
  const to = Math.min(newline < 0 ? text.length : newline, end + QUOTATION.reach)
  const inside = quoted.filter(range => range[1] > from && range[0] < to)
  const found = findNames({ text: text.slice(from, to), quoted: [], ...around })
    .map(item => ({ name: item.value, at: from + item.start, until: from + item.end }))
    .filter(({ at, until }) => inside.every(range => until <= range[0] || at >= range[1]))
    .map(name => ({ ...name, distance: name.at >= end ? name.at - end : start - name.until }))
  return found.toSorted((a, b) => a.distance - b.distance)[0]?.name ?? null
}

/** "Trump" and "President Trump" are one. */
function areOne(a: string, b: string): boolean {
  const last = (name: string) =>
    name
      .split(/[ \u00a0]/u)
      .at(-1)!
      .toLowerCase()
  return last(a) === last(b)
}
