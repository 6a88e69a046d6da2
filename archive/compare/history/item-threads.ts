import { Gone } from './gone.ts'
import { linkItems } from './item-links.ts'
import type { PlacedItem } from './items.ts'
import { type Sighting, sighting, type Threads } from './threads.ts'

/** Where an item stands, for its thread. */
export type ItemPlace = Pick<Sighting, 'range' | 'block' | 'role' | 'sentence'>

interface Followed {
  readonly id: number
  readonly item: PlacedItem
  /** Thread of the sentence it stands in. */
  readonly sentence: number | null
}

/** Follows the figures, dates and quotations of one text. */
export class ItemThreads {
  readonly #threads: Threads
  readonly #gone = new Gone()
  #last: readonly Followed[] = []

  constructor(threads: Threads) {
    this.#threads = threads
  }

  /** `sentenceBefore`: per sentence the old one that it continues, -1 where it continues none. */
  see(
    items: readonly PlacedItem[],
    sentenceBefore: readonly number[],
    placeOf: (item: PlacedItem) => ItemPlace,
  ): void {
    const last = this.#last
    const linked = linkItems(
      last.map(({ item }) => item),
      items,
      sentenceBefore,
    )
    const goesOn = new Set(linked)
    last.forEach(({ id, item, sentence }, at) => {
      if (goesOn.has(at)) return
      this.#threads.end(id, 'removed')
      this.#gone.keep(keyOf(item, sentence), id)
    })
    this.#last = items.map((item, at) => {
      const place = placeOf(item)
      const { sentence } = place
      return { id: this.#see(item, place, last[linked[at]!]), item, sentence }
    })
  }

  #see(item: PlacedItem, place: ItemPlace, before: Followed | undefined): number {
    const seen = sighting(item.text, item.value, place)
    if (before) {
      this.#threads.goOn(before.id, seen)
      return before.id
    }
    // It comes back with its sentence only: a figure by itself stands in many.
    const known = this.#gone.take(keyOf(item, place.sentence))
    if (known !== null) this.#threads.comeBack(known, seen)
    return known ?? this.#threads.begin(item.kind, seen)
  }
}

function keyOf({ kind, value }: PlacedItem, sentence: number | null): string {
  return `${kind} ${sentence ?? ''} ${value}`
}
