import type { Entry } from './entry.ts'
import type { LibraryOrder, LibrarySort } from './types.ts'

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

type Value = string | number | null

const VALUES: Readonly<Record<LibrarySort, (entry: Entry) => Value>> = {
  seen: ({ overview }) => overview.lastSeen,
  changed: ({ overview }) => overview.changed?.at ?? null,
  title: ({ overview }) => overview.title,
  site: ({ overview }) => overview.site,
  versions: ({ overview }) => overview.versions,
  posts: ({ overview }) => overview.posts,
}

const AS_TEXT: ReadonlySet<LibrarySort> = new Set(['title', 'site'])

const plain = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
const collated = (a: string | number, b: string | number): number => collator.compare(String(a), String(b))

export type Compare = (a: Entry, b: Entry) => number

/**
 * Sources without the value come last whichever way the list goes; of equals the one seen last comes first. No
 * two sources are equal.
 */
function comparerOf({ sort, descending }: LibraryOrder): Compare {
  const value = VALUES[sort]
  const compare = AS_TEXT.has(sort) ? collated : plain
  const sign = descending ? -1 : 1
  return (a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x !== y) {
      if (x === null) return 1
      if (y === null) return -1
      const way = compare(x, y)
      if (way !== 0) return way * sign
    }
    const seen = plain(b.overview.lastSeen ?? '', a.overview.lastSeen ?? '')
    return seen === 0 ? plain(a.overview.sourceId, b.overview.sourceId) : seen
  }
}

/** All entries in one order, kept in it while entries come and go. */
export class Ordered {
  readonly #compare: Compare
  readonly #entries: Entry[]

  constructor(entries: Iterable<Entry>, order: LibraryOrder) {
    this.#compare = comparerOf(order)
    this.#entries = [...entries].toSorted(this.#compare)
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  replace(before: Entry | undefined, after: Entry | undefined): void {
    if (before) this.#entries.splice(this.#placeOf(before), 1)
    if (after) this.#entries.splice(this.#placeOf(after), 0, after)
  }

  /** Index of the first entry that does not come before this one. */
  #placeOf(entry: Entry): number {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#compare(this.#entries[middle]!, entry) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
