import type { Range } from '../../model/comparison.ts'
import { findDates } from '../verdict/find/dates.ts'
import { findFigures } from '../verdict/find/figures.ts'
import type { Finder, Item, Passage } from '../verdict/find/item.ts'
import { findQuotations, quotedRanges } from '../verdict/find/quotations.ts'
import { indexAt } from '../segment/ranges.ts'

export const ITEM_KINDS = ['figure', 'date', 'quotation'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** A figure, date or quotation and where it stands. */
export interface PlacedItem {
  readonly kind: ItemKind
  /** Normalised: two items of one value say the same. */
  readonly value: string
  readonly text: string
  readonly range: Range
  /** Index of the sentence in which it begins. */
  readonly sentence: number
  /** The words beside it, lower-cased, nearest first: before and behind. */
  readonly beside: { readonly before: readonly string[]; readonly behind: readonly string[] }
}

/** Words beside an item that tell what it is about. */
const WORDS_BESIDE = 4
/** Where they are looked for, in UTF-16 units. */
const LOOKED_AT = 60

const IN_SENTENCES: readonly (readonly [ItemKind, Finder])[] = [
  ['figure', findFigures],
  ['date', findDates],
]

interface FoundItem extends Item {
  readonly kind: ItemKind
}

/**
 * Finds figures and dates sentence by sentence, and quotations, which may go on over several. Most sentences of a
 * version are those of the one before: what was found in the last text is remembered.
 */
export class ItemFinder {
  #last = new Map<string, readonly FoundItem[]>()

  /** In the order of the text. */
  find(text: string, sentences: readonly Range[]): PlacedItem[] {
    const found = new Map<string, readonly FoundItem[]>()
    const place = ({ kind, value, start, end }: FoundItem, from: number): PlacedItem => {
      const range: Range = [from + start, from + end]
      const sentence = indexAt(sentences, range[0])
      return { kind, value, text: text.slice(...range), range, sentence, beside: besides(text, range) }
    }
    const inSentences = sentences.flatMap(range => {
      const words = text.slice(...range)
      const items = found.get(words) ?? this.#last.get(words) ?? inSentence(words)
      found.set(words, items)
      return items.map(item => place(item, range[0]))
    })
    this.#last = found
    const quotations = findQuotations(passageOf(text, quotedRanges(text)))
    return [...inSentences, ...quotations.map(item => place({ ...item, kind: 'quotation' }, 0))].toSorted(
      (a, b) => a.range[0] - b.range[0],
    )
  }
}

function inSentence(words: string): FoundItem[] {
  const passage = passageOf(words)
  return IN_SENTENCES.flatMap(([kind, find]) => find(passage).map(item => ({ ...item, kind })))
}

/** A text by itself: these finders need to know nothing of its surroundings. */
function passageOf(text: string, quoted: readonly Range[] = []): Passage {
  return { text, quoted, names: new Set(), capitalNouns: false }
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Words around a range, lower-cased, on its own line. */
export function besides(text: string, [start, end]: Range): PlacedItem['beside'] {
  const before = text.slice(Math.max(0, start - LOOKED_AT), start)
  const behind = text.slice(end, end + LOOKED_AT)
  const words = (part: string) => part.toLowerCase().match(WORD) ?? []
  return {
    before: words(before.slice(before.lastIndexOf('\n') + 1))
      .slice(-WORDS_BESIDE)
      .toReversed(),
    behind: words(behind.split('\n', 1)[0]!).slice(0, WORDS_BESIDE),
  }
}
